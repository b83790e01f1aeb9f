// The bounce report as a document: every table that is shown or written, with small numbers kept from being worked out
// across all of them.
#pragma once

#include "report/document.h"
#include "report/full_report.h"

namespace holdfast::report {

Document bounceDocument(const FullReport& report, const DisclosureRule& rule);

/// The counts of a document and what adds up to what, as they were protected: for the proof that nothing leaks.
Disclosure protectedCounts(const FullReport& report, const DisclosureRule& rule);

/// What each measure counts, of what, and where it comes from.
Table definitionsTable();

/// Begins on the first day of a month and ends on the last of one: what commissioners may have.
bool isWholeMonths(Date from, Date to);

}  // namespace holdfast::report
