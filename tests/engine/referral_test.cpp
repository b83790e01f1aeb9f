#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

SafetyFacts suicidal()
{
    SafetyFacts safety;
    safety.suicidalThoughts = true;
    return safety;
}

}  // namespace

TEST_CASE("The assessor holds both needs, and sending the referral does not move them")
{
    Story story;
    story.assessedAndReferred();
    const auto snapshot = story.latest();
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    CHECK(holderOf(snapshot, Need::substanceUse) == "lantern/ada");
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    CHECK(snapshot.clasp == ClaspState::held);
}

TEST_CASE("One leg alone is refused while the other need is open and nothing is urgent")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds());
    const auto sent = story.tryThen("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    REQUIRE_FALSE(sent);
    CHECK(sent.error().code == ErrorCode::refused);
    CHECK(sent.error().where == "/legs");
    CHECK(sent.error().detail.starts_with("clasp.one_need"));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "");
}

TEST_CASE("One leg may go alone when it is urgent, and both are asked about the next working day")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds(), suicidal());
    story.then("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, crisis}}});
    const auto snapshot = story.latest();
    REQUIRE(actionOf(snapshot, "ask_both"));
    CHECK(actionOf(snapshot, "ask_both")->due == at("2026-03-03T17:00:00Z"));
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
}

TEST_CASE("One leg may go alone when the other need is settled or has its leg")
{
    Story story;
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::none, std::nullopt, {}};
    story.then("2026-03-02T10:00:00Z", body);
    story.then("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    CHECK_FALSE(actionOf(story.latest(), "ask_both"));

    Story both;
    both.assessedAndReferred();
    both.then("2026-03-03T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    CHECK(both.latest().needs.mentalHealth.leg->service == harbour);
}

TEST_CASE("A leg for a need that is not open is refused, and so is an unknown service, each at its place")
{
    Story story;
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::none, std::nullopt, {}};
    story.then("2026-03-02T10:00:00Z", body);
    const auto notOpen = story.tryThen(
        "2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    CHECK(notOpen.error().where == "/legs/1/need");
    const auto unknown =
        story.tryThen("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, ServiceId{"nowhere"}}}});
    CHECK(unknown.error().where == "/legs/0/service");
    CHECK(unknown.error().code == ErrorCode::invalid);
}

TEST_CASE("Asking a service that refused again is flagged, and its challenge stays to do")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-09T12:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    CHECK_FALSE(hasFlag(story.latest(), "loop"));
    CHECK(actionOf(story.latest(), "keyworker_query"));
    story.then("2026-03-09T13:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    CHECK(hasFlag(story.latest(), "loop"));
    CHECK(actionOf(story.latest(), "keyworker_query"));
}

TEST_CASE("A refusal that was taken back makes no loop")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-10T09:00:00Z",
               event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, false, std::nullopt});
    story.then("2026-03-10T10:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    CHECK_FALSE(hasFlag(story.latest(), "loop"));
}

TEST_CASE("A service that does not match is flagged and never refused")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", bothNeeds());
    story.then("2026-03-02T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, camhs}, {Need::substanceUse, lantern}}});
    CHECK(hasFlag(story.latest(), "mismatch"));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "sent");
}

TEST_CASE("An attempt starts the clock at the earlier time, and re-referral never moves it")
{
    Story story;
    event::Attempt attempt;
    attempt.need = Need::mentalHealth;
    attempt.source = "gp";
    attempt.reason = ReasonCode{"N16"};
    attempt.happenedAt = at("2026-02-01T09:00:00Z");
    story.then("2026-03-02T09:00:00Z", attempt);
    auto snapshot = story.latest();
    CHECK(snapshot.needs.mentalHealth.firstAskedAt == at("2026-02-01T09:00:00Z"));
    CHECK(snapshot.needs.mentalHealth.status == NeedStatus::possible);
    CHECK(holderOf(snapshot, Need::mentalHealth) == "duty/duty-worker");
    CHECK(snapshot.bounces.at(0).service == "gp");
    REQUIRE(actionOf(snapshot, "ask_both"));
    CHECK(actionOf(snapshot, "ask_both")->due == at("2026-03-03T17:00:00Z"));

    story.assessedAndReferred();
    story.then("2026-03-05T09:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    snapshot = story.latest();
    CHECK(snapshot.needs.mentalHealth.firstAskedAt == at("2026-02-01T09:00:00Z"));
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    CHECK_FALSE(actionOf(snapshot, "ask_both"));
}

TEST_CASE("The worker who records an attempt holds the need only when nobody does")
{
    event::Attempt attempt;
    attempt.need = Need::mentalHealth;
    attempt.source = "emergency_department";
    attempt.worker = ben;
    attempt.service = harbour;
    Story fresh;
    fresh.then("2026-03-02T09:00:00Z", attempt);
    CHECK(holderOf(fresh.latest(), Need::mentalHealth) == "harbour/ben");
    Story held;
    held.assessedAndReferred();
    held.then("2026-03-03T09:00:00Z", attempt);
    CHECK(holderOf(held.latest(), Need::mentalHealth) == "lantern/ada");
}

TEST_CASE("Not asked this time does not make an open need go away")
{
    Story story;
    story.assessedAndReferred();
    event::AssessmentSigned again = bothNeeds();
    again.found.mentalHealth = {};
    story.then("2026-03-04T09:00:00Z", again);
    CHECK(story.latest().needs.mentalHealth.status == NeedStatus::present);
}

TEST_CASE("An assessment that records a no keeps the door open: with a date, or by asking again")
{
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::declinedByPerson, std::nullopt, {}};
    Story fresh;
    fresh.then("2026-03-02T10:00:00Z", body);
    fresh.then("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    CHECK(fresh.latest().needs.substanceUse.status == NeedStatus::declinedByPerson);
    const auto snapshot = fresh.latest();
    REQUIRE(actionOf(snapshot, "reoffer"));
    CHECK(actionOf(snapshot, "reoffer")->due == at("2026-03-30T16:00:00Z"));

    Story open;
    open.assessedAndReferred();
    open.then("2026-03-03T10:00:00Z", body);
    CHECK(open.latest().needs.substanceUse.status == NeedStatus::present);
    CHECK(actionOf(open.latest(), "ask_capacity"));
}
