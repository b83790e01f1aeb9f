#include "domain/meeting.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;

namespace {

constexpr Date today = Date{std::chrono::year{2026} / 11 / 23};
constexpr std::chrono::days day{1};

AgendaSign sign(const char* person, const char* what, const char* rule = "", int escalation = 0, int overdue = 0)
{
    return {PersonId{person}, what, rule, escalation, overdue};
}

MeetingOutcome complete()
{
    MeetingOutcome outcome;
    outcome.question = "Who leads?";
    outcome.personsView = "Ring me back.";
    outcome.decision = MeetingDecision::substanceUseLeads;
    outcome.lead = WorkerId{"theo"};
    outcome.reviewOn = today + 14 * day;
    outcome.plainWords = "Theo leads.";
    outcome.actions = {{NeedScope::both, "Ring", WorkerId{"theo"}, today}};
    outcome.teller = WorkerId{"theo"};
    outcome.tellingHow = TellingHow::call;
    outcome.tellBy = today;
    return outcome;
}

std::string missing(const MeetingOutcome& outcome)
{
    const auto checked = checkOutcome(outcome, today);
    return checked ? std::string{} : checked.error().where;
}

Meeting with(std::initializer_list<std::pair<MeetingSide, Presence>> there)
{
    Meeting meeting;
    for (const auto& [side, presence] : there)
        meeting.attendees.push_back({{}, "Somebody", {}, side, presence});
    return meeting;
}

}  // namespace

TEST_CASE("the most pressing are talked about first, each once, with every reason")
{
    const auto agenda =
        buildAgenda({sign("late", "chase", "silence.reminder", 0, 6), sign("refused", "challenge_letter", "ladder", 2),
                     sign("around", "hold_mdt", "tennis.mdt", 0, 1), sign("unsafe", "safety_follow_up", "safety", 0),
                     sign("around", "challenge_letter", "ladder", 1), sign("refused", "keyworker_query", "ladder", 0),
                     sign("turning", "plan_transition", "eighteen"), sign("fine", "check_in", "support")});
    std::vector<std::string> order;
    for (const AgendaItem& item : agenda)
        order.push_back(item.person.str());
    CHECK(order == std::vector<std::string>{"unsafe", "around", "refused", "late", "turning"});
    CHECK(agenda[1].reasons == std::vector{AgendaReason::passedAround, AgendaReason::refused});
    CHECK(agenda[2].reasons == std::vector{AgendaReason::refused});
    CHECK(agenda[1].minutes > agenda[2].minutes);
}

TEST_CASE("among equals, how far a challenge has gone and how late it is decide")
{
    const auto agenda = buildAgenda({sign("a", "challenge_letter", "ladder", 1), sign("b", "hold_mdt", "ladder", 3),
                                     sign("c", "challenge_letter", "ladder", 1, 4)});
    REQUIRE(agenda.size() == 3);
    CHECK(agenda[0].person == PersonId{"b"});
    CHECK(agenda[0].reasons.front() == AgendaReason::refused);
    CHECK(agenda[1].person == PersonId{"c"});
}

TEST_CASE("a reply that is not late yet puts nobody on the agenda")
{
    CHECK(buildAgenda({sign("a", "chase", "silence.reminder", 0, 0)}).empty());
    CHECK(buildAgenda({}).empty());
}

TEST_CASE("a decision needs somebody of each service, here or on video")
{
    using enum MeetingSide;
    CHECK(bothPresent(with({{mentalHealth, Presence::here}, {substanceUse, Presence::video}})));
    CHECK_FALSE(bothPresent(with({{mentalHealth, Presence::here}, {substanceUse, Presence::away}})));
    CHECK_FALSE(bothPresent(with({{mentalHealth, Presence::here}, {other, Presence::here}})));
    CHECK_FALSE(bothPresent({}));
}

TEST_CASE("who is taken off the agenda takes no time of it")
{
    Meeting meeting;
    meeting.startsAt = Instant{today};
    for (const char* person : {"a", "b", "c"})
        meeting.items.push_back({PersonId{person}, {AgendaReason::refused}, 10, {}, {}});
    meeting.items[1].whyOff = "Seen this morning";
    const auto times = agendaTimes(meeting);
    REQUIRE(times.size() == 3);
    CHECK(times[2] == meeting.startsAt + std::chrono::minutes{10});
}

TEST_CASE("whoever is put on the agenda by hand has a reason in words")
{
    Meeting meeting;
    meeting.items.push_back({PersonId{"a"}, {}, 10, {}, {}});
    CHECK(checkMeeting(meeting).error().where == "items/0/why_added");
    meeting.items[0].whyAdded = "Their mother asked";
    CHECK(checkMeeting(meeting));
    meeting.items[0].whyOff = " ";
    CHECK(checkMeeting(meeting).error().where == "items/0/why_off");
}

TEST_CASE("before the meeting moves on everything that has to be said is said")
{
    CHECK(missing(complete()).empty());
    const auto without = [](auto change) {
        MeetingOutcome outcome = complete();
        change(outcome);
        return missing(outcome);
    };
    CHECK(without([](auto& o) { o.question = " "; }) == "question");
    CHECK(without([](auto& o) { o.personsView.clear(); }) == "persons_view");
    CHECK(without([](auto& o) { o.decision.reset(); }) == "decision");
    CHECK(without([](auto& o) { o.lead = {}; }) == "lead");
    CHECK(without([](auto& o) { o.deputy = o.lead; }) == "deputy");
    CHECK(without([](auto& o) { o.reviewOn = today; }) == "review_on");
    CHECK(without([](auto& o) { o.plainWords.clear(); }) == "plain_words");
    CHECK(without([](auto& o) { o.actions[0].owner = {}; }) == "actions/0/owner");
    CHECK(without([](auto& o) { o.actions[0].due = today - day; }) == "actions/0/due");
    CHECK(without([](auto& o) { o.dissents = {{"", "No."}}; }) == "dissents/0/who");
    CHECK(without([](auto& o) { o.teller = {}; }) == "teller");
    CHECK(without([](auto& o) { o.tellBy = today - day; }) == "tell_by");
    CHECK(without([](auto& o) {
              o.decision = MeetingDecision::notDecided;
              o.lead = {};
          }).empty());
}
