// Gathers everything a bounce report says, in one reading. Only for reports.cpp and what shows or exports reports.
#pragma once

#include "app/workspace.h"
#include "report/full_report.h"
#include "report/person_rows.h"

#include <functional>

namespace holdfast::app {

/// Where the rows of a report come from, and as at when.
struct ReportSource {
    Instant now;
    std::int64_t events = 0;  ///< recorded by then
    /// Visits everybody with something in the stretch, each once; rows of other days do no harm.
    std::function<void(const report::Stretch&, Instant now, const report::VisitPerson&)> rows;
    std::function<std::vector<PersonId>(Instant from, Instant until)> carersSpokenTo;
    std::function<int(Instant from, Instant until)> retold;
};

/// What is kept with the cases, as at now.
ReportSource cachedRows(Workspace& workspace);

/// The period is known to be one; in the transaction of the use case.
report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious);
report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious,
                              const ReportSource& source);

}  // namespace holdfast::app
