#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Both services have started, and only mental health is left open.
Story& settledSubstanceUse(Story& story)
{
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::met, std::nullopt, {}};
    story.then("2026-03-02T10:00:00Z", body);
    story.then("2026-03-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, cmht}}});
    auto started = reply(Need::mentalHealth, cmht, ResponseKind::started);
    started.worker = ben;
    return story.then("2026-03-09T10:00:00Z", started);
}

event::AftercarePlanned plan(Need need, std::string_view until)
{
    return {need, parseDate(until), false};
}

event::JointClosure closure(std::vector<std::string> agreedBy)
{
    event::JointClosure body;
    body.reason = "both goals are met";
    body.agreedBy = std::move(agreedBy);
    body.personsView = "I am ready";
    return body;
}

}  // namespace

TEST_CASE("AFTERCARE: an end without a plan is S05 and the leg stays open")
{
    Story story;
    settledSubstanceUse(story);
    story.then("2026-05-01T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::discharged));
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "started");
    CHECK(codes(snapshot).back() == "S05");
    CHECK(hasFlag(snapshot, "aftercare"));
    CHECK(actionOf(snapshot, "step_down_plan"));
    CHECK(holderOf(snapshot, Need::mentalHealth) == "cmht/ben");
}

TEST_CASE("AFTERCARE: a plan in force, or the person's own choice, lets the leg end")
{
    Story story;
    settledSubstanceUse(story);
    SECTION("a plan")
    {
        story.then("2026-04-30T10:00:00Z", plan(Need::mentalHealth, "2026-08-01"));
    }
    SECTION("a choice")
    {
        story.then("2026-04-30T10:00:00Z", event::AftercarePlanned{Need::mentalHealth, std::nullopt, true});
    }
    story.then("2026-05-01T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::completed));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "completed");
    CHECK(story.latest().needs.mentalHealth.status == NeedStatus::met);
    CHECK(story.latest().clasp == ClaspState::released);
    CHECK(holderOf(story.latest(), Need::mentalHealth) == "");
}

TEST_CASE("AFTERCARE: a plan that has run out is no plan")
{
    Story story;
    settledSubstanceUse(story);
    story.then("2026-04-30T10:00:00Z", plan(Need::mentalHealth, "2026-05-01"));
    story.then("2026-05-01T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::completed));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "started");
}

TEST_CASE("CLASP: with both needs open one service cannot end its leg alone, even with a plan")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::started));
    story.then("2026-03-09T11:00:00Z", plan(Need::mentalHealth, "2026-08-01"));
    story.then("2026-04-01T11:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::completed));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "started");
    CHECK(hasFlag(story.latest(), "clasp"));
    CHECK(std::ranges::count(codes(story.latest()), "S05") == 0);
}

TEST_CASE("CLASP: a joint closure needs both leads or an MDT, and aftercare for each need")
{
    Story story;
    story.assessedAndReferred();
    auto accepted = reply(Need::mentalHealth, cmht, ResponseKind::accepted);
    accepted.worker = ben;
    story.then("2026-03-09T10:00:00Z", accepted);
    CHECK(
        story.tryThen("2026-04-01T10:00:00Z", closure({"ada", "ben"})).error().detail.starts_with("aftercare.missing"));
    story.then("2026-04-01T10:00:00Z", plan(Need::mentalHealth, "2026-08-01"));
    story.then("2026-04-01T10:00:00Z", plan(Need::substanceUse, "2026-08-01"));
    CHECK(story.tryThen("2026-04-01T11:00:00Z", closure({"ada"})).error().where == "/agreed_by");
    CHECK(story.tryThen("2026-04-01T11:00:00Z", closure({"ada", "cleo"})).error().where == "/agreed_by");
    auto unheard = closure({"ada", "ben"});
    unheard.personsView.clear();
    CHECK(story.tryThen("2026-04-01T11:00:00Z", unheard).error().where == "/persons_view");
    SECTION("both leads")
    {
        story.then("2026-04-01T11:00:00Z", closure({"ada", "ben"}));
    }
    SECTION("an MDT")
    {
        story.then("2026-04-01T11:00:00Z", closure({"mdt"}));
    }
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "closed_jointly");
    CHECK(stateOf(snapshot, Need::substanceUse) == "closed_jointly");
    CHECK(snapshot.needs.substanceUse.status == NeedStatus::met);
    CHECK(snapshot.clasp == ClaspState::released);
    CHECK(snapshot.nextActions.empty());
}

TEST_CASE("CLASP: one worker who holds both needs cannot close them alone")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-04-01T10:00:00Z", plan(Need::mentalHealth, "2026-08-01"));
    story.then("2026-04-01T10:00:00Z", plan(Need::substanceUse, "2026-08-01"));
    CHECK_FALSE(story.tryThen("2026-04-01T11:00:00Z", closure({"ada"})));
    CHECK(story.tryThen("2026-04-01T11:00:00Z", closure({"ada", "ben"})));
}

TEST_CASE("A discharge after missed visits is N09 or N10 and challenged, even with a plan")
{
    Story story;
    settledSubstanceUse(story);
    story.then("2026-04-30T10:00:00Z", plan(Need::mentalHealth, "2026-08-01"));
    story.then("2026-05-05T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::didNotAttend));
    SECTION("one missed visit")
    {
        story.then("2026-05-06T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::discharged));
        CHECK(codes(story.latest()).back() == "N09");
        CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
    }
    SECTION("two missed visits")
    {
        story.then("2026-05-07T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::didNotAttend));
        story.then("2026-05-08T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::discharged));
        CHECK(codes(story.latest()).back() == "N10");
        CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
    }
    SECTION("attended since")
    {
        story.then("2026-05-07T10:00:00Z", event::Contact{cmht, ContactDirection::in, ContactOutcome::spoke});
        story.then("2026-05-08T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::discharged));
        CHECK(stateOf(story.latest(), Need::mentalHealth) == "completed");
    }
}

TEST_CASE("DOOR-OPEN: a person with capacity who declines is offered help again on their date")
{
    Story story;
    story.assessedAndReferred();
    const event::PersonDeclined no{Need::mentalHealth, *parseDate("2026-06-01"), true};
    story.then("2026-03-09T10:00:00Z", no);
    const auto snapshot = story.latest();
    CHECK(snapshot.needs.mentalHealth.status == NeedStatus::declinedByPerson);
    CHECK(stateOf(snapshot, Need::mentalHealth) == "withdrawn_by_person");
    const auto* offer = actionOf(snapshot, "reoffer");
    REQUIRE(offer);
    CHECK(offer->due == at("2026-06-01T16:00:00Z"));
    CHECK(ownerOf(*offer) == "ada");
    CHECK(actionOf(story.now("2027-01-01T00:00:00Z"), "reoffer"));
    CHECK(
        story.tryThen("2026-03-09T11:00:00Z", event::PersonDeclined{Need::mentalHealth, *parseDate("2026-03-09"), true})
            .error()
            .where == "/re_offer_on");
}

TEST_CASE("DOOR-OPEN: without recorded capacity, or when intoxicated, the leg stays and somebody asks again")
{
    Story story;
    story.assessedAndReferred();
    SafetyFacts safety;
    std::optional<bool> capacity;
    SECTION("not recorded") {}
    SECTION("no capacity")
    {
        capacity = false;
    }
    SECTION("intoxicated")
    {
        capacity = true;
        safety.intoxicatedNow = true;
    }
    story.then("2026-03-09T10:00:00Z", event::PersonDeclined{Need::mentalHealth, *parseDate("2026-06-01"), capacity},
               safety);
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    CHECK(snapshot.needs.mentalHealth.status == NeedStatus::present);
    REQUIRE(actionOf(snapshot, "ask_capacity"));
    CHECK(actionOf(snapshot, "ask_capacity")->due == at("2026-03-10T17:00:00Z"));
}

TEST_CASE("A need that opens again keeps its clock and is held by the worker who opened it")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T10:00:00Z", event::PersonDeclined{Need::mentalHealth, *parseDate("2026-06-01"), true});
    CHECK_FALSE(story.tryThen("2026-05-01T10:00:00Z", event::Reopened{Need::substanceUse, ben, cmht, "asked again"}));
    story.then("2026-05-01T10:00:00Z", event::Reopened{Need::mentalHealth, ben, cmht, "asked again"});
    const auto snapshot = story.latest();
    CHECK(snapshot.needs.mentalHealth.status == NeedStatus::possible);
    CHECK(stateOf(snapshot, Need::mentalHealth) == "draft");
    CHECK(holderOf(snapshot, Need::mentalHealth) == "cmht/ben");
    CHECK(snapshot.needs.mentalHealth.firstAskedAt == at("2026-03-02T10:00:00Z"));
    CHECK_FALSE(actionOf(snapshot, "reoffer"));
}

TEST_CASE("When the person has died everything stops but one bereavement action")
{
    SafetyFacts safety;
    safety.suicidalThoughts = true;
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), safety);
    story.then("2026-03-20T10:00:00Z", event::PersonDied{*parseDate("2026-03-19")});
    story.then("2026-03-21T10:00:00Z", declined(Need::mentalHealth, cmht, "N02"), safety);
    const auto snapshot = story.now("2026-09-01T10:00:00Z");
    CHECK(stateOf(snapshot, Need::mentalHealth) == "closed_jointly");
    CHECK(snapshot.letters.empty());
    REQUIRE(snapshot.nextActions.size() == 1);
    CHECK(snapshot.nextActions[0].what == "bereavement");
    CHECK(ownerOf(snapshot.nextActions[0]) == "coordinator");
    CHECK(snapshot.died);
    CHECK_FALSE(Story{}.tryThen("2026-03-20T10:00:00Z", event::PersonDied{*parseDate("2026-03-21")}));
}

TEST_CASE("EIGHTEEN: from half a year before the limit the way on is planned, and no birthday ends a leg")
{
    Story story{aged("2008-09-10")};
    event::AssessmentSigned body = bothNeeds();
    body.found.substanceUse = {NeedStatus::none, std::nullopt, {}};
    story.then("2026-02-02T10:00:00Z", body);
    story.then("2026-02-02T11:00:00Z", event::ReferralSent{{{Need::mentalHealth, camhs}}});
    auto started = reply(Need::mentalHealth, camhs, ResponseKind::started);
    started.worker = cleo;
    story.then("2026-02-09T10:00:00Z", started);
    CHECK_FALSE(hasFlag(story.now("2026-03-09T23:00:00Z"), "eighteen"));
    CHECK(hasFlag(story.now("2026-03-10T00:00:00Z"), "eighteen"));
    CHECK(actionOf(story.now("2026-03-10T00:00:00Z"), "plan_transition"));
    CHECK(actionOf(story.now("2026-09-20T00:00:00Z"), "plan_transition"));

    story.then("2026-09-01T10:00:00Z", event::AftercarePlanned{Need::mentalHealth, parseDate("2027-01-01"), false});
    story.then("2026-09-10T10:00:00Z", reply(Need::mentalHealth, camhs, ResponseKind::completed));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "started");
    story.then("2026-09-11T10:00:00Z", event::HandoverAccepted{Need::mentalHealth, cmht, ben});
    CHECK_FALSE(hasFlag(story.latest(), "eighteen"));
}
