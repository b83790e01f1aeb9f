// What every bounce report says beside its counts. In the transaction of the use case.
#pragma once

#include "app/workspace.h"
#include "report/bounce_report.h"

#include <vector>

namespace holdfast::app {

/// Codes become the policy's labels.
void nameReasons(std::vector<report::BounceGroup>& groups, const PolicyBook& policies, Instant now);

/// Who is held now, and of what moment and policy the report is.
void addStanding(Workspace& workspace, report::BounceReport& report, Instant now);

}  // namespace holdfast::app
