#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

int highestLevel(const engine::Snapshot& snapshot, Need need)
{
    int level = 0;
    for (const engine::NextAction& action : snapshot.nextActions)
        if (action.need == scopeOf(need))
            level = std::max(level, action.escalationLevel);
    return level;
}

}  // namespace

TEST_CASE("SILENCE: a leg that is sent and never answered is chased twice and then escalates to level 4")
{
    Story story;
    story.assessedAndReferred();  // Monday 2 March; two working days are over on Wednesday at 17:00
    CHECK_FALSE(hasFlag(story.now("2026-03-04T16:59:59Z"), "silence"));
    const auto silent = story.now("2026-03-04T17:00:01Z");
    CHECK(hasFlag(silent, "silence"));
    CHECK(codes(silent) == std::vector<std::string>{"S02", "S02"});
    REQUIRE(actionOf(silent, "chase"));
    CHECK(actionOf(silent, "chase")->due == at("2026-03-05T17:00:00Z"));
    CHECK(ownerOf(*actionOf(silent, "chase")) == "ada");

    struct Step {
        const char* now;
        int level;
    };
    const Step step =
        GENERATE(Step{"2026-03-06T09:00:00Z", 0}, Step{"2026-03-18T09:00:00Z", 0}, Step{"2026-03-19T17:00:01Z", 2},
                 Step{"2026-03-26T16:59:59Z", 2}, Step{"2026-03-26T17:00:01Z", 3}, Step{"2026-04-02T16:00:01Z", 4},
                 Step{"2026-12-01T09:00:00Z", 4});
    INFO(step.now);
    const auto later = story.now(step.now);
    CHECK(highestLevel(later, Need::mentalHealth) == step.level);
    CHECK(actionOf(later, "chase")->due == at("2026-03-12T17:00:00Z"));
    CHECK(codes(later).size() == 2);
}

TEST_CASE("SILENCE: every state has its own clock and its own code")
{
    struct Case {
        ResponseKind kind;
        const char* before;
        const char* after;
        const char* code;
    };
    const Case one =
        GENERATE(Case{ResponseKind::acknowledged, "2026-03-10T16:59:00Z", "2026-03-10T17:00:01Z", "S02"},
                 Case{ResponseKind::informationRequested, "2026-03-04T16:59:00Z", "2026-03-04T17:00:01Z", "S02"},
                 Case{ResponseKind::accepted, "2026-03-31T08:59:00Z", "2026-03-31T09:00:01Z", "S03"},
                 Case{ResponseKind::waitingList, "2026-03-31T08:59:00Z", "2026-03-31T09:00:01Z", "S03"},
                 Case{ResponseKind::started, "2026-04-28T08:59:00Z", "2026-04-28T09:00:01Z", "S02"});
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, one.kind));
    const auto count = [](const engine::Snapshot& snapshot) {
        return std::ranges::count(snapshot.bounces, Need::mentalHealth, &engine::Bounce::need);
    };
    CHECK(count(story.now(one.before)) == 0);
    const auto silent = story.now(one.after);
    REQUIRE(count(silent) == 1);
    CHECK(std::ranges::find(silent.bounces, Need::mentalHealth, &engine::Bounce::need)->code.text() == one.code);
}

TEST_CASE("SILENCE: anything heard on the leg ends it, and the bounce stays on record")
{
    const EventBody heard = GENERATE(values<EventBody>({
        reply(Need::mentalHealth, cmht, ResponseKind::acknowledged),
        reply(Need::mentalHealth, cmht, ResponseKind::waitingList),
        EventBody{event::Contact{cmht, ContactDirection::in, ContactOutcome::leftMessage}},
        EventBody{event::Contact{cmht, ContactDirection::out, ContactOutcome::replied}},
    }));
    Story story;
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::none, std::nullopt, {}};
    story.then("2026-03-02T10:00:00Z", body);
    story.then("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    story.then("2026-03-06T09:00:00Z", heard);
    CHECK_FALSE(hasFlag(story.latest(), "silence"));
    CHECK_FALSE(actionOf(story.latest(), "chase"));
    CHECK(codes(story.latest()) == std::vector<std::string>{"S02"});
}

TEST_CASE("SILENCE: an answer at the very deadline is in time")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T17:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    CHECK(std::ranges::count(story.latest().bounces, Need::mentalHealth, &engine::Bounce::need) == 0);
}

TEST_CASE("SILENCE: our own messages do not end it")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-06T09:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
    CHECK(hasFlag(story.latest(), "silence"));
    REQUIRE(actionOf(story.latest(), "call_back"));
    CHECK(actionOf(story.latest(), "call_back")->due == at("2026-03-09T17:00:00Z"));
    story.then("2026-03-09T09:00:00Z", event::Contact{cmht, ContactDirection::in, ContactOutcome::spoke});
    CHECK_FALSE(actionOf(story.latest(), "call_back"));
}

TEST_CASE("A hand-over that goes silent is chased too")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", declined(Need::mentalHealth, cmht, "H01"));
    const auto later = story.now("2026-03-10T17:00:01Z");
    CHECK(actionOf(later, "chase"));
    CHECK(actionOf(later, "complete_handover"));
}
