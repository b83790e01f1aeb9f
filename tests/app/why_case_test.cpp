#include "app/why_case.h"

#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("a case explains each thing that happened and each thing to do, with facts and the policy of the day")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}), "come back in three months");
        world.clock.advance(std::chrono::hours{1});
        world.recorded(person.id, event::Contact{ServiceId{"lantern"}, ContactDirection::in, ContactOutcome::spoke});

        const auto why = app::WhyCase{*world.workspace}.explain(world.priya, person.id);

        REQUIRE(why);
        CHECK(why->past.size() == 5);
        const auto refusal = std::ranges::find_if(why->past, [](const app::PastWhy& each) {
            return std::holds_alternative<event::Response>(each.event.body) &&
                   std::get<event::Response>(each.event.body).kind == ResponseKind::declined;
        });
        REQUIRE(refusal != why->past.end());
        const auto never = std::ranges::find(refusal->why, RuleId{"challenge.never"}, &engine::Why::rule);
        REQUIRE(never != refusal->why.end());
        CHECK(never->sentence.find("Wrenfield CMHT") != std::string::npos);
        CHECK(never->policy.starts_with("england "));
        CHECK(std::ranges::any_of(never->facts, [](const auto& fact) { return fact.first == "reason"; }));
        CHECK(std::ranges::none_of(refusal->why,
                                   [](const auto& each) { return each.rule == RuleId{"challenge.ladder"}; }));
        REQUIRE_FALSE(refusal->citations.empty());
        for (const auto& citation : refusal->citations) {
            CHECK(citation.why.rule == RuleId{"citation.common_problem"});
            CHECK(citation.why.policy.starts_with("england "));
            CHECK(citation.why.sentence.starts_with(citation.key));
        }
        CHECK(std::ranges::all_of(why->past, [&](const app::PastWhy& each) {
            return each.event.id == refusal->event.id || each.citations.empty();
        }));
        for (const engine::NextAction& action : why->now.nextActions)
            CHECK(std::ranges::any_of(why->now.why, [&](const auto& each) { return each.rule == action.rule; }));
        CHECK(std::ranges::any_of(world.audit(), [&](const auto& row) {
            return row.action == "view_person" && row.subject == person.id.str() && row.detail == "why";
        }));
        CHECK(app::WhyCase{*world.workspace}.explain(world.rowan, person.id).error().code == ErrorCode::forbidden);
    });
}
