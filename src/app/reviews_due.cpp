#include "app/reviews_due.h"

#include "app/access.h"
#include "app/team.h"
#include "domain/calendar.h"
#include "store/carer_repository.h"
#include "store/consent_repository.h"
#include "store/review_query.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr auto endOfDay = std::chrono::hours{17};
constexpr int workingDaysAhead = 2;  // as for everything that can wait
constexpr std::size_t mostDesks = 8;
constexpr int mostPeople = 200;

struct Due {
    ReviewDue what;
    Date by{};
};

/// Of each kind, and each carer, the answer that counts.
std::vector<Due> consentsDue(Workspace& workspace, const PersonId& person, Date by)
{
    const auto records = store::ConsentRepository{workspace.connection()}.records(person);
    std::vector<Due> due;
    std::set<std::pair<ShareKind, CarerId>> asked;
    for (const ConsentRecord& record : records) {
        const Consent& each = record.consent;
        if (!asked.emplace(each.with, each.carer).second)
            continue;
        const Consent* now = standingConsent(records, each.with, each.carer);
        if (now == nullptr || now->decision != ConsentDecision::given)
            continue;
        if (const auto day = reviewDayOf(*now); day && *day <= by)
            due.push_back({{each.with, each.carer, {}, false}, *day});
    }
    return due;
}

/// The offer a carer is owed, and the name of each whose answer is due. Of a carer who is gone nothing is due.
void withCarers(Workspace& workspace, const PersonId& person, Date by, std::vector<Due>& due)
{
    const auto rows = store::CarerRepository{workspace.connection()}.of(person);
    const auto who = [&](const CarerId& id) {
        return std::ranges::find_if(rows, [&](const auto& row) { return row.carer.id == id && !row.link.endedOn; });
    };
    std::erase_if(
        due, [&](const Due& each) { return each.what.with == ShareKind::carer && who(each.what.carer) == rows.end(); });
    for (Due& each : due)
        if (each.what.with == ShareKind::carer)
            each.what.carerName = shortName(who(each.what.carer)->carer);
    for (const store::CarerRow& row : rows)
        if (const auto day = assessmentOfferDue(row.carer); day && !row.link.endedOn && *day <= by)
            due.push_back({{ShareKind::carer, row.carer.id, shortName(row.carer), true}, *day});
}

WorkItem itemOf(const store::ReviewRow& row, const Due& due, const WorkingDays& days, Instant now)
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
    item.action.need = NeedScope::both;
    item.action.what = due.what.assessment ? "offer_carer_assessment" : "review_consent";
    item.action.owner = {engine::OwnerRole::worker, row.worker, {}};
    item.action.due = londonInstant(due.by, endOfDay);
    item.ownerName = row.workerName;
    item.review = due.what;
    item.workingDaysOverdue = item.action.due < now ? std::max(0, days.between(item.action.due, now)) : 0;
    return item;
}

}  // namespace

void addReviewsDue(Workspace& workspace, const Worker& worker, const TodayQuery& query, Today& today)
{
    if (query.scope == Scope::everyone || !authorise(worker, Action::recordConsent))
        return;
    std::vector<WorkerId> workers;
    std::vector<Worker> away;
    const Date day = londonDate(today.now);
    if (query.scope == Scope::mine) {
        workers.push_back(worker.id);
        away = coveredBy(workspace, worker.id, day);
        for (const Worker& each : away)
            if (workers.size() < mostDesks)
                workers.push_back(each.id);
    }
    const Date by = londonDate(workspace.days().due(today.now, workingDaysAhead));
    std::vector<WorkItem> items;
    for (const store::ReviewRow& row : store::ReviewQuery{workspace.connection()}.people(
             workers, worker.service, by, by - assessmentOfferWithin, mostPeople)) {
        auto due = consentsDue(workspace, row.person.id, by);
        withCarers(workspace, row.person.id, by, due);
        for (const Due& each : due) {
            items.push_back(itemOf(row, each, workspace.days(), today.now));
            if (const auto covered = std::ranges::find(away, row.worker, &Worker::id); covered != away.end())
                items.back().coverFor = covered->name;
        }
    }
    std::ranges::stable_sort(items, {}, [](const WorkItem& item) { return item.action.due; });
    const auto after =
        std::ranges::find_if(today.items, [](const WorkItem& item) { return item.group > WorkGroup::mdtActions; });
    today.items.insert(after, items.begin(), items.end());
    today.groupTotals[static_cast<std::size_t>(WorkGroup::mdtActions)] += static_cast<int>(items.size());
}

}  // namespace holdfast::app
