// A meeting from its agenda to its minutes.
#include "app/meetings.h"
#include "app/cut/walk.h"
#include "app/meeting_outcome.h"
#include "domain/calendar.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

Meeting begin(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    Meeting meeting = walk.answer(&app::Meetings::board, world.joanne).meeting;
    if (meeting.items.empty())
        meeting.items.push_back({person, {}, 10, "Asked by Priya", {}});
    meeting.attendees = {{world.joanne.worker.id, {}, {}, MeetingSide::substanceUse, Presence::here},
                         {world.samir.worker.id, {}, {}, MeetingSide::mentalHealth, Presence::video}};
    meeting = walk.answer(&app::Meetings::start, world.joanne, meeting, world.command());
    meeting.place = "Room 2";
    walk.cut(&app::Meetings::save, world.joanne, meeting);
    return must(app::Meetings{*world.workspace}.board(world.joanne)).meeting;
}

void decide(Walk& walk, const MeetingId& meeting, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::MeetingDraft draft = walk.answer(&app::Meetings::begin, world.joanne, meeting, person, MeetingOutcome{});
    draft.outcome = samirLeads(world);
    walk.cut(&app::Meetings::saveDraft, world.joanne, person, draft);
    const auto version = must(app::Meetings{*world.workspace}.begin(world.joanne, meeting, person, {})).version;
    const app::MeetingRecordInput record{
        meeting, person, version, world.command(), "Mental health leads", "Tell Ada", "Look at it again"};
    walk.answer(&app::Meetings::record, world.joanne, record);
    walk.answer(&app::Meetings::minutes, world.joanne, meeting);
    walk.answer(&app::Meetings::takeBack, world.joanne, meeting, person, world.command());
}

}  // namespace

void Meetings::walk(Walk& walk)
{
    AppWorld& world = walk.world;
    const PersonId person = world.referred().id;
    const MeetingId meeting = begin(walk, person).id;
    decide(walk, meeting, person);
    const auto version = must(app::Meetings{*world.workspace}.board(world.joanne)).meeting.version;
    walk.cut(&app::Meetings::finish, world.joanne, meeting, version, true);
}

}  // namespace holdfast::test::cut
