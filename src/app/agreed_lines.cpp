#include "app/agreed_lines.h"

#include "app/note_case.h"
#include "app/work_items.h"
#include "domain/calendar.h"
#include "store/plan_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

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
    OwedLines owed{workspace, worker, query, today.now};
    store::LineScope scope{owed.workers(), {}, workspace.unseen()};
    if (query.scope == Scope::team)
        scope.team = worker.service;
    std::erase_if(today.items, [&](const WorkItem& item) {
        return item.group == WorkGroup::mdtActions && isOfMeeting(item.action) &&
               plans.standsFor(item.person, item.action.what);
    });
    for (const store::LineRow& row : plans.due(scope, owed.by(), query.limit)) {
        const PlanLine& line = row.agreed.line;
        owed.add({row.person, row.status, row.detail, row.workerName, actionOf(line)}).line = line.id;
    }
    owed.putInto(today, plans.countDue(scope, owed.by()) - plans.countStandIns(scope));
}

}  // namespace holdfast::app
