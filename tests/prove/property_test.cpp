// Properties of the engine over histories that nobody thought of, by rapidcheck: a history that breaks one is made as
// short as it can be before it is shown.
#include "engine/actions.h"
#include "engine/sweep.h"
#include "exchange/snapshot_json.h"
#include "prove/histories.h"
#include "prove/stage.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>

using namespace holdfast;
using namespace holdfast::prove;
using test::world;

namespace {

/// 2,000 histories for each property, unless RC_PARAMS says otherwise.
const int many = setenv("RC_PARAMS", "max_success=2000", 0);

/// A person and a seed for each event: rapidcheck shortens the list.
rc::Gen<History> anyHistory()
{
    const auto number = rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>());
    const auto seeds = rc::gen::resize(40, rc::gen::container<std::vector<std::uint64_t>>(number));
    return rc::gen::map(rc::gen::pair(number, seeds),
                        [](const std::pair<std::uint64_t, std::vector<std::uint64_t>>& drawn) {
                            return historyFrom(drawn.first, drawn.second);
                        });
}

std::string bytesOf(const engine::Snapshot& snapshot)
{
    return exchange::writeSnapshot(snapshot);
}

/// The events that the engine takes, as the store would keep them.
std::vector<Event> taken(const History& history)
{
    engine::Case growing{world().context, history.person};
    std::vector<Event> events;
    for (const Event& event : history.events)
        if (growing.apply(event))
            events.push_back(event);
    return events;
}

bool hasCorrection(const std::vector<Event>& events)
{
    return std::ranges::any_of(events, [](const Event& event) {
        return std::holds_alternative<event::SecondLook>(event.body) ||
               std::holds_alternative<event::EnteredInError>(event.body);
    });
}

std::string told(const std::vector<Event>& events)
{
    std::string text;
    for (const Event& event : events)
        text += formatInstant(event.at) + ' ' + std::string{kindOf(event)} + '\n';
    return text;
}

}  // namespace

namespace rc {
template <>
struct Arbitrary<History> {
    static Gen<History> arbitrary() { return anyHistory(); }
};
}  // namespace rc

namespace holdfast::prove {
void showValue(const History& history, std::ostream& out)
{
    out << '\n' << told(history.events);
}
}  // namespace holdfast::prove

TEST_CASE("SAME: a policy read again, another directory object and a second evaluation give the same bytes")
{
    const auto again = worldUnder({});
    CHECK(rc::check([&](const History& history) {
        const auto events = taken(history);
        RC_PRE(!events.empty());
        const Instant now = events.back().at + std::chrono::days{20};
        const auto once = engine::evaluate(world().context, history.person, events, now, engine::Explain::yes);
        const auto twice = engine::evaluate(again->context, history.person, events, now, engine::Explain::yes);
        RC_ASSERT(static_cast<bool>(once));
        RC_ASSERT(bytesOf(*once) == bytesOf(*twice));
    }));
}

TEST_CASE("Replay equals the incremental fold, and the sweep's next steps equal the snapshot's")
{
    CHECK(rc::check([](const History& history) {
        const auto events = taken(history);
        RC_PRE(!events.empty());
        engine::Case growing{world().context, history.person};
        for (const Event& event : events)
            RC_ASSERT(static_cast<bool>(growing.apply(event)));
        const Instant now = events.back().at + std::chrono::days{9};
        const auto whole = engine::evaluate(world().context, history.person, events, now, engine::Explain::yes);
        RC_ASSERT(static_cast<bool>(whole));
        RC_ASSERT(bytesOf(*whole) == bytesOf(growing.snapshot(now, engine::Explain::yes)));

        engine::Sweep sweep{world().context};
        RC_ASSERT(static_cast<bool>(sweep.run(history.person, events, now)));
        RC_ASSERT(std::ranges::equal(sweep.actions(), whole->nextActions, [](const auto& a, const auto& b) {
            return a.need == b.need && a.what == b.what && a.owner == b.owner && a.due == b.due &&
                   a.level == b.escalationLevel;
        }));
    }));
}

TEST_CASE("Clocks only run one way: first asked never moves later, and no ladder climbs down because time passes")
{
    CHECK(rc::check([](const History& history) {
        const auto events = taken(history);
        RC_PRE(!events.empty() && !hasCorrection(events));
        engine::Case growing{world().context, history.person};
        PerNeed<std::optional<Instant>> asked;
        for (const Event& event : events) {
            RC_ASSERT(static_cast<bool>(growing.apply(event)));
            const auto snapshot = growing.snapshot(event.at, engine::Explain::no);
            for (const Need need : allNeeds) {
                const auto& first = snapshot.needs[need].firstAskedAt;
                RC_ASSERT(!asked[need] || (first && *first <= *asked[need]));
                asked[need] = first;
            }
        }
        int level = 0;
        std::size_t bounces = 0;
        for (int day = 0; day <= 60; day += 4) {
            const auto later = growing.snapshot(events.back().at + std::chrono::days{day}, engine::Explain::no);
            int highest = 0;
            for (const auto& action : later.nextActions)
                highest = std::max(highest, action.escalationLevel);
            RC_ASSERT(highest >= level);
            RC_ASSERT(later.bounces.size() >= bounces);
            level = highest;
            bounces = later.bounces.size();
        }
    }));
}

TEST_CASE("Simultaneous events keep the order they were recorded in, and time that runs backwards is refused")
{
    std::size_t ties = 0;
    std::size_t different = 0;
    CHECK(rc::check([&](const History& history) {
        const auto events = taken(history);
        RC_PRE(events.size() > 1);
        // As the store keeps them: by the time they happened, ties as recorded.
        std::vector<Event> shuffled{events.rbegin(), events.rend()};
        const auto number = [](const Event& event) { return std::stoul(event.id.str().substr(1)); };
        std::ranges::sort(shuffled, {}, number);
        std::ranges::stable_sort(shuffled, {}, &Event::at);
        RC_ASSERT(shuffled == events);

        const Instant now = events.back().at;
        const auto whole = engine::evaluate(world().context, history.person, events, now, engine::Explain::yes);
        for (std::size_t i = 1; i < events.size(); ++i) {
            std::vector<Event> swapped = events;
            std::swap(swapped[i - 1], swapped[i]);
            const auto other = engine::evaluate(world().context, history.person, swapped, now, engine::Explain::yes);
            if (events[i - 1].at != events[i].at) {
                RC_ASSERT(!other);
            } else {
                ++ties;
                different += !other || bytesOf(*other) != bytesOf(*whole) ? 1U : 0U;
            }
        }
    }));
    // Ties do occur, and their order does matter: that is why it has to be fixed.
    CHECK(ties > 0);
    CHECK(different > 0);
}

TEST_CASE("Every generated history keeps a holder and a next step for every open need")
{
    CHECK(rc::check([](const History& history) {
        engine::Case growing{world().context, history.person};
        for (const Event& event : history.events) {
            if (!growing.apply(event))
                continue;
            const std::string fault = test::broken(growing.snapshot(event.at, engine::Explain::yes));
            RC_ASSERT(fault == "");
        }
    }));
}
