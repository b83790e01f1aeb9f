#include "app/meetings.h"

#include "app/meeting_outcome.h"
#include "domain/calendar.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

using std::chrono::days;

app::MeetingBoard boardOf(AppWorld& world, const app::Session& session)
{
    auto board = app::Meetings{*world.workspace}.board(session);
    REQUIRE(board);
    return *std::move(board);
}

/// Refused by the mental health team because of drinking: both should talk about her.
Person refused(AppWorld& world)
{
    Person person = world.referred();
    world.recorded(person.id, declined(ReasonCode{"N01"}), "Stop drinking first.");
    return person;
}

/// On since now, with Samir for mental health and Joanne for drugs and alcohol.
Meeting begun(AppWorld& world, const PersonId& person, bool both = true)
{
    Meeting meeting = boardOf(world, world.joanne).meeting;
    if (std::ranges::find(meeting.items, person, &AgendaItem::person) == meeting.items.end())
        meeting.items.push_back({person, {}, 10, "Asked by Priya", {}});
    meeting.attendees = {
        {world.joanne.worker.id, {}, {}, MeetingSide::substanceUse, Presence::here},
        {world.samir.worker.id, {}, {}, MeetingSide::mentalHealth, both ? Presence::video : Presence::away},
        {{}, "Dr Hale's surgery", "Sent a summary", MeetingSide::other, Presence::away}};
    auto started = app::Meetings{*world.workspace}.start(world.joanne, meeting, world.command());
    REQUIRE(started);
    return *std::move(started);
}

app::MeetingDraft typed(AppWorld& world, const Meeting& meeting, const PersonId& person, const MeetingOutcome& outcome)
{
    app::Meetings meetings{*world.workspace};
    auto draft = meetings.begin(world.joanne, meeting.id, person, {});
    REQUIRE(draft);
    draft.value().outcome = outcome;
    draft = meetings.saveDraft(world.joanne, person, *draft);
    REQUIRE(draft);
    return *std::move(draft);
}

Result<app::MeetingRecorded> recorded(AppWorld& world, const Meeting& meeting, const PersonId& person,
                                      const MeetingOutcome& outcome)
{
    const auto draft = typed(world, meeting, person, outcome);
    return app::Meetings{*world.workspace}.record(world.joanne,
                                                  {meeting.id, person, draft.version, world.command(), "MH leads.",
                                                   "Ring Ada and say what was decided", "See whether it helps Ada"});
}

int standingMdts(const app::CaseFile& file)
{
    return static_cast<int>(std::ranges::count_if(file.history, [](const auto& entry) {
        return !entry.voided && std::holds_alternative<event::Mdt>(entry.event.body);
    }));
}

int timesNext(const app::CaseFile& file, const std::string& what)
{
    return static_cast<int>(std::ranges::count(file.now.nextActions, what, &engine::NextAction::what));
}

std::vector<std::string> todaysLines(AppWorld& world, const app::Session& session)
{
    auto today = world.worklist().today(session, {});
    REQUIRE(today);
    std::vector<std::string> lines;
    for (const auto& item : today->items)
        if (item.group == app::WorkGroup::mdtActions)
            lines.push_back(item.action.what);
    return lines;
}

}  // namespace

TEST_CASE("the agenda builds itself from what is outstanding, with the reason and who holds whom")
{
    onEveryStore([](AppWorld& world) {
        const Person quiet = world.registered("Sam", "Reed");
        const Person person = refused(world);
        const auto board = boardOf(world, world.joanne);
        CHECK_FALSE(board.isOn());
        const auto line = std::ranges::find(board.lines, person.id, [](const auto& each) { return each.item.person; });
        REQUIRE(line != board.lines.end());
        CHECK(std::ranges::find(line->item.reasons, AgendaReason::refused) != line->item.reasons.end());
        CHECK(line->name == "Ada Fenwick");
        CHECK(std::ranges::none_of(board.lines, [&](const auto& each) { return each.item.person == quiet.id; }));
        CHECK(std::ranges::find(board.meeting.attendees, world.priya.worker.id, &Attendee::worker) !=
              board.meeting.attendees.end());
        CHECK(board.toDecide() == static_cast<int>(board.lines.size()));
    });
}

TEST_CASE("what both services decide stands in the history, its actions on Today once, and each can be done")
{
    onEveryStore([](AppWorld& world) {
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        const auto made = recorded(world, meeting, person.id, samirLeads(world));
        REQUIRE(made);
        CHECK(made->stands);
        CHECK(made->record.state == MeetingState::decided);
        CHECK(made->record.present == std::vector<std::string>{"Joanne Mercer", "Samir Haddad"});

        const auto file = world.file(person.id);
        CHECK(standingMdts(file) == 1);
        CHECK(timesNext(file, "Withdraw the refusal in writing") == 1);
        CHECK(timesNext(file, "Ring Ada and say what was decided") == 1);
        CHECK(todaysLines(world, world.samir) == std::vector<std::string>{"Withdraw the refusal in writing"});
        CHECK(todaysLines(world, world.priya) == std::vector<std::string>{"Ring Ada and say what was decided"});
        const auto today = world.worklist().today(world.samir, {});
        REQUIRE(today);
        CHECK(today->groupTotals[static_cast<std::size_t>(app::WorkGroup::mdtActions)] == 1);
        const auto board = boardOf(world, world.joanne);
        const auto line = std::ranges::find(board.lines, person.id, [](const auto& each) { return each.item.person; });
        REQUIRE(line != board.lines.end());
        REQUIRE(line->record);
        CHECK(line->record->outcome == samirLeads(world));
    });
}

TEST_CASE("while one service is missing nothing is decided: it is kept, and no meeting stands in the history")
{
    onEveryStore([](AppWorld& world) {
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id, false);
        const auto made = recorded(world, meeting, person.id, samirLeads(world));
        REQUIRE(made);
        CHECK_FALSE(made->stands);
        CHECK(made->record.state == MeetingState::notDecided);
        CHECK(made->record.event.empty());
        CHECK(standingMdts(world.file(person.id)) == 0);
        CHECK(todaysLines(world, world.samir) == std::vector<std::string>{"Withdraw the refusal in writing"});
    });
}

TEST_CASE("not decided is kept as such when both services are there")
{
    onEveryStore([](AppWorld& world) {
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        MeetingOutcome outcome = samirLeads(world);
        outcome.decision = MeetingDecision::notDecided;
        outcome.lead = {};
        const auto made = recorded(world, meeting, person.id, outcome);
        REQUIRE(made);
        CHECK_FALSE(made->stands);
        CHECK(standingMdts(world.file(person.id)) == 0);
    });
}

TEST_CASE("what was recorded can be taken back, and changed in the same meeting")
{
    onEveryStore([](AppWorld& world) {
        app::Meetings meetings{*world.workspace};
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        REQUIRE(recorded(world, meeting, person.id, samirLeads(world)));
        REQUIRE(meetings.takeBack(world.joanne, meeting.id, person.id, world.command()));
        CHECK(standingMdts(world.file(person.id)) == 0);
        CHECK(todaysLines(world, world.samir).empty());
        const auto again = meetings.begin(world.joanne, meeting.id, person.id, {});
        REQUIRE(again);
        CHECK(again->outcome == samirLeads(world));

        REQUIRE(recorded(world, meeting, person.id, samirLeads(world)));
        MeetingOutcome other = samirLeads(world);
        other.plainWords = "Priya sees her first.";
        REQUIRE(recorded(world, meeting, person.id, other));
        CHECK(standingMdts(world.file(person.id)) == 1);
        const auto board = boardOf(world, world.joanne);
        for (const auto& line : board.lines)
            if (line.item.person == person.id)
                CHECK(line.record->number == 4);
    });
}

TEST_CASE("an action without an owner holds the meeting up, and nothing is recorded")
{
    onEveryStore([](AppWorld& world) {
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        MeetingOutcome outcome = samirLeads(world);
        outcome.actions.push_back({NeedScope::both, "Ask the GP", {}, outcome.tellBy});
        const auto made = recorded(world, meeting, person.id, outcome);
        REQUIRE_FALSE(made);
        CHECK(made.error().where == "actions/1/owner");
        CHECK(standingMdts(world.file(person.id)) == 0);
    });
}

TEST_CASE("recording again with the same command answers the same")
{
    onEveryStore([](AppWorld& world) {
        app::Meetings meetings{*world.workspace};
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        const auto draft = typed(world, meeting, person.id, samirLeads(world));
        const app::MeetingRecordInput input{meeting.id,  person.id,  draft.version, world.command(),
                                            "MH leads.", "Ring Ada", "Look again"};
        const auto once = meetings.record(world.joanne, input);
        const auto twice = meetings.record(world.joanne, input);
        REQUIRE(once);
        REQUIRE(twice);
        CHECK(once->record == twice->record);
        CHECK(standingMdts(world.file(person.id)) == 1);
    });
}

TEST_CASE("one meeting is on at a time, a save over a newer one changes nothing, and a finished one takes nothing more")
{
    onEveryStore([](AppWorld& world) {
        app::Meetings meetings{*world.workspace};
        const Person person = refused(world);
        Meeting meeting = begun(world, person.id);
        CHECK(meetings.start(world.samir, meeting, world.command()).error().code == ErrorCode::conflict);
        meeting.items.front().whyOff = "Seen this morning";
        const auto saved = meetings.save(world.samir, meeting);
        REQUIRE(saved);
        CHECK(meetings.save(world.joanne, meeting).error().code == ErrorCode::conflict);
        const auto finished = meetings.finish(world.joanne, meeting.id, saved->version, true);
        REQUIRE(finished);
        CHECK(finished->finishedAt);
        CHECK(meetings.save(world.joanne, *finished).error().code == ErrorCode::conflict);
        CHECK(meetings.begin(world.joanne, meeting.id, person.id, {}).error().code == ErrorCode::conflict);
        CHECK(boardOf(world, world.joanne).past.size() == 1);
        REQUIRE(meetings.finish(world.joanne, meeting.id, finished->version, false));
        CHECK(boardOf(world, world.joanne).isOn());
    });
}

TEST_CASE("minutes say what was recorded, and taking them out is written down")
{
    onEveryStore([](AppWorld& world) {
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        REQUIRE(recorded(world, meeting, person.id, samirLeads(world)));
        const auto minutes = app::Meetings{*world.workspace}.minutes(world.samir, meeting.id);
        REQUIRE(minutes);
        CHECK(std::ranges::any_of(minutes->lines, [](const auto& line) { return line.record.has_value(); }));
        CHECK(world.audit().back().action == "export_meeting");
    });
}

TEST_CASE("a keyworker sees the meeting and does not run it; who sees no people sees none")
{
    onEveryStore([](AppWorld& world) {
        app::Meetings meetings{*world.workspace};
        const Person person = refused(world);
        const Meeting meeting = begun(world, person.id);
        CHECK(boardOf(world, world.priya).isOn());
        CHECK(meetings.save(world.priya, meeting).error().code == ErrorCode::forbidden);
        CHECK(meetings.begin(world.priya, meeting.id, person.id, {}).error().code == ErrorCode::forbidden);
        CHECK(meetings.takeBack(world.priya, meeting.id, person.id, world.command()).error().code ==
              ErrorCode::forbidden);
        CHECK(meetings.minutes(world.priya, meeting.id).error().code == ErrorCode::forbidden);
        CHECK(meetings.finish(world.priya, meeting.id, meeting.version, true).error().code == ErrorCode::forbidden);
        CHECK(meetings.board(world.rowan).error().code == ErrorCode::forbidden);
    });
}
