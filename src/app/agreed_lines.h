// Who does what by when, as plans and meetings have it, among everything else that happens next.
#pragma once

#include "app/cases.h"
#include "app/worklist.h"

namespace holdfast::app {

/// The rule that stands behind them: somebody agreed to do it.
inline constexpr std::string_view agreedLineRule = "plan.line";

/// Where a line comes from when a joint meeting agreed it; else the kind of plan.
inline constexpr std::string_view meetingSource = "meeting";

/// Those of the person that a worker has still to do, by due day.
void addAgreedLines(Workspace& workspace, CaseFile& file);

/// Those that are due with the rest of Today, at the end of what was agreed in meetings.
void addAgreedLines(Workspace& workspace, const Worker& worker, const TodayQuery& query, Today& today);

}  // namespace holdfast::app
