// The table of a bounce report as CSV: a header, a row for each group, and the totals last.
#pragma once

#include "report/bounce_report.h"

namespace holdfast::report {

/// RFC 4180 with UTF-8 and CRLF. Text is quoted, and text that a spreadsheet would take for a formula is made inert by
/// a leading apostrophe; numbers stay numbers, and an unknown figure is an empty cell. Columns: the group ("service",
/// "reason" or "month"), label, legs_sent (by service only), bounces, never, handover, soft, people,
/// days_lost_median, challenged, overturned, common_reason. The last row's group is "total".
std::string toCsv(const BounceReport& report);

}  // namespace holdfast::report
