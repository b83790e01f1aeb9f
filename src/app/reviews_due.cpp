#include "app/reviews_due.h"

#include "app/access.h"
#include "app/work_items.h"
#include "domain/calendar.h"
#include "store/carer_repository.h"
#include "store/consent_repository.h"
#include "store/review_query.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

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

engine::NextAction actionOf(const Due& due, const WorkerId& worker)
{
    engine::NextAction action;
    action.need = NeedScope::both;
    action.what = due.what.assessment ? "offer_carer_assessment" : "review_consent";
    action.owner = {engine::OwnerRole::worker, worker, {}};
    action.due = londonInstant(due.by, endOfDay);
    return action;
}

}  // namespace

void addReviewsDue(Workspace& workspace, const Worker& worker, const TodayQuery& query, Today& today)
{
    if (query.scope == Scope::everyone || !authorise(worker, Action::recordConsent))
        return;
    OwedLines owed{workspace, worker, query, today.now};
    for (const store::ReviewRow& row : store::ReviewQuery{workspace.connection(), workspace.unseen()}.people(
             owed.workers(), worker.service, owed.by(), owed.by() - assessmentOfferWithin, mostPeople)) {
        auto due = consentsDue(workspace, row.person.id, owed.by());
        withCarers(workspace, row.person.id, owed.by(), due);
        for (const Due& each : due)
            owed.add({row.person, row.status, row.detail, row.workerName, actionOf(each, row.worker)}).review =
                each.what;
    }
    owed.putInto(today, owed.count());
}

}  // namespace holdfast::app
