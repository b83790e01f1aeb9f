// What the engine notices besides the clocks of a leg, and what settles each.
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Event saying(Event event, std::string words)
{
    event.words = std::move(words);
    return event;
}

bool fired(const engine::Snapshot& snapshot, std::string_view rule)
{
    return std::ranges::any_of(snapshot.why, [&](const engine::Why& why) { return why.rule.text() == rule; });
}

/// A story whose events carry words, which Story does not give them.
engine::Snapshot after(const std::vector<Event>& events, std::string_view now)
{
    const auto snapshot = engine::evaluate(world().context, somebody(), events, at(now), engine::Explain::yes);
    REQUIRE(snapshot);
    REQUIRE(broken(*snapshot) == "");
    return *snapshot;
}

std::vector<Event> referred()
{
    return {eventAt("2026-03-02T10:00:00Z", bothNeeds(), 1),
            eventAt("2026-03-02T11:00:00Z",
                    event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}}, 2)};
}

event::Attempt attempt(std::string source, std::string_view reason = {})
{
    return event::Attempt{Need::mentalHealth,
                          std::move(source),
                          reason.empty() ? std::nullopt : std::optional{ReasonCode{reason}},
                          ada,
                          lantern,
                          {}};
}

}  // namespace

TEST_CASE("A vague label with words that read like a reason that is never legitimate is proposed, never set")
{
    auto events = referred();
    events.push_back(
        saying(eventAt("2026-03-04T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::returnedWithAdvice), 3),
               "Suggest re-referral once the patient has been SOBER and abstinent for three months"));
    const auto masked = after(events, "2026-03-04T09:00:00Z");
    CHECK(hasFlag(masked, "masked"));
    CHECK(codes(masked) == std::vector<std::string>{"S10"});
    CHECK(masked.bounces.front().cls == BounceClass::soft);
    CHECK(masked.bounces.front().proposed == ReasonCode{"N02"});
    REQUIRE(actionOf(masked, "second_look"));
    CHECK(ownerOf(*actionOf(masked, "second_look")) == "supervisor");
    CHECK(stateOf(masked, Need::mentalHealth) == "sent");

    events.push_back(eventAt("2026-03-05T09:00:00Z",
                             event::SecondLook{EventId{"#3"}, BounceClass::never, "a condition in disguise", cleo}, 4));
    const auto looked = after(events, "2026-03-05T09:00:00Z");
    CHECK_FALSE(hasFlag(looked, "masked"));
    CHECK_FALSE(looked.bounces.front().proposed);
    CHECK(looked.bounces.front().cls == BounceClass::never);
}

TEST_CASE("Words that say no more than the label propose nothing")
{
    auto events = referred();
    events.push_back(saying(eventAt("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "H01"), 3),
                            "out of area: the postcode is outside our catchment"));
    CHECK_FALSE(hasFlag(after(events, "2026-03-04T09:00:00Z"), "masked"));
    events.back() = saying(eventAt("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 3),
                           "must be sober for three months");
    CHECK_FALSE(hasFlag(after(events, "2026-03-04T09:00:00Z"), "masked"));
}

TEST_CASE("A list handed over by a GP, with words about sobriety, is masked before any referral exists")
{
    const auto snapshot = after({saying(eventAt("2026-03-02T10:00:00Z", attempt("gp", "S01"), 1),
                                        "gave a leaflet; said come back when sober, still drinking")},
                                "2026-03-02T10:00:00Z");
    CHECK(hasFlag(snapshot, "masked"));
    CHECK(hasFlag(snapshot, "pre_referral"));
    REQUIRE(actionOf(snapshot, "second_look"));
}

TEST_CASE("A bounce before any referral is flagged until a referral goes out")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", attempt("gp", "N16"));
    CHECK(hasFlag(story.latest(), "pre_referral"));
    CHECK(fired(story.latest(), "attempt.bounced"));
    CHECK(actionOf(story.latest(), "make_referral"));
    story.then("2026-03-03T10:00:00Z", bothNeeds());
    story.then("2026-03-03T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    CHECK_FALSE(hasFlag(story.latest(), "pre_referral"));
}

TEST_CASE("A second round of questions becomes a phone call, and speaking settles it")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::informationRequested));
    CHECK_FALSE(hasFlag(story.latest(), "information_loop"));
    story.then("2026-03-04T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::informationRequested));
    CHECK(hasFlag(story.latest(), "information_loop"));
    CHECK(codes(story.latest()) == std::vector<std::string>{"S04"});
    const engine::Snapshot asked = story.latest();
    const auto* call = actionOf(asked, "phone_call");
    REQUIRE(call);
    CHECK(call->due == at("2026-03-05T17:00:00Z"));
    CHECK(ownerOf(*call) == "ada");
    Story other = story;
    story.then("2026-03-05T09:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::spoke});
    CHECK_FALSE(hasFlag(story.latest(), "information_loop"));
    other.then("2026-03-05T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    CHECK_FALSE(hasFlag(other.latest(), "information_loop"));
}

TEST_CASE("A message nobody answers in time is a soft bounce, and a supervisor's affair in the end")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    story.then("2026-03-03T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::acknowledged));
    story.then("2026-03-03T10:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
    CHECK_FALSE(hasFlag(story.now("2026-03-04T16:59:00Z"), "no_call_back"));
    const auto unreturned = story.now("2026-03-04T17:00:00Z");
    CHECK(hasFlag(unreturned, "no_call_back"));
    CHECK(codes(unreturned) == std::vector<std::string>{"S08"});
    CHECK(unreturned.bounces.front().service == "cmht");
    CHECK(unreturned.bounces.front().at == at("2026-03-04T17:00:00Z"));
    CHECK(actionOf(unreturned, "call_back"));
    CHECK(fired(story.now("2026-03-11T17:00:00Z"), "call_back.escalate"));
    CHECK_FALSE(fired(story.now("2026-03-11T16:59:00Z"), "call_back.escalate"));
    story.then("2026-03-05T09:00:00Z", event::Contact{cmht, ContactDirection::in, ContactOutcome::spoke});
    CHECK_FALSE(hasFlag(story.latest(), "no_call_back"));
    CHECK(codes(story.latest()) == std::vector<std::string>{"S08"});
}

TEST_CASE("A message they left for us is ours to answer, and no bounce")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T10:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::leftMessage});
    const auto late = story.now("2026-03-04T18:00:00Z");
    CHECK_FALSE(hasFlag(late, "no_call_back"));
    CHECK(actionOf(late, "call_back"));
}

TEST_CASE("Turned away by a crisis team: a time to be seen again, and the question nobody asked")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T20:00:00Z", event::ReferralSent{{{Need::mentalHealth, crisis}}});
    story.then("2026-03-03T22:00:00Z", declined(Need::mentalHealth, crisis, "N01"));
    CHECK(hasFlag(story.latest(), "crisis_bounce"));
    const engine::Snapshot turnedAway = story.latest();
    const auto* again = actionOf(turnedAway, "crisis_reassess");
    REQUIRE(again);
    CHECK(again->due == at("2026-03-04T22:00:00Z"));
    CHECK(ownerOf(*again) == "supervisor");
    const auto* ask = actionOf(turnedAway, "ask_safety");
    REQUIRE(ask);
    CHECK(ask->due == at("2026-03-04T02:00:00Z"));
    SafetyFacts asked;
    asked.suicidalThoughts = false;
    story.then("2026-03-03T23:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke}, asked);
    CHECK_FALSE(actionOf(story.latest(), "ask_safety"));
    CHECK(hasFlag(story.latest(), "crisis_bounce"));
    story.then("2026-03-04T09:00:00Z", reply(Need::mentalHealth, crisis, ResponseKind::appointmentOffered));
    CHECK_FALSE(hasFlag(story.latest(), "crisis_bounce"));
}

TEST_CASE("Sent away from an emergency department counts as a crisis bounce; staying away calls for outreach")
{
    Story turned;
    turned.then("2026-03-02T10:00:00Z", attempt("Emergency department", "N08"));
    CHECK(hasFlag(turned.latest(), "crisis_bounce"));
    Story avoided;
    avoided.then("2026-03-02T10:00:00Z", attempt("police", "S14"));
    CHECK_FALSE(hasFlag(avoided.latest(), "crisis_bounce"));
    REQUIRE(actionOf(avoided.latest(), "outreach"));
    avoided.then("2026-03-02T12:00:00Z", event::SupportCheckIn{NeedScope::both, ada, ContactOutcome::noAnswer, {}});
    CHECK(actionOf(avoided.latest(), "outreach"));
    avoided.then("2026-03-02T13:00:00Z",
                 event::SupportCheckIn{NeedScope::mentalHealth, ada, ContactOutcome::spoke, {}});
    CHECK_FALSE(actionOf(avoided.latest(), "outreach"));
}

TEST_CASE("Three visits to crisis doors in the window ask for a joint look, and one visit told twice counts once")
{
    Story story;
    story.then("2026-03-02T10:00:00Z", attempt("emergency_department", "N08"));
    auto sameVisit = attempt("emergency_department", "N08");
    sameVisit.need = Need::substanceUse;
    story.then("2026-03-02T10:00:00Z", sameVisit);
    story.then("2026-03-20T10:00:00Z", attempt("ambulance"));
    CHECK_FALSE(hasFlag(story.latest(), "repeat_attendance"));
    Story late = story;
    story.then("2026-05-31T10:00:00Z", attempt("hospital"));
    CHECK(hasFlag(story.latest(), "repeat_attendance"));
    REQUIRE(actionOf(story.latest(), "repeat_attendance_review"));
    CHECK(ownerOf(*actionOf(story.latest(), "repeat_attendance_review")) == "coordinator");
    late.then("2026-05-31T10:01:00Z", attempt("gp"));
    late.then("2026-06-01T10:00:00Z", attempt("hospital"));
    CHECK_FALSE(hasFlag(late.latest(), "repeat_attendance"));
    story.then("2026-06-02T10:00:00Z", event::Mdt{{"ada"}, "see together", ada, {}});
    CHECK_FALSE(hasFlag(story.latest(), "repeat_attendance"));
}

TEST_CASE("Accepted and then nothing is a silence on a waiting list")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::waitingList));
    story.then("2026-03-03T10:00:00Z", event::WorkerChanged{cmht, ben});
    CHECK_FALSE(hasFlag(story.now("2026-03-31T08:59:00Z"), "waiting_silence"));
    CHECK(hasFlag(story.now("2026-03-31T09:00:00Z"), "waiting_silence"));
}

TEST_CASE("A worker who left without a successor is flagged, and reaches the strategic lead when nobody is named")
{
    Story story;
    story.assessedAndReferred();
    CHECK_FALSE(hasFlag(story.latest(), "worker_left"));
    story.then("2026-03-03T09:00:00Z", event::WorkerChanged{lantern, std::nullopt});
    CHECK(hasFlag(story.latest(), "worker_left"));
    CHECK_FALSE(fired(story.now("2026-03-12T16:59:00Z"), "held.unallocated"));
    CHECK(fired(story.now("2026-03-12T17:00:00Z"), "held.unallocated"));
    story.then("2026-03-04T09:00:00Z", event::WorkerChanged{lantern, cleo});
    CHECK_FALSE(hasFlag(story.latest(), "worker_left"));
}
