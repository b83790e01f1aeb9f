#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

SafetyFacts only(std::optional<bool> SafetyFacts::*fact, bool value = true)
{
    SafetyFacts safety;
    safety.*fact = value;
    return safety;
}

/// The earliest follow-up about safety, "" when there is none.
std::string safetyDue(const engine::Snapshot& snapshot)
{
    const auto* action = actionOf(snapshot, "safety_follow_up");
    return action ? formatInstant(action->due) + ' ' + ownerOf(*action) : std::string{};
}

}  // namespace

TEST_CASE(
    "SAFETY: each fact that matters brings a supervisor within four hours of a refusal, at night and on a holiday")
{
    const auto [fact, due] = GENERATE(table<std::optional<bool> SafetyFacts::*, std::string>({
        {&SafetyFacts::suicidalThoughts, "2026-12-26T03:30:00Z supervisor"},
        {&SafetyFacts::recentAttempt, "2026-12-26T03:30:00Z supervisor"},
        {&SafetyFacts::pregnant, "2026-12-26T03:30:00Z supervisor"},
        {&SafetyFacts::withdrawalRisk, "2026-12-26T03:30:00Z supervisor"},
        {&SafetyFacts::overdose, "2026-12-26T00:30:00Z supervisor"},  // an emergency: one hour
    }));
    Story story;
    story.assessedAndReferred();
    story.then("2026-12-25T23:30:00Z", declined(Need::mentalHealth, cmht, "H01"), only(fact));
    CHECK(safetyDue(story.latest()) == due);
    CHECK(hasFlag(story.latest(), "safety"));
}

TEST_CASE("SAFETY: a fact stays current until a later event states otherwise")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds(), only(&SafetyFacts::recentAttempt));
    CHECK(safetyDue(story.latest()) == "2026-03-02T14:00:00Z supervisor");
    story.then("2026-03-02T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    story.then("2026-03-09T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::didNotAttend));
    const auto snapshot = story.latest();
    CHECK(std::ranges::any_of(snapshot.nextActions, [](const engine::NextAction& action) {
        return action.what == "safety_follow_up" && action.due == at("2026-03-09T13:00:00Z");
    }));
    story.then("2026-03-10T09:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke},
               only(&SafetyFacts::recentAttempt, false));
    CHECK(safetyDue(story.latest()).empty());
    CHECK_FALSE(hasFlag(story.latest(), "safety"));
}

TEST_CASE("SAFETY: suicidal thoughts and a recent attempt together are an emergency: one hour")
{
    SafetyFacts both = only(&SafetyFacts::suicidalThoughts);
    both.recentAttempt = true;
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds(), both);
    CHECK(safetyDue(story.latest()) == "2026-03-02T11:00:00Z supervisor");
}

TEST_CASE("SAFETY: an item about suicide above 0 counts until somebody has asked and recorded the answer")
{
    event::AssessmentSigned body = bothNeeds();
    const auto scored =
        GENERATE(values<InstrumentAnswers>({{InstrumentId{"PHQ-9"}, {0, 0, 0, 0, 0, 0, 0, 0, 1}},
                                            {InstrumentId{"CORE-10"}, {0, 4, 4, 0, 0, 1, 0, 0, 0, 0}}}));
    if (!world().instruments.find(scored.instrument))
        SKIP("not shipped");
    body.instruments = {scored};
    Story story;
    SECTION("nobody asked")
    {
        story.then("2026-03-02T10:00:00Z", body, only(&SafetyFacts::intoxicatedNow, false));
        CHECK(safetyDue(story.latest()) == "2026-03-02T14:00:00Z supervisor");
        story.then("2026-03-02T12:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke},
                   only(&SafetyFacts::suicidalThoughts, false));
        CHECK(safetyDue(story.latest()).empty());
    }
    SECTION("asked and recorded at the same time")
    {
        story.then("2026-03-02T10:00:00Z", body, only(&SafetyFacts::suicidalThoughts, false));
        CHECK(safetyDue(story.latest()).empty());
    }
}

TEST_CASE("SAFETY: a silence, a refusal by the person and a discharge bring it too")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds(), only(&SafetyFacts::pregnant));
    story.then("2026-03-02T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    const auto dueAt = [](const engine::Snapshot& snapshot, std::string_view due) {
        return std::ranges::any_of(snapshot.nextActions, [&](const engine::NextAction& action) {
            return action.what == "safety_follow_up" && formatInstant(action.due) == due;
        });
    };
    CHECK(dueAt(story.now("2026-03-04T18:00:00Z"), "2026-03-04T21:00:00Z"));
    story.then("2026-03-05T10:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::discharged));
    CHECK(dueAt(story.latest(), "2026-03-05T14:00:00Z"));
    story.then("2026-03-06T10:00:00Z", event::PersonDeclined{Need::mentalHealth, *parseDate("2026-06-01"), true});
    CHECK(dueAt(story.latest(), "2026-03-06T14:00:00Z"));
}
