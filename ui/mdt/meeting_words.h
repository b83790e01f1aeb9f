// The words of joint meetings: why somebody is on the agenda, what was decided, who tells the person, and what is
// missing.
#pragma once

#include "app/meetings.h"

#include <QString>

namespace holdfast::ui {

QString words(AgendaReason reason);  ///< "Passed back and forth"
QString reasonsWords(const AgendaItem& item);
QString words(MeetingDecision decision);  ///< "Keep the hold, MH leads"
QString words(Presence presence);
QString words(MeetingSide side);
QString words(TellingHow how);
QString words(MeetingState state);

/// The question that the reason asks of the meeting, to begin with.
QString questionFor(const AgendaItem& item, const QString& name);
/// "Tell Gareth what was decided, by phone".
QString tellingWords(const QString& name, TellingHow how);
/// "See whether what the joint meeting decided helps Gareth".
QString reviewWords(const QString& name);

QString attendeeName(const Attendee& attendee, const app::NameBook& names);
/// What is missing, and what to do about it: "Action 4 needs an owner before you move on".
QString meetingErrorWords(const Error& error);

/// What was recorded, field by field.
std::vector<app::Passage> passagesOf(const MeetingOutcome& outcome, const app::NameBook& names);

}  // namespace holdfast::ui
