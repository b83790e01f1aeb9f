// What the use cases of meetings share: a meeting and its people as the store has them.
#pragma once

#include "app/meetings.h"
#include "store/meeting_repository.h"

namespace holdfast::app {

Result<Meeting> meetingOf(const store::MeetingRow& row);
Result<Meeting> meetingIn(Workspace& workspace, const MeetingId& id);

/// What stands of each person, newest number; those that were taken back are left out.
Result<std::vector<MeetingRecord>> standingRecords(Workspace& workspace, const MeetingId& meeting);

/// Items in their order, with who it is and what stands of them.
Result<std::vector<AgendaLine>> agendaLines(Workspace& workspace, const Meeting& meeting);

/// On which side somebody of this service sits.
MeetingSide sideOf(Workspace& workspace, const Worker& worker);

std::string draftKindOf(const MeetingId& meeting);

}  // namespace holdfast::app
