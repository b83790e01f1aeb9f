#include "app/reports.h"

#include "app/full_report.h"
#include "app/report_period.h"
#include "app/use_case.h"
#include "app/worklist.h"
#include "report/bounce_document.h"

namespace holdfast::app {
namespace {

/// What time alone has changed, a silence that ran out, is folded before it is counted, so that the same figures come out a
/// year later. Whoever may not export is told so by the export; a store that did not answer is no such refusal, and a report
/// of what was never folded would be another one.
Result<Done> broughtUpToDate(Workspace& workspace, const Session& session)
{
    const auto may = unsaved(workspace, session, Action::exportReports, {}, []() -> Result<Done> { return Done{}; });
    if (!may)
        return may.error().code == ErrorCode::forbidden ? Result<Done>{Done{}} : may;
    if (auto swept = Worklist{workspace}.sweep(session); !swept)
        return std::move(swept).error();
    return Done{};
}

}  // namespace

Result<report::Document> Reports::bounceDocument(const Session& session, const ReportRequest& request)
{
    if (auto fresh = broughtUpToDate(m_workspace, session); !fresh)
        return std::move(fresh).error();
    return audited(
        m_workspace, session, Action::exportReports, "bounces", [&](AuditNote& note) -> Result<report::Document> {
            const report::MeasureQuery& query = request.query;
            note.detail =
                request.format + ' ' + periodWords(query.from, query.to) + (request.rule.hides() ? "" : " exact");
            if (auto period = checkPeriod(query.from, query.to); !period)
                return std::move(period).error();
            if (request.rule.hides() && !report::isWholeMonths(query.from, query.to))
                return Error{ErrorCode::invalid, "to",
                             "expected whole calendar months, so that two reports cannot be taken from each other; "
                             "choose the first day of a month and the last of one, or exact figures for use inside"};
            const report::FullReport full = fullReport(m_workspace, query, request.comparePrevious);
            if (request.stopped && request.stopped())
                return Error{ErrorCode::cancelled, "report", "stopped"};
            return report::bounceDocument(full, request.rule);
        });
}

}  // namespace holdfast::app
