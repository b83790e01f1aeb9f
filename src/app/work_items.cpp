#include "app/work_items.h"

#include "app/team.h"
#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr int workingDaysAhead = 2;  // as for everything that can wait
constexpr std::size_t mostDesks = 8;

}  // namespace

WorkItem itemAbout(const store::PersonBrief& person, const PerNeed<NeedStatus>& status,
                   const PerNeed<std::string>& detail, Instant now)
{
    WorkItem item;
    item.person = person.id;
    item.name = person.name;
    if (person.born)
        item.age = yearsBetween(*person.born, londonDate(now));
    item.pronouns = person.pronouns;
    item.status = status;
    item.detail = detail;
    return item;
}

int workingDaysOverdue(const WorkingDays& days, Instant due, Instant now)
{
    return due < now ? std::max(0, days.between(due, now)) : 0;
}

OwedLines::OwedLines(Workspace& workspace, const Worker& worker, const TodayQuery& query, Instant now)
    : m_workspace{workspace}, m_now{now}, m_by{londonDate(workspace.days().due(now, workingDaysAhead))}
{
    if (query.scope != Scope::mine)
        return;
    m_away = coveredBy(workspace, worker.id, londonDate(now));
    m_workers.push_back(worker.id);
    for (const Worker& each : m_away)
        if (m_workers.size() < mostDesks)
            m_workers.push_back(each.id);
}

WorkItem& OwedLines::add(const OwedLine& line)
{
    WorkItem& item = m_items.emplace_back(itemAbout(line.person, line.status, line.detail, m_now));
    item.group = WorkGroup::mdtActions;
    item.action = line.action;
    item.ownerName = line.ownerName;
    item.workingDaysOverdue = workingDaysOverdue(m_workspace.days(), line.action.due, m_now);
    if (const auto covered = std::ranges::find(m_away, line.action.owner.worker, &Worker::id); covered != m_away.end())
        item.coverFor = covered->name;
    return item;
}

void OwedLines::putInto(Today& today, int total)
{
    std::ranges::stable_sort(m_items, {}, [](const WorkItem& item) { return item.action.due; });
    const auto after =
        std::ranges::find_if(today.items, [](const WorkItem& item) { return item.group > WorkGroup::mdtActions; });
    today.items.insert(after, m_items.begin(), m_items.end());
    today.groupTotals[static_cast<std::size_t>(WorkGroup::mdtActions)] += total;
}

}  // namespace holdfast::app
