// What was agreed about sharing, and what a carer is to be offered, once it is time to ask: among the rest of Today.
#pragma once

#include "app/worklist.h"

namespace holdfast::app {

/// Those that are due with the rest of Today, after what was agreed in meetings and plans. Of the people whom the worker,
/// those they stand in for, or their team hold; nothing for Everyone, where nobody in particular would ask.
void addReviewsDue(Workspace& workspace, const Worker& worker, const TodayQuery& query, Today& today);

}  // namespace holdfast::app
