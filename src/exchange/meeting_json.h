// A meeting, and what was recorded of one person in it, as the store keeps them: JSON.
#pragma once

#include "domain/meeting.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

/// Place, who was there, and the agenda; the rest has columns of its own.
std::string writeMeetingBody(const Meeting& meeting);
Result<Done> readMeetingBody(std::string_view text, Meeting& into);

std::string writeMeetingOutcome(const MeetingOutcome& outcome);
Result<MeetingOutcome> readMeetingOutcome(std::string_view text);

/// With who was present, as a record keeps it.
std::string writeMeetingRecord(const MeetingRecord& record);
Result<Done> readMeetingRecord(std::string_view text, MeetingRecord& into);

}  // namespace holdfast::exchange
