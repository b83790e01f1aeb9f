// What else a report says of a service: what was sent to it, and what it did well.
#include "report/bounce_report.h"

#include <algorithm>

namespace holdfast::report {
namespace {

/// Its line; a service that bounced nobody gets one.
BounceGroup& lineOf(std::vector<BounceGroup>& groups, const std::string& service, const std::string& name)
{
    const auto group = std::ranges::find(groups, service, &BounceGroup::key);
    if (group != groups.end())
        return *group;
    BounceGroup& added = groups.emplace_back();
    added.key = service;
    added.label = name;
    return added;
}

/// The lists that have a line for each service.
template <class Add>
void addToServices(BounceReport& report, Add add)
{
    add(report.byService);
    if (report.query.by == GroupBy::service)
        add(report.groups);
}

}  // namespace

void addLegsSent(BounceReport& report, const std::vector<LegsSent>& sent)
{
    for (const LegsSent& line : sent) {
        report.legsSent += line.count;
        addToServices(report, [&](auto& groups) { lineOf(groups, line.service, line.serviceName).legs += line.count; });
    }
}

void addWentWell(BounceReport& report, const std::vector<WentWell>& good)
{
    for (const WentWell& line : good) {
        report.wentWell += line.count;
        report.heldBoth += line.heldBoth;
        addToServices(report, [&](auto& groups) {
            BounceGroup& group = lineOf(groups, line.service, line.serviceName);
            group.wentWell += line.count;
            group.heldBoth += line.heldBoth;
        });
    }
}

}  // namespace holdfast::report
