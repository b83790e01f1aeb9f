// What holds of every curve, by rapidcheck.
#include "report/survival.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace holdfast::report;

namespace {

rc::Gen<std::vector<Followed>> anyFollowed(bool censored)
{
    const auto one = rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::arbitrary<bool>()),
                                  [censored](const std::pair<int, bool>& drawn) {
                                      const bool ended = !censored || drawn.second;
                                      return Followed{drawn.first, ended ? 1 : 0, ended ? 0 : 1};
                                  });
    return rc::gen::container<std::vector<Followed>>(one);
}

}  // namespace

TEST_CASE("where nobody was lost from sight, the curve is the share of people and its quantiles are theirs")
{
    CHECK(rc::check("quantiles of people", [] {
        auto people = *anyFollowed(false);
        RC_PRE(!people.empty());
        const Survival curve{people};
        std::ranges::sort(people, {}, &Followed::time);
        const auto size = static_cast<int>(people.size());
        for (const int quarter : {1, 2, 3, 4}) {
            const int place = (quarter * size + 3) / 4;  // the least number of people who are this share
            RC_ASSERT(curve.reached(quarter / 4.0) == people[static_cast<std::size_t>(place - 1)].time);
        }
        for (int time = 0; time <= 40; ++time) {
            const auto longer = std::ranges::count_if(people, [&](const auto& each) { return each.time > time; });
            RC_ASSERT(std::abs(curve.leftAfter(time) - static_cast<double>(longer) / size) < 1e-9);
        }
    }));
}

TEST_CASE("the order and the grouping of people do not matter")
{
    CHECK(rc::check("order", [] {
        const auto people = *anyFollowed(true);
        auto other = people;
        std::ranges::reverse(other);
        const auto middle = *rc::gen::inRange<std::size_t>(0, people.size() + 1);
        std::ranges::rotate(other, other.begin() + static_cast<std::ptrdiff_t>(middle));
        std::vector<Followed> grouped(41);
        for (const Followed& each : people) {
            Followed& group = grouped[static_cast<std::size_t>(each.time)];
            group = {each.time, group.ended + each.ended, group.censored + each.censored};
        }
        const Survival curve{people};
        RC_ASSERT(Survival{other}.steps() == curve.steps());
        RC_ASSERT(Survival{grouped}.steps() == curve.steps());
    }));
}

TEST_CASE("a curve only comes down, and never below nothing")
{
    CHECK(rc::check("down", [] {
        const Survival curve{*anyFollowed(true)};
        double before = 1.0;
        for (const SurvivalStep& step : curve.steps()) {
            RC_ASSERT(step.left >= 0.0);
            RC_ASSERT(step.left < before);
            before = step.left;
        }
    }));
}
