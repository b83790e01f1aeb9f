#include "app/agreed_lines.h"

#include "app/note_case.h"
#include "app/team.h"
#include "domain/calendar.h"
#include "store/plan_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr auto endOfDay = std::chrono::hours{17};
constexpr int workingDaysAhead = 2;  // as for everything that can wait
constexpr std::size_t mostDesks = 8;

bool isOfMeeting(const engine::NextAction& action)
{
    return action.rule.text().starts_with("mdt");
}

engine::NextAction actionOf(const PlanLine& line)
{
    engine::NextAction action;
    action.need = line.need;
    action.what = line.what;
    action.owner = {engine::OwnerRole::worker, line.worker, {}};
    action.due = londonInstant(*line.due, endOfDay);
    action.rule = RuleId{agreedLineRule};
    return action;
}

WorkItem itemOf(const store::LineRow& row, const WorkingDays& days, Instant now)
{
    WorkItem item;
    item.group = WorkGroup::mdtActions;
    item.person = row.person.id;
    item.name = row.person.name;
    if (row.person.born)
        item.age = yearsBetween(*row.person.born, londonDate(now));
    item.pronouns = row.person.pronouns;
    item.status = row.status;
    item.detail = row.detail;
    item.action = actionOf(row.agreed.line);
    item.ownerName = row.workerName;
    item.line = row.agreed.line.id;
    item.workingDaysOverdue = item.action.due < now ? std::max(0, days.between(item.action.due, now)) : 0;
    return item;
}

}  // namespace

void addAgreedLines(Workspace& workspace, CaseFile& file)
{
    const auto lines = store::PlanRepository{workspace.connection()}.lines(file.person.id);
    // What a meeting agreed is in the history as well: its line stands for it, for a line can be done.
    std::erase_if(file.now.nextActions, [&](const engine::NextAction& action) {
        return isOfMeeting(action) && std::ranges::any_of(lines, [&](const store::AgreedLine& agreed) {
                   return agreed.source == meetingSource && agreed.line.what == action.what;
               });
    });
    for (const store::AgreedLine& agreed : lines) {
        if (!agreed.open || agreed.line.worker.empty() || file.now.died)
            continue;
        file.now.nextActions.push_back(actionOf(agreed.line));
        addName(workspace, file.names, agreed.line.worker);
    }
    std::ranges::stable_sort(file.now.nextActions, {}, &engine::NextAction::due);
}

void addAgreedLines(Workspace& workspace, const Worker& worker, const TodayQuery& query, Today& today)
{
    const store::PlanRepository plans{workspace.connection()};
    store::LineScope scope;
    std::vector<Worker> away;
    if (query.scope == Scope::mine) {
        away = coveredBy(workspace, worker.id, londonDate(today.now));
        scope.workers.push_back(worker.id);
        for (const Worker& each : away)
            if (scope.workers.size() < mostDesks)
                scope.workers.push_back(each.id);
    } else if (query.scope == Scope::team) {
        scope.team = worker.service;
    }
    std::erase_if(today.items, [&](const WorkItem& item) {
        return item.group == WorkGroup::mdtActions && isOfMeeting(item.action) &&
               plans.standsFor(item.person, item.action.what);
    });
    const Date by = londonDate(workspace.days().due(today.now, workingDaysAhead));
    std::vector<WorkItem> items;
    for (const store::LineRow& row : plans.due(scope, by, query.limit)) {
        items.push_back(itemOf(row, workspace.days(), today.now));
        const auto covered = std::ranges::find(away, row.agreed.line.worker, &Worker::id);
        if (covered != away.end())
            items.back().coverFor = covered->name;
    }
    const auto after =
        std::ranges::find_if(today.items, [](const WorkItem& item) { return item.group > WorkGroup::mdtActions; });
    today.items.insert(after, items.begin(), items.end());
    today.groupTotals[static_cast<std::size_t>(WorkGroup::mdtActions)] +=
        plans.countDue(scope, by) - plans.countStandIns(scope);
}

}  // namespace holdfast::app
