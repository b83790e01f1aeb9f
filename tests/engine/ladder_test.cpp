#include "engine/ladder.h"
#include "engine/verdict.h"
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Story challenged()
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    return story;
}

engine::Ladder ladderAt(const Story& story, const char* now)
{
    const auto ladders = engine::laddersOf(world().context, somebody(), story.events(), at(now));
    REQUIRE(ladders);
    REQUIRE(ladders->size() == 1);
    return ladders->front();
}

}  // namespace

TEST_CASE("A ladder has six rungs with an owner and a day each, and says which is open")
{
    const Story story = challenged();
    const engine::Ladder ladder = ladderAt(story, "2026-03-09T10:00:00Z");
    CHECK(ladder.open);
    CHECK(ladder.service == cmht);
    CHECK(ladder.current == 0);
    REQUIRE(ladder.rungs.size() == 6);
    CHECK(ladder.rungs[0].what == "keyworker_query");
    CHECK(ladder.rungs[0].owner.worker == ada);
    CHECK(ladder.rungs[0].due == at("2026-03-10T17:00:00Z"));
    CHECK(ladder.rungs[1].owner.role == engine::OwnerRole::coordinator);
    CHECK(ladder.rungs[5].level == 5);
    CHECK(ladder.rungs[5].workingDays == 20);
    CHECK(std::ranges::none_of(ladder.rungs, [](const auto& rung) { return rung.sentence.empty(); }));
    CHECK(ladderAt(story, "2026-03-13T10:00:00Z").current == 2);
}

TEST_CASE("A step that is handed on is another worker's to do, by the same day, and only that step")
{
    Story story = challenged();
    story.then("2026-03-09T11:00:00Z", event::StepHandedOn{Need::mentalHealth, cmht, cleo, "ada is away"});
    const auto snapshot = story.latest();
    const auto* query = actionOf(snapshot, "keyworker_query");
    REQUIRE(query);
    CHECK(query->owner.worker == cleo);
    CHECK(query->due == at("2026-03-10T17:00:00Z"));
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    const auto ladder = ladderAt(story, "2026-03-09T12:00:00Z");
    CHECK(ladder.rungs[0].handedOn);
    CHECK(ladder.rungs[0].owner.worker == cleo);
    story.then("2026-03-11T09:00:00Z", event::Now{});
    const auto later = story.latest();
    const auto* letter = actionOf(later, "challenge_letter");
    REQUIRE(letter);
    CHECK(letter->owner.role == engine::OwnerRole::coordinator);
}

TEST_CASE("A step can be handed on only while a challenge is open, to somebody, with a reason")
{
    Story story = challenged();
    const auto refusal = [&](const event::StepHandedOn& body) {
        return story.tryThen("2026-03-09T11:00:00Z", body).error();
    };
    CHECK(refusal({Need::mentalHealth, cmht, {}, "away"}).where == "/worker");
    CHECK(refusal({Need::mentalHealth, cmht, cleo, ""}).where == "/reason");
    CHECK(refusal({Need::substanceUse, lantern, cleo, "away"}).code == ErrorCode::refused);
    story.then("2026-03-09T10:00:00Z",
               event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, false, {}});
    CHECK(refusal({Need::mentalHealth, cmht, cleo, "away"}).code == ErrorCode::refused);
    CHECK_FALSE(ladderAt(story, "2026-03-09T12:00:00Z").open);
}

TEST_CASE("A change of worker for one need leaves the other with whoever holds it")
{
    Story story;
    story.assessedAndReferred();
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "lantern/ada");
    story.then("2026-03-03T09:00:00Z", event::WorkerChanged{lantern, cleo, Need::substanceUse});
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "lantern/ada");
    CHECK(holderOf(story.latest(), Need::substanceUse) == "lantern/cleo");
    story.then("2026-03-03T10:00:00Z", event::WorkerChanged{lantern, std::nullopt, Need::substanceUse});
    CHECK_FALSE(story.latest().needs.mentalHealth.holder->acting);
    CHECK(story.latest().needs.substanceUse.holder->acting);
}

TEST_CASE("The coordinator a joint meeting chose is named wherever a step is shown: action, ladder and verdict")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", event::Mdt{{"ada", "cleo"}, "Cleo brings both together", cleo, {}});
    Event refusal = eventAt("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 99);
    const auto verdict = engine::judge(world().context, story.person(), story.events(), refusal);
    REQUIRE(verdict);
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    const engine::Ladder ladder = ladderAt(story, "2026-03-09T10:00:00Z");
    for (const engine::LadderRung& rung : ladder.rungs) {
        INFO(rung.what);
        const auto step = std::ranges::find(verdict->steps, rung.what, &engine::VerdictStep::what);
        REQUIRE(step != verdict->steps.end());
        CHECK(step->owner == rung.owner);
    }
    CHECK(ladder.rungs[1].owner.worker == cleo);
    const auto snapshot = story.now("2026-03-11T09:00:00Z");
    REQUIRE(actionOf(snapshot, "challenge_letter"));
    CHECK(actionOf(snapshot, "challenge_letter")->owner == ladder.rungs[1].owner);
}

TEST_CASE("What a holder who left would do is the supervisor's on the ladder too")
{
    Story story = challenged();
    story.then("2026-03-09T12:00:00Z", event::WorkerChanged{lantern, std::nullopt});
    const auto snapshot = story.latest();
    const engine::Ladder ladder = ladderAt(story, "2026-03-09T13:00:00Z");
    REQUIRE(actionOf(snapshot, "keyworker_query"));
    CHECK(ladder.rungs[0].owner == actionOf(snapshot, "keyworker_query")->owner);
    CHECK(ladder.rungs[0].owner.role == engine::OwnerRole::supervisor);
    CHECK(ladder.rungs[0].owner.service == lantern);
}

TEST_CASE("What is to do says which service it is about, also when two have refused the same need")
{
    Story story = challenged();
    story.then("2026-03-10T09:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    story.then("2026-03-11T09:00:00Z", declined(Need::mentalHealth, harbour, "N01"));
    std::vector<ServiceId> asked;
    for (const engine::NextAction& action : story.latest().nextActions)
        if (action.what == "protocol_check")
            asked.push_back(action.about);
    std::ranges::sort(asked);
    CHECK(asked == std::vector<ServiceId>{cmht, harbour});
    CHECK(actionOf(story.latest(), "check_in")->about.empty());
}
