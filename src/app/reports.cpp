#include "app/reports.h"

#include "app/full_report.h"
#include "app/report_standing.h"
#include "app/use_case.h"
#include "app/worklist.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "exchange/bounce_csv.h"
#include "exchange/bounce_json.h"
#include "report/bounce_document.h"
#include "store/report_query.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// What time alone has changed, a silence that ran out, is folded before it is counted, so that the same figures come out a
/// year later. Whoever may not export is told so by the export.
Result<Done> broughtUpToDate(Workspace& workspace, const Session& session)
{
    const auto may = unsaved(workspace, session, Action::exportReports, []() -> Result<Done> { return Done{}; });
    if (!may)
        return Done{};
    if (auto swept = Worklist{workspace}.sweep(session); !swept)
        return std::move(swept).error();
    return Done{};
}

std::vector<report::BounceRow> rowsBetween(const store::ReportQuery& store, const report::BounceQuery& query, Date from,
                                           Date to, Instant now)
{
    std::vector<report::BounceRow> rows;
    store.bounces({from, to, query.service, query.need}, now,
                  [&](const store::BounceFigure& figure) { rows.push_back(figure); });
    return rows;
}

template <class Query>
Result<Done> checked(const Query& query)
{
    if (query.to < query.from)
        return Error{ErrorCode::invalid, "to", "expected a day on or after the first day"};
    if (query.to - query.from > std::chrono::days{366 * 20})
        return Error{ErrorCode::invalid, "to", "expected at most twenty years"};
    return Done{};
}

/// What was sent to each service, and what it did well: known by its name as long as the directory has it.
void addServices(Workspace& workspace, const store::ReportQuery& store, report::BounceReport& report)
{
    const auto nameOfService = [&](const std::string& id) {
        const Service* service = ServiceId::fits(id) ? workspace.directory().find(ServiceId{id}) : nullptr;
        return service == nullptr ? id : service->name;
    };
    const report::BounceQuery& query = report.query;
    const store::BounceFilter filter{query.from, query.to, query.service, query.need};
    std::vector<report::LegsSent> sent;
    for (const store::ServiceCount& line : store.legsSent(filter))
        sent.push_back({line.service, nameOfService(line.service), line.count});
    report::addLegsSent(report, sent);
    std::vector<report::WentWell> good;
    for (const store::WentWellCount& line : store.wentWell(filter))
        good.push_back({line.service, nameOfService(line.service), line.count, line.heldBoth});
    report::addWentWell(report, good);
}

/// Reads once: the twelve months of the trend and the period mostly overlap.
Result<report::BounceReport> made(Workspace& workspace, const report::BounceQuery& query)
{
    if (auto valid = checked(query); !valid)
        return std::move(valid).error();
    const Instant now = workspace.clock().now();
    const store::ReportQuery store{workspace.connection()};
    const Date first = std::min(query.from, report::trendStart(query));
    const auto rows = rowsBetween(store, query, first, query.to, now);
    report::BounceReport report = report::bounceReport(query, rows, rows);
    addServices(workspace, store, report);
    nameReasons(report.byReason, workspace.policyBook(), now);
    if (query.by == report::GroupBy::reason)
        nameReasons(report.groups, workspace.policyBook(), now);
    addStanding(workspace, report, now);
    return report;
}

template <class Write>
Result<std::string> exported(Workspace& workspace, const Session& session, const report::BounceQuery& query,
                             std::string_view format, Write write)
{
    return audited(workspace, session, Action::exportReports, "bounces", [&](AuditNote& note) -> Result<std::string> {
        note.detail = std::string{format} + ' ' + formatDate(query.from) + ' ' + formatDate(query.to);
        return made(workspace, query).transform(write);
    });
}

}  // namespace

Result<report::BounceReport> Reports::bounces(const Session& session, const report::BounceQuery& query)
{
    return audited(m_workspace, session, Action::viewReports, "bounces", [&](AuditNote& note) {
        note.detail = formatDate(query.from) + ' ' + formatDate(query.to);
        return made(m_workspace, query);
    });
}

Result<std::string> Reports::bouncesCsv(const Session& session, const report::BounceQuery& query)
{
    return exported(m_workspace, session, query, "csv", exchange::writeBounceCsv);
}

Result<std::string> Reports::bouncesJson(const Session& session, const report::BounceQuery& query)
{
    return exported(m_workspace, session, query, "json", exchange::writeBounceJson);
}

Result<report::Document> Reports::bounceDocument(const Session& session, const ReportRequest& request)
{
    if (auto fresh = broughtUpToDate(m_workspace, session); !fresh)
        return std::move(fresh).error();
    return audited(
        m_workspace, session, Action::exportReports, "bounces", [&](AuditNote& note) -> Result<report::Document> {
            const report::MeasureQuery& query = request.query;
            note.detail = request.format + ' ' + formatDate(query.from) + ' ' + formatDate(query.to) +
                          (request.rule.hides() ? "" : " exact");
            if (auto valid = checked(query); !valid)
                return std::move(valid).error();
            if (request.rule.hides() && !report::isWholeMonths(query.from, query.to))
                return Error{ErrorCode::invalid, "to",
                             "expected whole calendar months, so that two reports cannot be taken from each other; "
                             "choose the first day of a month and the last of one, or exact figures for use inside"};
            return report::bounceDocument(fullReport(m_workspace, query, request.comparePrevious), request.rule);
        });
}

}  // namespace holdfast::app
