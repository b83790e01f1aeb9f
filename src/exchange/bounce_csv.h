// The table of a bounce report as CSV: a header, a row for each group, and the totals last.
#pragma once

#include "report/bounce_report.h"

namespace holdfast::exchange {

/// As CsvWriter writes (csv.h); an unknown figure is an empty cell. Columns: the group ("service",
/// "reason" or "month"), label, legs_sent (by service only), bounces, never, handover, soft, people,
/// days_lost_median, challenged, overturned, common_reason, and by service went_well and held_both. The last row's group is "total".
std::string writeBounceCsv(const report::BounceReport& report);

}  // namespace holdfast::exchange
