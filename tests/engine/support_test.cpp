#include "engine/support.h"

#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

namespace {

std::optional<engine::SupportPlan> planOf(const Story& story, std::string_view when)
{
    return engine::supportPlan(world().context, story.now(when));
}

}  // namespace

TEST_CASE("while a service has not answered, somebody is in touch, and what to do if it gets worse is said")
{
    Story story;
    story.assessedAndReferred();
    const auto plan = planOf(story, "2026-03-03T10:00:00Z");

    REQUIRE(plan);
    CHECK(plan->who.worker == ada);
    CHECK(plan->need == NeedScope::both);
    CHECK(plan->everyWeeks == world().policy.delays.waitingWellWeeks);
    CHECK(plan->nextBy == at("2026-03-02T10:00:00Z") + std::chrono::weeks{plan->everyWeeks});
    CHECK(plan->ifWorse.size() == 3);
}

TEST_CASE("on a waiting list that has gone silent the person is still told who is in touch and by when")
{
    Story story;
    story.assessedAndReferred();
    auto started = reply(Need::substanceUse, lantern, ResponseKind::started);
    started.worker = ada;
    story.then("2026-03-03T10:00:00Z", started);
    auto list = reply(Need::mentalHealth, cmht, ResponseKind::waitingList);
    list.worker = ben;
    story.then("2026-03-04T10:00:00Z", list);
    const auto silent = story.now("2026-04-20T10:00:00Z");  // more than four weeks on
    REQUIRE(actionOf(silent, "chase"));
    REQUIRE(actionOf(silent, "waiting_well_contact"));
    CHECK(ownerOf(*actionOf(silent, "waiting_well_contact")) == "ben");
    const auto plan = engine::supportPlan(world().context, silent);

    REQUIRE(plan);
    CHECK(plan->need == NeedScope::mentalHealth);
    CHECK(plan->who.worker == ben);
    CHECK(plan->nextBy < silent.at);  // overdue, and said to be
    CHECK(plan->ifWorse.size() == 3);
}

TEST_CASE("where nobody waits there is nothing to plan")
{
    Story story;
    story.assessedAndReferred();
    for (const auto& [need, service] : {std::pair{Need::mentalHealth, cmht}, std::pair{Need::substanceUse, lantern}}) {
        auto started = reply(need, service, ResponseKind::started);
        started.worker = ada;
        story.then("2026-03-03T10:00:00Z", started);
    }
    CHECK_FALSE(planOf(story, "2026-03-04T10:00:00Z"));
}
