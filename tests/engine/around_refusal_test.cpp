// What goes on around a refusal: what the refuser owes, the protocol, a second opinion, feedback, and being in touch
// with the person while a leg waits.
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace holdfast;
using namespace holdfast::test;

namespace {

event::Attempt attempt(std::string source)
{
    return event::Attempt{Need::mentalHealth, std::move(source), {}, ada, lantern, {}};
}

auto timesToDo(const engine::Snapshot& snapshot, std::string_view what)
{
    return std::ranges::count(snapshot.nextActions, what, &engine::NextAction::what);
}

}  // namespace

TEST_CASE("A service that refused stays on the record with what it owes")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N01"));
    for (const char* owed : {"reason_in_writing", "named_contact"}) {
        INFO(owed);
        REQUIRE(actionOf(story.latest(), owed));
        CHECK(ownerOf(*actionOf(story.latest(), owed)) == "coordinator:cmht");
        CHECK(actionOf(story.latest(), owed)->due == at("2026-03-11T17:00:00Z"));
    }
    // It is not let off by asking somebody else.
    story.then("2026-03-05T09:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    CHECK(actionOf(story.latest(), "reason_in_writing"));
    story.then("2026-03-06T09:00:00Z", event::Contact{cmht, ContactDirection::in, ContactOutcome::replied});
    CHECK_FALSE(actionOf(story.latest(), "reason_in_writing"));
    CHECK(actionOf(story.latest(), "named_contact"));
    story.then("2026-03-06T10:00:00Z", event::WorkerChanged{cmht, ben});
    CHECK_FALSE(actionOf(story.latest(), "named_contact"));
}

TEST_CASE(
    "A refusal with a duty to hand over owes its reason in writing; one that reports the person's choice does not")
{
    Story story;
    story.assessedAndReferred();
    Story hearsay = story;
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "H01"));
    CHECK(actionOf(story.latest(), "reason_in_writing"));
    CHECK_FALSE(actionOf(story.latest(), "named_contact"));
    CHECK_FALSE(actionOf(story.latest(), "protocol_check"));
    hearsay.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "H06"));
    CHECK_FALSE(actionOf(hearsay.latest(), "reason_in_writing"));
}

TEST_CASE("Who refused has a seat at the joint meeting, and its acceptance settles all it owed")
{
    Story story;
    story.assessedAndReferred();
    auto first = declined(Need::mentalHealth, cmht, "N04");
    first.pointsTo = lantern;
    story.then("2026-03-04T09:00:00Z", first);
    CHECK_FALSE(actionOf(story.latest(), "mdt_seat"));
    auto second = declined(Need::substanceUse, lantern, "N05");
    second.pointsTo = cmht;
    story.then("2026-03-05T09:00:00Z", second);
    CHECK(timesToDo(story.latest(), "mdt_seat") == 2);
    story.then("2026-03-09T09:00:00Z",
               event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, true, ben});
    CHECK(timesToDo(story.latest(), "mdt_seat") == 1);
    CHECK(timesToDo(story.latest(), "reason_in_writing") == 1);
    CHECK(ownerOf(*actionOf(story.latest(), "reason_in_writing")) == "coordinator:lantern");
}

TEST_CASE("Once any service takes the need, nobody who refused it owes a reason, a contact or a protocol any more")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N01"));
    story.then("2026-03-05T09:00:00Z", event::ReferralSent{{{Need::mentalHealth, harbour}}});
    const std::array owed{"reason_in_writing", "named_contact", "protocol_check"};
    for (const char* duty : owed)
        CHECK(actionOf(story.latest(), duty));

    Story handedOver = story;
    story.then("2026-03-06T09:00:00Z", reply(Need::mentalHealth, harbour, ResponseKind::accepted));
    handedOver.then("2026-03-06T09:00:00Z", event::HandoverAccepted{Need::mentalHealth, harbour, ben});
    // An answer that comes late, from where nobody waits any more, asks for nothing new.
    story.then("2026-03-07T09:00:00Z", declined(Need::mentalHealth, cmht, "N04"));
    for (const char* duty : owed) {
        INFO(duty);
        CHECK_FALSE(actionOf(story.latest(), duty));
        CHECK_FALSE(actionOf(handedOver.latest(), duty));
    }
    CHECK(std::ranges::count(story.latest().bounces, ReasonCode{"N04"}, &engine::Bounce::code) == 1);
}

TEST_CASE("Whether the joint protocol was applied is asked after a refusal, and an omission goes to the supervisor")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N01"));
    REQUIRE(actionOf(story.latest(), "protocol_check"));
    CHECK(ownerOf(*actionOf(story.latest(), "protocol_check")) == "ada");
    CHECK_FALSE(hasFlag(story.latest(), "protocol"));
    CHECK_FALSE(story.tryThen("2026-03-05T09:00:00Z",
                              event::ProtocolApplied{Need::mentalHealth, cmht, false, "", "joint protocol 2025"}));
    story.then("2026-03-05T09:00:00Z",
               event::ProtocolApplied{Need::mentalHealth, cmht, false, "had not heard of it", "joint protocol 2025"});
    CHECK_FALSE(actionOf(story.latest(), "protocol_check"));
    CHECK(hasFlag(story.latest(), "protocol"));
    REQUIRE(actionOf(story.latest(), "protocol_review"));
    CHECK(ownerOf(*actionOf(story.latest(), "protocol_review")) == "supervisor");
    story.then("2026-03-06T09:00:00Z", event::ProtocolApplied{Need::mentalHealth, cmht, true, "", ""});
    CHECK_FALSE(hasFlag(story.latest(), "protocol"));
}

TEST_CASE("A second opinion is waited for until that service answers")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N07"));
    story.then("2026-03-05T09:00:00Z", event::SecondOpinionRequested{Need::mentalHealth, harbour});
    CHECK(hasFlag(story.latest(), "second_opinion"));
    CHECK(actionOf(story.latest(), "second_opinion")->due == at("2026-03-19T17:00:00Z"));
    story.then("2026-03-06T09:00:00Z", reply(Need::mentalHealth, harbour, ResponseKind::acknowledged));
    CHECK(hasFlag(story.latest(), "second_opinion"));
    story.then("2026-03-09T09:00:00Z", reply(Need::mentalHealth, harbour, ResponseKind::appointmentOffered));
    CHECK_FALSE(hasFlag(story.latest(), "second_opinion"));
    CHECK_FALSE(Story{}.tryThen("2026-03-05T09:00:00Z", event::SecondOpinionRequested{Need::mentalHealth, harbour}));
}

TEST_CASE("Whoever asked for help hears what came of it, at the latest after the hold has ended")
{
    Story story;
    story.then("2026-03-01T09:00:00Z", attempt("GP"));
    story.assessedAndReferred();
    CHECK_FALSE(hasFlag(story.latest(), "feedback"));
    auto yes = reply(Need::mentalHealth, cmht, ResponseKind::accepted);
    yes.worker = ben;
    story.then("2026-03-04T09:00:00Z", yes);
    CHECK(hasFlag(story.latest(), "feedback"));
    CHECK(actionOf(story.latest(), "feed_back_outcome")->due == at("2026-03-11T17:00:00Z"));
    Story told = story;
    told.then("2026-03-05T09:00:00Z", event::OutcomeFedBack{"gp", "rang the practice"});
    CHECK_FALSE(hasFlag(told.latest(), "feedback"));
    for (const Need need : allNeeds)
        story.then("2026-03-20T09:00:00Z", event::AftercarePlanned{need, std::nullopt, true});
    story.then("2026-03-20T10:00:00Z", event::JointClosure{"both well", {"mdt"}, "glad"});
    CHECK(story.latest().clasp == ClaspState::released);
    CHECK(hasFlag(story.latest(), "feedback"));
    story.then("2026-03-21T10:00:00Z", event::OutcomeFedBack{"the surgery on the hill", "wrote"});
    CHECK(story.latest().nextActions.empty());
}

TEST_CASE("Feedback given early is not asked for again")
{
    Story story;
    story.then("2026-03-01T09:00:00Z", attempt("gp"));
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", event::OutcomeFedBack{"GP", "rang"});
    story.then("2026-03-04T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::waitingList));
    CHECK_FALSE(hasFlag(story.latest(), "feedback"));
}

TEST_CASE("While a leg waits somebody is in touch with the person every two weeks, and a service's silence goes on")
{
    Story story;
    story.assessedAndReferred();
    const engine::Snapshot waiting = story.latest();
    const auto* next = actionOf(waiting, "check_in");
    REQUIRE(next);
    CHECK(next->need == NeedScope::both);
    CHECK(next->due == at("2026-03-16T10:00:00Z"));
    CHECK(ownerOf(*next) == "ada");
    story.then("2026-03-10T10:00:00Z", event::SupportCheckIn{NeedScope::both, ada, ContactOutcome::noAnswer, {}});
    CHECK(actionOf(story.latest(), "check_in")->due == at("2026-03-16T10:00:00Z"));
    story.then("2026-03-11T10:00:00Z",
               event::SupportCheckIn{NeedScope::both, ada, ContactOutcome::spoke, SupportChange::same});
    CHECK(actionOf(story.latest(), "check_in")->due == at("2026-03-25T10:00:00Z"));
    CHECK(hasFlag(story.latest(), "silence"));
    auto yes = reply(Need::mentalHealth, cmht, ResponseKind::accepted);
    yes.worker = ben;
    story.then("2026-03-12T10:00:00Z", yes);
    story.then("2026-03-12T11:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::started));
    CHECK_FALSE(actionOf(story.latest(), "check_in"));
    story.then("2026-03-20T10:00:00Z", event::SupportCheckIn{NeedScope::both, ben, ContactOutcome::spoke, {}});
    CHECK(actionOf(story.latest(), "waiting_well_contact")->due == at("2026-04-03T10:00:00Z"));
}

TEST_CASE("Getting worse while waiting is looked at by the next working day, and at once when safety is in question")
{
    Story story;
    story.assessedAndReferred();
    const event::SupportCheckIn worse{NeedScope::both, ada, ContactOutcome::spoke, SupportChange::worse};
    story.then("2026-03-06T10:00:00Z", worse);
    CHECK(hasFlag(story.latest(), "worse"));
    CHECK(actionOf(story.latest(), "worse_review")->due == at("2026-03-09T17:00:00Z"));
    CHECK(ownerOf(*actionOf(story.latest(), "worse_review")) == "coordinator");
    CHECK_FALSE(hasFlag(story.latest(), "safety"));
    SafetyFacts risk;
    risk.withdrawalRisk = true;
    Story graver = story;
    graver.then("2026-03-07T10:00:00Z", worse, risk);
    CHECK(hasFlag(graver.latest(), "safety"));
    story.then("2026-03-09T10:00:00Z",
               event::SupportCheckIn{NeedScope::both, ada, ContactOutcome::spoke, SupportChange::better});
    CHECK_FALSE(hasFlag(story.latest(), "worse"));
}

TEST_CASE("A challenge letter that was sent works on the ladder as the challenge itself does")
{
    Story said;
    said.assessedAndReferred();
    said.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N01"));
    Story wrote = said;
    said.then("2026-03-05T09:00:00Z", event::ChallengeSent{Need::mentalHealth, cmht});
    wrote.then("2026-03-05T09:00:00Z",
               event::LetterSent{NeedScope::both, "challenge", "cmht", LetterMethod::post, "a-document"});
    CHECK(wrote.latest().nextActions == said.latest().nextActions);
    CHECK(wrote.latest().letters == said.latest().letters);
    REQUIRE(wrote.latest().letters.size() == 1);
    CHECK(wrote.latest().letters.front().sentAt == at("2026-03-05T09:00:00Z"));

    // To a service that refused nothing there is nothing to challenge; any other letter moves nothing.
    CHECK_FALSE(wrote.tryThen("2026-03-06T09:00:00Z",
                              event::LetterSent{NeedScope::both, "challenge", "harbour", LetterMethod::post, ""}));
    const auto before = wrote.now("2026-03-06T09:00:00Z").nextActions;
    wrote.then("2026-03-06T09:00:00Z",
               event::LetterSent{NeedScope::both, "person", "person", LetterMethod::handedOver, ""});
    CHECK(wrote.latest().nextActions == before);
}
