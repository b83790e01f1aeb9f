// Gathers everything a bounce report says, in one reading of each table. Only for reports.cpp and what exports reports.
#pragma once

#include "app/workspace.h"
#include "report/full_report.h"

namespace holdfast::app {

/// The period is known to be one; in the transaction of the use case.
report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious);

}  // namespace holdfast::app
