#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("Acknowledgements and questions move a leg only before it is answered")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "acknowledged");
    story.then("2026-03-03T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::informationRequested));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "information_requested");
    story.then("2026-03-03T11:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::waitingList));
    story.then("2026-03-03T12:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "waiting");
}

TEST_CASE("A second question on one leg is S04")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::informationRequested));
    CHECK(codes(story.latest()).empty());
    story.then("2026-03-03T11:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::informationRequested));
    CHECK(codes(story.latest()) == std::vector<std::string>{"S04"});
}

TEST_CASE("The holder moves to the accepting service when a worker is named, and a name is asked for until then")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::accepted));
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "lantern/ada");
    const auto snapshot = story.latest();
    const auto* ask = actionOf(snapshot, "name_worker");
    REQUIRE(ask);
    CHECK(ask->due == at("2026-03-05T17:00:00Z"));
    story.then("2026-03-04T10:00:00Z", event::WorkerChanged{cmht, ben});
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "cmht/ben");
    CHECK_FALSE(actionOf(story.latest(), "name_worker"));
}

TEST_CASE("The clasp joins when every open need's leg is accepted")
{
    Story story;
    story.assessedAndReferred();
    auto accepted = reply(Need::mentalHealth, cmht, ResponseKind::accepted);
    accepted.worker = ben;
    story.then("2026-03-03T10:00:00Z", accepted);
    CHECK(story.latest().clasp == ClaspState::held);
    story.then("2026-03-04T10:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::started));
    CHECK(story.latest().clasp == ClaspState::joined);
    story.then("2026-03-05T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::appointmentOffered));
    CHECK(story.latest().clasp == ClaspState::joined);
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "waiting");
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "cmht/ben");
}

TEST_CASE("A decline that is never legitimate is challenged, keeps the holder, and drafts its letter at once")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "challenged");
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    REQUIRE(snapshot.letters.size() == 1);
    CHECK(snapshot.letters[0].to == "cmht");
    CHECK(snapshot.letters[0].kind == "challenge");
    CHECK(snapshot.letters[0].citations.front().starts_with("Talking Therapies guide"));
    const auto* query = actionOf(snapshot, "keyworker_query");
    REQUIRE(query);
    CHECK(query->due == at("2026-03-10T17:00:00Z"));
    CHECK(query->escalationLevel == 0);
    CHECK(ownerOf(*query) == "ada");
}

TEST_CASE("NO-DROP: nothing that comes later undoes a challenge but its answer or an acceptance")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-09T09:30:00Z", event::AftercarePlanned{Need::mentalHealth, parseDate("2026-12-01"), false});
    const EventBody later = GENERATE(values<EventBody>({
        reply(Need::mentalHealth, cmht, ResponseKind::acknowledged),
        reply(Need::mentalHealth, cmht, ResponseKind::informationRequested),
        reply(Need::mentalHealth, cmht, ResponseKind::returnedWithAdvice),
        reply(Need::mentalHealth, cmht, ResponseKind::signposted),
        reply(Need::mentalHealth, cmht, ResponseKind::didNotAttend),
        reply(Need::mentalHealth, cmht, ResponseKind::completed),
        reply(Need::mentalHealth, cmht, ResponseKind::discharged),
        declined(Need::mentalHealth, cmht, "H01"),
        declined(Need::mentalHealth, cmht, "S02"),
        declined(Need::mentalHealth, cmht, "N01"),
        declined(Need::mentalHealth, harbour, "H01"),
        EventBody{event::Contact{cmht, ContactDirection::in, ContactOutcome::spoke}},
        EventBody{event::WorkerChanged{cmht, ben}},
    }));
    INFO(eventKindNames[later.index()]);
    story.then("2026-03-09T10:00:00Z", later);
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "lantern/ada");
    CHECK(actionOf(story.latest(), "keyworker_query"));
}

TEST_CASE("The challenge ladder climbs at 1, 3, 5 and 10 working days, then every 5")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    struct Rung {
        const char* now;
        const char* what;
        const char* due;
        int level;
        const char* owner;
    };
    const Rung rung =
        GENERATE(Rung{"2026-03-10T16:59:59Z", "keyworker_query", "2026-03-10T17:00:00Z", 0, "ada"},
                 Rung{"2026-03-10T17:00:01Z", "challenge_letter", "2026-03-12T17:00:00Z", 1, "coordinator"},
                 Rung{"2026-03-12T17:00:01Z", "supervisors_contact", "2026-03-16T17:00:00Z", 2, "supervisor"},
                 Rung{"2026-03-16T17:00:01Z", "hold_mdt", "2026-03-23T17:00:00Z", 3, "coordinator"},
                 Rung{"2026-03-23T17:00:01Z", "strategic_lead_review", "2026-03-30T16:00:00Z", 4, "strategic_lead"},
                 // Good Friday and Easter Monday fall in between, and London is on summer time.
                 Rung{"2026-03-30T16:00:01Z", "external_route", "2026-04-08T16:00:00Z", 5, "coordinator"},
                 Rung{"2026-06-01T09:00:00Z", "external_route", "2026-04-08T16:00:00Z", 5, "coordinator"});
    const auto snapshot = story.now(rung.now);
    const auto* action = actionOf(snapshot, rung.what);
    REQUIRE(action);
    CHECK(formatInstant(action->due) == rung.due);
    CHECK(action->escalationLevel == rung.level);
    CHECK(ownerOf(*action) == rung.owner);
    CHECK(std::ranges::count_if(snapshot.nextActions, [](const engine::NextAction& next) {
              return next.rule.text() == "challenge.ladder";
          }) == 1);
}

TEST_CASE("An upheld refusal opens the next rung at once; one that is overturned ends the challenge")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-09T12:00:00Z",
               event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::upheld, false, std::nullopt});
    CHECK(actionOf(story.latest(), "challenge_letter"));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
    story.then("2026-03-09T13:00:00Z",
               event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::upheld, false, std::nullopt});
    CHECK(actionOf(story.latest(), "supervisors_contact"));

    SECTION("back to sent")
    {
        story.then("2026-03-10T09:00:00Z", event::ChallengeAnswered{Need::mentalHealth, cmht,
                                                                    ChallengeOutcome::overturned, false, std::nullopt});
        CHECK(stateOf(story.latest(), Need::mentalHealth) == "sent");
        CHECK(holderOf(story.latest(), Need::mentalHealth) == "lantern/ada");
    }
    SECTION("accepted, with a worker")
    {
        story.then("2026-03-10T09:00:00Z",
                   event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, true, ben});
        CHECK(stateOf(story.latest(), Need::mentalHealth) == "accepted");
        CHECK(holderOf(story.latest(), Need::mentalHealth) == "cmht/ben");
    }
    CHECK(story.latest().bounces.back().overturned);
    CHECK(story.latest().letters.empty());
    CHECK_FALSE(actionOf(story.latest(), "supervisors_contact"));
}

TEST_CASE("A letter that went out shows the rung after it")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-09T12:00:00Z", event::ChallengeSent{Need::mentalHealth, cmht});
    const auto snapshot = story.latest();
    REQUIRE(actionOf(snapshot, "supervisors_contact"));
    CHECK(actionOf(snapshot, "supervisors_contact")->due == at("2026-03-16T17:00:00Z"));
    CHECK(snapshot.letters.at(0).sentAt == at("2026-03-09T12:00:00Z"));
}

TEST_CASE("HANDOVER: a class H decline moves the holder only when the next service has accepted")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "H01"));
    auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "handover_pending");
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    const auto* owed = actionOf(snapshot, "complete_handover");
    REQUIRE(owed);
    CHECK(ownerOf(*owed) == "coordinator:cmht");
    story.then("2026-03-10T09:00:00Z", event::HandoverAccepted{Need::mentalHealth, harbour, ben});
    snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "accepted");
    CHECK(holderOf(snapshot, Need::mentalHealth) == "harbour/ben");
    CHECK_FALSE(actionOf(snapshot, "complete_handover"));
}

TEST_CASE("That the person said no is hearsay until the keyworker has confirmed it")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "H06"));
    CHECK(hasFlag(story.latest(), "hearsay"));
    const auto snapshot = story.latest();
    REQUIRE(actionOf(snapshot, "confirm_with_person"));
    CHECK(ownerOf(*actionOf(snapshot, "confirm_with_person")) == "ada");
    story.then("2026-03-09T10:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::spoke});
    CHECK_FALSE(hasFlag(story.latest(), "hearsay"));
}

TEST_CASE("A soft answer leaves the state and starts a chase")
{
    const auto [kind, code] = GENERATE(table<ResponseKind, std::string>(
        {{ResponseKind::returnedWithAdvice, "S10"}, {ResponseKind::signposted, "S01"}}));
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, kind));
    const auto snapshot = story.latest();
    CHECK(codes(snapshot) == std::vector<std::string>{code});
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    REQUIRE(actionOf(snapshot, "chase"));
    CHECK(actionOf(snapshot, "chase")->due == at("2026-03-04T17:00:00Z"));
}

TEST_CASE("A reason decides the class, whatever the kind of answer")
{
    const auto kind = GENERATE(ResponseKind::signposted, ResponseKind::returnedWithAdvice, ResponseKind::discharged,
                               ResponseKind::acknowledged, ResponseKind::waitingList, ResponseKind::didNotAttend);
    Story story;
    story.assessedAndReferred();
    auto body = reply(Need::mentalHealth, cmht, kind);
    body.reason = ReasonCode{"N02"};
    story.then("2026-03-03T09:00:00Z", body);
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
    CHECK(story.latest().bounces.at(0).cls == BounceClass::never);
    CHECK(story.latest().letters.size() == 1);
}

TEST_CASE("An answer of a service that does not have the leg is kept and moves nothing")
{
    Story story;
    story.assessedAndReferred();
    auto accepted = reply(Need::mentalHealth, harbour, ResponseKind::accepted);
    accepted.worker = ben;
    story.then("2026-03-03T09:00:00Z", accepted);
    story.then("2026-03-03T10:00:00Z", declined(Need::mentalHealth, harbour, "N01"));
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    CHECK(codes(snapshot) == std::vector<std::string>{"N01"});
    CHECK(snapshot.letters.empty());
}

TEST_CASE("A decline without a reason, with an unknown one, or pointing nowhere is invalid")
{
    Story story;
    story.assessedAndReferred();
    CHECK(
        story.tryThen("2026-03-03T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::declined)).error().where ==
        "/reason");
    CHECK(story.tryThen("2026-03-03T09:00:00Z", declined(Need::mentalHealth, cmht, "N99")).error().where == "/reason");
    auto lost = declined(Need::mentalHealth, cmht, "N02");
    lost.pointsTo = ServiceId{"nowhere"};
    CHECK(story.tryThen("2026-03-03T09:00:00Z", lost).error().where == "/points_to");
    CHECK(story.tryThen("2026-03-01T09:00:00Z", event::Now{}).error().where == "/at");
    CHECK(story.events().size() == 2);
}

TEST_CASE("A missed visit is followed up the next working day, and never ends anything")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-06T09:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::didNotAttend));
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    REQUIRE(actionOf(snapshot, "missed_visit_follow_up"));
    CHECK(actionOf(snapshot, "missed_visit_follow_up")->due == at("2026-03-09T17:00:00Z"));
    story.then("2026-03-06T12:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::spoke});
    CHECK_FALSE(actionOf(story.latest(), "missed_visit_follow_up"));
}
