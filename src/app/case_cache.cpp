#include "app/case_cache.h"

#include "app/report_facts.h"
#include "app/work_groups.h"
#include "domain/calendar.h"
#include "domain/policy_book.h"
#include "domain/service.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using store::ActionCache;
using store::BounceCache;
using store::CaseCacheRows;
using store::NeedCache;

bool isAccepted(const std::optional<engine::Leg>& leg)
{
    return leg &&
           (leg->state == LegState::accepted || leg->state == LegState::waiting || leg->state == LegState::started);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

const engine::Bounce* latestBounce(const engine::Snapshot& snapshot, NeedScope scope, const ServiceId* service)
{
    const engine::Bounce* latest = nullptr;
    for (const engine::Bounce& bounce : snapshot.bounces)
        if (covers(scope, bounce.need) && (service == nullptr || bounce.service == service->text()))
            latest = &bounce;
    return latest;
}

NeedCache needRow(const engine::Snapshot& snapshot, Need need)
{
    const engine::NeedSnapshot& now = snapshot.needs[need];
    NeedCache row;
    row.status = now.status;
    row.severity = now.severity;
    row.detail = joined(now.detail);
    row.firstAskedAt = now.firstAskedAt;
    if (now.holder) {
        row.holderService = now.holder->service;
        row.holderWorker = now.holder->worker;
        row.heldSince = now.holder->since;
        row.acting = now.holder->acting;
    }
    if (now.leg) {
        row.legState = now.leg->state;
        row.legService = now.leg->service;
        row.legSince = now.leg->since;
        row.sentAt = now.leg->sentAt;
        row.silentFrom = now.leg->silentFrom;
        if (const engine::Bounce* refusal = latestBounce(snapshot, scopeOf(need), &now.leg->service))
            row.lastReason = refusal->code.str();
    }
    for (const engine::NextAction& action : snapshot.nextActions) {
        if (!covers(action.need, need))
            continue;
        row.nextDue = action.due;
        row.nextWhat = action.what;
        row.escalationLevel = action.escalationLevel;
        break;
    }
    return row;
}

/// The service whose list an action belongs to: where the need it is about is held.
ServiceId holdingService(const engine::Snapshot& snapshot, const engine::NextAction& action)
{
    for (const Need need : allNeeds)
        if (covers(action.need, need) && snapshot.needs[need].holder)
            return snapshot.needs[need].holder->service;
    for (const Need need : allNeeds)
        if (snapshot.needs[need].holder)
            return snapshot.needs[need].holder->service;
    for (const Need need : allNeeds)
        if (snapshot.needs[need].leg)
            return snapshot.needs[need].leg->service;  // nobody holds a need that is over
    return action.owner.service;
}

/// The service that must move for the action to be done.
ServiceId aboutService(const engine::Snapshot& snapshot, const engine::NextAction& action,
                       const engine::Bounce* answers, const Directory& directory)
{
    if (directory.find(action.about) != nullptr)
        return action.about;
    if (answers != nullptr && ServiceId::fits(answers->service))
        if (const Service* service = directory.find(ServiceId{answers->service}))
            return service->id;
    for (const Need need : allNeeds)
        if (covers(action.need, need) && snapshot.needs[need].leg)
            return snapshot.needs[need].leg->service;
    return {};
}

/// The bounce an action answers, as far as lists show it.
const engine::Bounce* answered(const engine::Snapshot& snapshot, const engine::NextAction& action, WorkGroup group)
{
    if (group != WorkGroup::crisis && group != WorkGroup::bounces && group != WorkGroup::overdueReplies &&
        action.what != "hold_mdt")
        return nullptr;
    const engine::Bounce* latest = nullptr;
    for (const engine::Bounce& bounce : snapshot.bounces) {
        const bool silence = bounce.code.text() == "S02" || bounce.code.text() == "S03";
        if (!covers(action.need, bounce.need) || bounce.overturned || silence != (group == WorkGroup::overdueReplies))
            continue;
        latest = &bounce;
    }
    return latest;
}

/// The entry that a bounce is about, by its number and, in a joined record, the id it is kept under.
void nameEvent(const Person& person, const History& history, const engine::Bounce* bounce, ActionCache& row)
{
    const Entry* entry = bounce == nullptr || bounce->event.empty() ? nullptr : history.find(bounce->event);
    if (entry == nullptr)
        return;
    row.eventSeq = entry->part.empty() ? entry->seq : entry->ownSeq;
    if (entry->part != person.id)
        row.eventPerson = entry->part;
}

ActionCache actionRow(const engine::Context& context, const Person& person, const History& history,
                      const engine::Snapshot& snapshot, const engine::NextAction& action)
{
    const WorkGroup group = groupOf(action);
    const engine::Bounce* bounce = answered(snapshot, action, group);
    const ServiceId holding = holdingService(snapshot, action);
    ActionCache row;
    row.need = action.need;
    row.what = action.what;
    row.ownerRole = std::string{ownerRoleName(action.owner.role)};
    row.ownerWorker = action.owner.worker;
    row.ownerService = action.owner.service;
    row.due = action.due;
    row.rule = action.rule;
    row.escalationLevel = action.escalationLevel;
    row.group = isOnToday(group, action.due, snapshot.at, context.days) ? static_cast<int>(group) : groupLater;
    row.desk = deskFor(action, group, holding);
    row.team = action.owner.service.empty() ? holding : action.owner.service;
    row.aboutService = aboutService(snapshot, action, bounce, context.directory);
    row.reason = bounce == nullptr ? std::string{} : bounce->code.str();
    nameEvent(person, history, bounce, row);
    return row;
}

bool wasChallenged(const History& history, const engine::Bounce& bounce)
{
    return std::ranges::any_of(history.entries(), [&](const Entry& entry) {
        const auto* sent = std::get_if<event::ChallengeSent>(&entry.event.body);
        const auto* letter = std::get_if<event::LetterSent>(&entry.event.body);
        const bool challenged =
            (sent != nullptr && sent->need == bounce.need && sent->service.text() == bounce.service) ||
            (letter != nullptr && letter->kind == "challenge" && covers(letter->need, bounce.need) &&
             letter->to == bounce.service);
        return challenged && entry.event.at >= bounce.at && !history.isVoided(entry.event.id);
    });
}

/// Who wrote the answer down, whether somebody looked at it again, and what came of challenging it.
void addSecondLook(BounceCache& row, const History& history)
{
    const Entry* answer = row.event.empty() ? nullptr : history.find(row.event);
    if (answer == nullptr || !std::holds_alternative<event::Response>(answer->event.body))
        return;
    row.author = answer->author;
    for (const Entry& entry : history.entries()) {
        if (history.isVoided(entry.event.id))
            continue;
        if (const auto* look = std::get_if<event::SecondLook>(&entry.event.body))
            row.looked = row.looked || look->event == row.event;
        if (const auto* said = std::get_if<event::ChallengeAnswered>(&entry.event.body))
            if (said->need == row.need && said->service.text() == row.service && entry.event.at >= row.at)
                row.upheld = said->outcome == ChallengeOutcome::upheld;
    }
}

BounceCache bounceRow(const engine::Context& context, const History& history, const engine::Bounce& bounce,
                      bool running)
{
    BounceCache row;
    row.event = bounce.event;
    row.code = bounce.code;
    row.cls = bounce.cls;
    row.service = bounce.service;
    row.need = bounce.need;
    if (bounce.pointsTo)
        row.pointsTo = *bounce.pointsTo;
    row.at = bounce.at;
    row.on = londonDate(bounce.at);
    row.daysLost = bounce.daysLost;
    // From where the whole days end, not from now: parts of days on either side of it would be lost.
    if (running)
        row.runningFrom = bounce.askedAt + std::chrono::days{bounce.daysLost};
    row.challenged = bounce.overturned || wasChallenged(history, bounce);
    row.overturned = bounce.overturned;
    if (const policy::Reason* reason = context.reason(bounce.code, bounce.at)) {
        row.substanceUseCited = reason->cites == Need::substanceUse;
        row.mentalHealthCited = reason->cites == Need::mentalHealth;
    }
    if (bounce.refusal)
        addSecondLook(row, history);
    row.challenged = row.challenged || row.upheld;  // who stands by it was asked, also where nobody wrote down when
    return row;
}

void earliest(std::optional<Instant>& wake, Instant now, Instant at)
{
    if (at > now && (!wake || at < *wake))
        wake = at;
}

/// The midnight from which an action that is due then is on the list.
Instant comesOntoToday(Instant due, const WorkingDays& days)
{
    Date day = londonDate(due);
    while (isOnToday(WorkGroup::checkIns, due, londonInstant(day - std::chrono::days{1}, {}), days))
        day -= std::chrono::days{1};
    return londonInstant(day, {});
}

/// When the next rung of something overdue may open: all of them do at the end of a day.
Instant nextEndOfDay(Instant now)
{
    constexpr std::chrono::minutes close = std::chrono::hours{17};
    const Date today = londonDate(now);
    const Instant end = londonInstant(today, close);
    return (end > now ? end : londonInstant(today + std::chrono::days{1}, close)) + std::chrono::milliseconds{1};
}

/// The earliest instant at which time alone may change what the rows say: an action that falls due, a silence that
/// begins, a birthday that matters; and once a month for what none of these foresees.
std::optional<Instant> nextWake(const engine::Context& context, const Person& person, const engine::Snapshot& snapshot)
{
    std::optional<Instant> wake;
    bool open = false;
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& now = snapshot.needs[need];
        open = open || isOpen(now.status);
        if (now.leg && now.leg->silentFrom)
            earliest(wake, snapshot.at, *now.leg->silentFrom);
        for (const ServiceId& id :
             {now.holder ? now.holder->service : ServiceId{}, now.leg ? now.leg->service : ServiceId{}}) {
            const Service* service = id.empty() ? nullptr : context.directory.find(id);
            if (service == nullptr || !service->maxAge || !person.born)
                continue;
            const Date limit = addMonths(*person.born, 12 * *service->maxAge);
            const Date warning = addMonths(limit, -context.policy.delays.transitionMonths);
            earliest(wake, snapshot.at, londonInstant(warning, std::chrono::minutes{0}));
            earliest(wake, snapshot.at, londonInstant(limit, std::chrono::minutes{0}));
        }
    }
    for (const engine::NextAction& action : snapshot.nextActions) {
        earliest(wake, snapshot.at, action.due + std::chrono::milliseconds{1});
        if (action.due <= snapshot.at)
            earliest(wake, snapshot.at, nextEndOfDay(snapshot.at));
        if (!isOnToday(groupOf(action), action.due, snapshot.at, context.days))
            earliest(wake, snapshot.at, comesOntoToday(action.due, context.days));
    }
    if (open)
        earliest(wake, snapshot.at, snapshot.at + std::chrono::days{30});
    return wake;
}

/// What the time for which a record is kept is counted from. An entry in error was work on the record all the same.
void addLastDays(CaseCacheRows& rows, const History& history)
{
    for (const Entry& entry : history.entries()) {
        rows.lastAt = std::max(rows.lastAt.value_or(entry.event.at), entry.event.at);
        const auto* died = std::get_if<event::PersonDied>(&entry.event.body);
        if (died != nullptr && rows.died && !history.isVoided(entry.event.id))
            rows.diedOn = died->on;
    }
}

}  // namespace

store::CaseCacheRows cacheRowsOf(const engine::Context& context, const Person& person, const History& history,
                                 const engine::Snapshot& today, const engine::Snapshot& tomorrow)
{
    CaseCacheRows rows;
    rows.person = person.id;
    rows.version = history.version();
    rows.computedAt = today.at;
    const engine::Context then = context.at(today.at);
    rows.nextWake = nextWake(then, person, today);
    rows.clasp = today.clasp;
    rows.died = today.died;
    addLastDays(rows, history);
    rows.policyVersion = today.policyId + ' ' + today.policyVersion;
    for (const Need need : allNeeds) {
        rows.needs[need] = needRow(today, need);
        if (!isOpen(today.needs[need].status))
            continue;
        ++rows.openNeeds;
        rows.acceptedNeeds += isAccepted(today.needs[need].leg) ? 1 : 0;
        if (rows.accountable.empty() && today.needs[need].holder)
            rows.accountable = today.needs[need].holder->worker;
    }
    for (const engine::NextAction& action : today.nextActions)
        rows.actions.push_back(actionRow(then, person, history, today, action));
    joinSafetyFollowUps(rows.actions);
    if (!today.nextActions.empty())
        rows.nextDue = today.nextActions.front().due;
    for (std::size_t i = 0; i < today.bounces.size(); ++i) {
        const bool running = i < tomorrow.bounces.size() && tomorrow.bounces[i].daysLost > today.bounces[i].daysLost;
        rows.bounces.push_back(bounceRow(context, history, today.bounces[i], running));
    }
    addReportFacts(rows, context, person, history, today);
    return rows;
}

Result<store::CaseCacheRows> cacheRows(const engine::Context& context, const Person& person, const History& history,
                                       Instant now)
{
    const std::vector<Event> events = history.events();
    const PersonFacts facts = factsOf(person);
    auto today = engine::evaluate(context, facts, events, now, engine::Explain::no);
    if (!today)
        return std::move(today).error();
    auto tomorrow = engine::evaluate(context, facts, events, now + std::chrono::days{1}, engine::Explain::no);
    if (!tomorrow)
        return std::move(tomorrow).error();
    return cacheRowsOf(context, person, history, *today, *tomorrow);
}

}  // namespace holdfast::app
