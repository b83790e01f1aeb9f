#include "app/worklist.h"

#include "app/agreed_lines.h"
#include "app/recorder.h"
#include "app/reviews_due.h"
#include "app/team.h"
#include "app/use_case.h"
#include "app/work_groups.h"
#include "app/work_items.h"
#include "base/log.h"
#include "store/case_cache.h"
#include "store/referral_query.h"
#include "store/worklist_query.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace holdfast::app {
namespace {

constexpr int sweepBatch = 200;

store::WorkOrder orderOf(WorkSort sort)
{
    switch (sort) {
    case WorkSort::mostUrgent: return store::WorkOrder::urgent;
    case WorkSort::byName: return store::WorkOrder::name;
    case WorkSort::bySoonest: return store::WorkOrder::soonest;
    }
    return store::WorkOrder::urgent;
}

store::LegFilter filterOf(ReferralFilter filter)
{
    switch (filter) {
    case ReferralFilter::all: return store::LegFilter::all;
    case ReferralFilter::sent: return store::LegFilter::sent;
    case ReferralFilter::silent: return store::LegFilter::silent;
    case ReferralFilter::refused: return store::LegFilter::refused;
    case ReferralFilter::due: return store::LegFilter::due;
    case ReferralFilter::accepted: return store::LegFilter::accepted;
    }
    return store::LegFilter::all;
}

/// The lists that are on one's own while somebody is away, each with the name of whose it is.
using Covering = std::map<std::string, std::string>;

Covering coveringOf(const std::vector<Worker>& away, const std::vector<std::string>& own)
{
    Covering covering;
    for (const Worker& worker : away)
        for (const std::string& desk : desksOf(worker))
            if (std::ranges::find(own, desk) == own.end())
                covering.emplace(desk, worker.name);
    return covering;
}

struct Whose {
    WorkerId worker;
    ServiceId service;
};

Whose whose(const Worker& worker, Scope scope)
{
    switch (scope) {
    case Scope::mine: return {worker.id, {}};
    case Scope::team: return {{}, worker.service};
    case Scope::everyone: break;
    }
    return {};
}

store::LegQuery legQuery(const Worker& worker, const ReferralQuery& query, Instant now)
{
    const Whose who = whose(worker, query.scope);
    store::LegQuery asked;
    asked.filter = filterOf(query.filter);
    asked.need = query.need;
    asked.service = query.service.value_or(ServiceId{});
    asked.heldBy = {who.worker, who.service};
    asked.text = query.text;
    asked.now = now;
    asked.after = query.after;
    asked.limit = query.limit;
    return asked;
}

WorkItem shown(const store::WorkRow& row, const WorkingDays& days, Instant now)
{
    WorkItem item = itemAbout(row.person, row.status, row.detail, now);
    item.group = static_cast<WorkGroup>(row.action.group);
    item.action.need = row.action.need;
    item.action.what = row.action.what;
    item.action.owner = {ownerRoleNamed(row.action.ownerRole), row.action.ownerWorker, row.action.ownerService};
    item.action.due = row.action.due;
    item.action.rule = row.action.rule;
    item.action.escalationLevel = row.action.escalationLevel;
    item.action.about = row.action.aboutService;
    item.ownerName = row.ownerName;
    item.serviceName = row.serviceName;
    item.words = row.words;
    item.reason = row.action.reason;
    item.leg = row.leg;
    // A reply is overdue since its clock ran out, whatever the day of the next reminder.
    const bool replyOverdue = item.group == WorkGroup::overdueReplies && row.silentFrom && *row.silentFrom < now;
    item.since = replyOverdue ? row.silentFrom : row.answersAt;
    item.workingDaysOverdue = workingDaysOverdue(days, replyOverdue ? *row.silentFrom : row.action.due, now);
    return item;
}

/// The rows come by the day of the next reminder; a reply stands where the day it was owed puts it.
void mostOverdueFirst(std::vector<WorkItem>& items)
{
    const auto late = std::ranges::equal_range(items, WorkGroup::overdueReplies, {}, &WorkItem::group);
    std::ranges::stable_sort(late, {}, [](const WorkItem& item) { return item.since.value_or(item.action.due); });
}

ReferralRow shown(const store::LegRow& row, const WorkingDays& days, Instant now)
{
    ReferralRow shown;
    shown.person = row.person.id;
    shown.name = row.person.name;
    shown.pronouns = row.person.pronouns;
    if (row.person.born)
        shown.age = yearsBetween(*row.person.born, londonDate(now));
    shown.need = row.need;
    shown.service = row.service;
    shown.serviceName = row.serviceName;
    shown.state = row.state;
    shown.sentAt = row.sentAt;
    shown.stateSince = row.since;
    shown.due = row.due;
    shown.dueWhat = row.dueWhat;
    shown.escalationLevel = row.escalationLevel;
    shown.silent = row.silent;
    shown.lastReason = row.lastReason;
    shown.workingDaysOverdue = row.due ? workingDaysOverdue(days, *row.due, now) : 0;
    shown.holderName = row.holderName;
    return shown;
}

}  // namespace

Result<Today> Worklist::today(const Session& session, const TodayQuery& query)
{
    return audited(m_workspace, session, Action::viewWorklist, {}, [&](AuditNote& note) -> Result<Today> {
        const store::WorklistQuery work{m_workspace.connection(), m_workspace.unseen()};
        const Whose who = whose(session.worker, query.scope);
        store::WorkScope scope;
        Today today;
        today.now = m_workspace.clock().now();
        Covering covering;
        if (query.scope == Scope::mine) {
            scope.desks = desksOf(session.worker);
            covering = coveringOf(coveredBy(m_workspace, session.worker.id, londonDate(today.now)), scope.desks);
            for (const auto& [desk, name] : covering)
                scope.desks.push_back(desk);
        }
        scope.team = who.service;
        for (const store::WorkRow& row : work.rows(scope, orderOf(query.sort), query.limit)) {
            if (row.action.group >= groupsOfToday)
                break;  // rows come by group, and what can wait comes last
            today.items.push_back(shown(row, m_workspace.days(), today.now));
            if (const auto away = covering.find(row.action.desk); away != covering.end())
                today.items.back().coverFor = away->second;
        }
        if (query.sort != WorkSort::byName)
            mostOverdueFirst(today.items);
        today.groupTotals = work.totals(scope, groupLater + 1);
        today.groupTotals.resize(groupsOfToday);  // what can wait is not counted
        addAgreedLines(m_workspace, session.worker, query, today);
        addReviewsDue(m_workspace, session.worker, query, today);
        today.total = std::accumulate(today.groupTotals.begin(), today.groupTotals.end(), 0);
        const store::HeldCounts held = work.held(who.worker, who.service);
        today.held = {held.people,        held.bothAccepted, held.oneOpen,
                      held.waitingOnBoth, held.withoutLead,  held.withoutDate};
        note.detail = std::to_string(today.items.size()) + " rows";
        return today;
    });
}

Result<ReferralPage> Worklist::referrals(const Session& session, const ReferralQuery& query)
{
    return audited(m_workspace, session, Action::viewReferrals, {}, [&](AuditNote& note) -> Result<ReferralPage> {
        const store::LegQuery asked = legQuery(session.worker, query, m_workspace.clock().now());
        const store::ReferralQuery legs{m_workspace.connection(), m_workspace.unseen()};
        const store::LegPage found = legs.page(asked);
        ReferralPage page;
        for (const store::LegRow& row : found.rows)
            page.rows.push_back(shown(row, m_workspace.days(), asked.now));
        page.next = found.next;
        page.totals = legs.totals(asked);
        note.detail = std::to_string(page.rows.size()) + " rows";
        return page;
    });
}

Result<std::vector<int>> Worklist::referralTotals(const Session& session, const ReferralQuery& query)
{
    using Totals = std::vector<int>;
    return audited(m_workspace, session, Action::viewReferrals, {}, [&](AuditNote& note) -> Result<Totals> {
        note.detail = "totals";
        return store::ReferralQuery{m_workspace.connection(), m_workspace.unseen()}.totals(
            legQuery(session.worker, query, m_workspace.clock().now()));
    });
}

Result<int> Worklist::sweep(const Session& session)
{
    int changed = 0;
    for (;;) {
        auto due = unsaved(m_workspace, session, Action::viewWorklist, {}, [&]() -> Result<std::vector<PersonId>> {
            return store::CaseCache{m_workspace.connection()}.waking(m_workspace.clock().now(), sweepBatch);
        });
        if (!due)
            return std::move(due).error();
        if (due->empty())
            break;
        auto swept = audited(m_workspace, session, Action::viewWorklist, {}, [&](AuditNote& note) -> Result<int> {
            Recorder recorder{m_workspace};
            int count = 0;
            for (const PersonId& person : *due) {
                auto refreshed = recorder.refresh(person);
                if (!refreshed)
                    return std::move(refreshed).error();
                count += *refreshed ? 1 : 0;
            }
            note.detail = "sweep " + std::to_string(count) + " cases";
            return count;
        });
        if (!swept)
            return std::move(swept).error();
        changed += *swept;
    }
    if (changed > 0)
        log::info("sweep.done", changed);
    return changed;
}

}  // namespace holdfast::app
