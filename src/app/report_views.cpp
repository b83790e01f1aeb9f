#include "app/report_views.h"

#include "app/full_report.h"
#include "app/missed_wishes.h"
#include "app/report_names.h"
#include "app/report_period.h"
#include "app/use_case.h"
#include "domain/person.h"
#include "store/person_repository.h"
#include "store/report_query.h"
#include "store/report_rows.h"
#include "store/worker_repository.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace holdfast::app {
namespace {

constexpr std::size_t pageSize = 100;

/// The same rows that the figures were counted from.
report::CaseList found(Workspace& workspace, const report::CaseAsked& asked)
{
    const report::MeasureQuery& query = asked.query;
    const Instant now = workspace.clock().now();
    const Recorders recorders{workspace};
    report::CaseFinder finder{asked, londonDate(now),
                              [&recorders](const WorkerId& worker) { return recorders.of(worker); }};
    db::Connection& connection = workspace.connection();
    store::ReportQuery{connection}.bounces({query.from, query.to, query.service, query.need}, now,
                                           [&](const report::BounceRow& row) { finder.add(row); });
    const store::ReportRows rows{connection};
    const auto hours = rows.workHours(query.from, query.to);
    rows.referrals(query.from, query.to, [&](report::ReferralRow& row) {
        if (row.marks.wishes != 0)
            row.missed = missedWishes(workspace, row, hours);
        finder.add(row);
    });
    rows.facts(query.from, query.to, [&](const report::FactRow& row) { finder.add(row); });
    for (const PersonId& person :
         rows.carersSpokenTo(londonInstant(query.from, {}), londonInstant(query.to + std::chrono::days{1}, {})))
        finder.addCarerSpokenTo(person);
    auto list = finder.finish();
    std::set<PersonId> left;  // the figure counts them; the list of who they are does not name them
    std::erase_if(list.cases, [&](const report::ReportCase& each) {
        const bool hidden = workspace.unseen().contains(each.person);
        if (hidden)
            left.insert(each.person);
        return hidden;
    });
    list.people -= static_cast<int>(left.size());
    return list;
}

/// Nothing when it is not a cursor of ours.
std::optional<std::size_t> placeOf(const std::string& cursor)
{
    std::size_t place = 0;
    if (cursor.empty())
        return place;
    const auto read = std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
    return read.ec == std::errc{} && read.ptr == cursor.data() + cursor.size() ? std::optional{place} : std::nullopt;
}

ReportCasePage pageOf(Workspace& workspace, report::CaseList&& list, std::size_t first)
{
    ReportCasePage page;
    page.cases = static_cast<int>(list.cases.size());
    page.people = list.people;
    page.counted = list.counted;
    const std::size_t end = std::min(list.cases.size(), first + pageSize);
    const store::PersonRepository people{workspace.connection()};
    for (std::size_t i = first; i < end; ++i) {
        ReportCaseRow row;
        row.what = std::move(list.cases[i]);
        if (const auto person = people.find(row.what.person))
            row.name = displayName(*person);
        row.serviceName = nameOfService(workspace, row.what.service);
        page.rows.push_back(std::move(row));
    }
    if (end < list.cases.size())
        page.next = std::to_string(end);
    return page;
}

}  // namespace

Result<report::FullReport> ReportViews::whole(const Session& session, const report::MeasureQuery& query,
                                              bool comparePrevious)
{
    return audited(m_workspace, session, Action::viewReports, "bounces",
                   [&](AuditNote& note) -> Result<report::FullReport> {
                       note.detail = periodWords(query.from, query.to);
                       if (auto period = checkPeriod(query.from, query.to); !period)
                           return std::move(period).error();
                       return fullReport(m_workspace, query, comparePrevious);
                   });
}

Result<ReportCasePage> ReportViews::cases(const Session& session, const report::CaseAsked& asked,
                                          const std::string& after)
{
    return audited(
        m_workspace, session, Action::viewReportCases, "bounces", [&](AuditNote& note) -> Result<ReportCasePage> {
            const bool known = asked.measure == report::everyReferral || report::measure(asked.measure) != nullptr;
            const auto first = placeOf(after);
            if (!known || !first)
                return Error{ErrorCode::notFound, "measure", "there is no such measure or page"};
            note.detail = asked.measure + ' ' + periodWords(asked.query.from, asked.query.to);
            if (auto period = checkPeriod(asked.query.from, asked.query.to); !period)
                return std::move(period).error();
            return pageOf(m_workspace, found(m_workspace, asked), *first);
        });
}

Result<ReportChoices> ReportViews::choices(const Session& session, Date from, Date to)
{
    return unsaved(m_workspace, session, Action::viewReports, {}, [&]() -> Result<ReportChoices> {
        std::map<std::string, std::string> names;
        for (const Worker& worker : store::WorkerRepository{m_workspace.connection()}.all())
            if (!worker.team.empty())
                names.try_emplace(worker.team, worker.team);
            else if (!worker.service.empty())
                names.try_emplace(worker.service.str(), nameOfService(m_workspace, worker.service.str()));
        ReportChoices choices;
        for (auto& [key, name] : names)
            choices.teams.push_back({key, std::move(name)});
        std::ranges::sort(choices.teams, {}, &ReportChoices::Team::name);
        choices.areas = store::ReportRows{m_workspace.connection()}.areas(from, to);
        return choices;
    });
}

}  // namespace holdfast::app
