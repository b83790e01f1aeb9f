#include "app/waits.h"

#include "app/use_case.h"
#include "domain/calendar.h"
#include "domain/service.h"
#include "store/report_query.h"

namespace holdfast::app {
namespace {

std::vector<ServiceId> activeServices(const Directory& directory)
{
    std::vector<ServiceId> active;
    for (const Service& service : directory.services())
        if (service.active)
            active.push_back(service.id);
    return active;
}

constexpr int manyWaits = 2'000;  ///< reading so many takes longer than a person's page may
constexpr std::chrono::minutes keptFor{10};

}  // namespace

const report::Survival& Waits::curveOf(const ServiceId& service, Instant now)
{
    const auto kept = m_kept.find(service);
    if (kept != m_kept.end() && kept->second.curve.followed() >= manyWaits && now >= kept->second.at &&
        now < kept->second.at + keptFor)
        return kept->second.curve;
    const Date today = londonDate(now);
    const store::ReportQuery reports{m_workspace.connection()};
    report::Survival curve{reports.waits(service, report::recentSince(today), today)};
    return m_kept.insert_or_assign(service, Kept{now, std::move(curve)}).first->second.curve;
}

Result<std::vector<report::ExpectedWait>> Waits::expected(const Session& session, std::vector<ServiceId> services)
{
    using List = std::vector<report::ExpectedWait>;
    return audited(m_workspace, session, Action::viewWaits, {}, [&](AuditNote& note) -> Result<List> {
        if (services.empty())
            services = activeServices(m_workspace.directory());
        note.detail = std::to_string(services.size()) + " services";
        const Instant now = m_workspace.clock().now();
        const Date since = report::recentSince(londonDate(now));
        List list;
        for (const ServiceId& id : services) {
            const Service* service = m_workspace.directory().find(id);
            list.push_back(report::expectedWait(id, service == nullptr ? std::nullopt : service->waitDays, since,
                                                curveOf(id, now)));
        }
        return list;
    });
}

}  // namespace holdfast::app
