// Reading one person's cached rows back: for `holdfast check`, which compares them with a replay.
#include "store/case_cache.h"

#include "store/columns.h"
#include "store/report_columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view state = R"(
    SELECT version, computed_at, next_wake, clasp, open_needs, accepted_needs, died, next_due, accountable,
           policy_version, died_on, last_at
    FROM case_state
    WHERE person = $1)";

constexpr std::string_view needs = R"(
    SELECT need, status, severity, detail, first_asked_at, holder_service, holder_worker, held_since, acting,
           leg_state, leg_service, leg_since, sent_at, silent_from, next_due, next_what, escalation_level, last_reason
    FROM need_state
    WHERE person = $1)";

constexpr std::string_view actions = R"(
    SELECT need, what, owner_role, owner_worker, owner_service, due, rule, escalation_level, work_group, desk, team,
           about_service, reason, event_seq, event_person
    FROM next_action
    WHERE person = $1
    ORDER BY position)";

constexpr std::string_view bounces = R"(
    SELECT event, code, class, service, need, points_to, happened_at, on_day, days_lost, running_from, challenged,
           overturned, substance_use_cited, mental_health_cited, author, looked, upheld, age, area, recorder, quadrant,
           attempt, tennis
    FROM bounce
    WHERE person = $1
    ORDER BY position)";

constexpr std::string_view sent = R"(
    SELECT need, service, on_day, wait, until_day, age, area, recorder, number, answered_day, answer_due, decided_day,
           decision_due, accepted_day, bounced, other_need_cited, wishes
    FROM leg_sent
    WHERE person = $1
    ORDER BY position)";

constexpr std::string_view wentWell = R"(
    SELECT service, need, held_both, on_day
    FROM went_well
    WHERE person = $1
    ORDER BY position)";

constexpr std::string_view facts = R"(
    SELECT kind, need, service, on_day, until_day, outcome, yes, pence, age, area, recorder
    FROM report_fact
    WHERE person = $1
    ORDER BY position)";

}  // namespace sql

CaseCacheRows stateAt(const db::Row& row)
{
    CaseCacheRows rows;
    rows.version = row.integer(0);
    rows.computedAt = instantAt(row, 1);
    rows.nextWake = optionalInstantAt(row, 2);
    rows.clasp = enumAt<ClaspState>(row, 3);
    rows.openNeeds = numberAt(row, 4);
    rows.acceptedNeeds = numberAt(row, 5);
    rows.died = yesAt(row, 6);
    rows.nextDue = optionalInstantAt(row, 7);
    rows.accountable = idAt<WorkerId>(row, 8);
    rows.policyVersion = row.text(9);
    rows.diedOn = optionalDateAt(row, 10);
    if (const Instant last = instantAt(row, 11); last != noEventYet)
        rows.lastAt = last;
    return rows;
}

NeedCache needAt(const db::Row& row)
{
    NeedCache need;
    need.status = enumAt<NeedStatus>(row, 1);
    need.severity = optionalEnumAt<Severity>(row, 2);
    need.detail = row.text(3);
    need.firstAskedAt = optionalInstantAt(row, 4);
    need.holderService = idAt<ServiceId>(row, 5);
    need.holderWorker = idAt<WorkerId>(row, 6);
    need.heldSince = optionalInstantAt(row, 7);
    need.acting = yesAt(row, 8);
    need.legState = optionalEnumAt<LegState>(row, 9);
    need.legService = idAt<ServiceId>(row, 10);
    need.legSince = optionalInstantAt(row, 11);
    need.sentAt = optionalInstantAt(row, 12);
    need.silentFrom = optionalInstantAt(row, 13);
    need.nextDue = optionalInstantAt(row, 14);
    need.nextWhat = row.text(15);
    need.escalationLevel = numberAt(row, 16);
    need.lastReason = row.text(17);
    return need;
}

ActionCache actionAt(const db::Row& row)
{
    ActionCache action;
    action.need = enumAt<NeedScope>(row, 0);
    action.what = row.text(1);
    action.ownerRole = row.text(2);
    action.ownerWorker = idAt<WorkerId>(row, 3);
    action.ownerService = idAt<ServiceId>(row, 4);
    action.due = instantAt(row, 5);
    action.rule = idAt<RuleId>(row, 6);
    action.escalationLevel = numberAt(row, 7);
    action.group = numberAt(row, 8);
    action.desk = row.text(9);
    action.team = idAt<ServiceId>(row, 10);
    action.aboutService = idAt<ServiceId>(row, 11);
    action.reason = row.text(12);
    action.eventSeq = row.integer(13);
    action.eventPerson = idAt<PersonId>(row, 14);
    return action;
}

BounceCache bounceAt(const db::Row& row)
{
    BounceCache bounce;
    bounce.event = idAt<EventId>(row, 0);
    bounce.code = idAt<ReasonCode>(row, 1);
    bounce.cls = enumAt<BounceClass>(row, 2);
    bounce.service = row.text(3);
    bounce.need = enumAt<Need>(row, 4);
    bounce.pointsTo = idAt<ServiceId>(row, 5);
    bounce.at = instantAt(row, 6);
    bounce.on = dateFromDays(row.integer(7));
    bounce.daysLost = numberAt(row, 8);
    bounce.runningFrom = optionalInstantAt(row, 9);
    bounce.challenged = yesAt(row, 10);
    bounce.overturned = yesAt(row, 11);
    bounce.substanceUseCited = yesAt(row, 12);
    bounce.mentalHealthCited = yesAt(row, 13);
    bounce.author = idAt<WorkerId>(row, 14);
    bounce.looked = yesAt(row, 15);
    bounce.upheld = yesAt(row, 16);
    bounce.where = circumstancesAt(row, 17);
    bounce.quadrant = row.text(20);
    bounce.attempt = yesAt(row, 21);
    bounce.tennis = yesAt(row, 22);
    return bounce;
}

SentCache sentAt(const db::Row& row)
{
    SentCache sent{enumAt<Need>(row, 0), idAt<ServiceId>(row, 1), dateFromDays(row.integer(2)), std::nullopt,
                   optionalDateAt(row, 4)};
    if (!row.view(3).empty())
        sent.wait = enumAt<report::WaitState>(row, 3);
    sent.where = circumstancesAt(row, 5);
    sent.marks = marksAt(row, 8);
    return sent;
}

}  // namespace

std::optional<CaseCacheRows> CaseCache::find(const PersonId& person) const
{
    auto rows = m_connection.first(sql::state, {column(person)}, stateAt);
    if (!rows)
        return std::nullopt;
    rows->person = person;
    m_connection.query(sql::needs, {column(person)},
                       [&](const db::Row& row) { rows->needs[enumAt<Need>(row, 0)] = needAt(row); });
    rows->actions = m_connection.list(sql::actions, {column(person)}, actionAt);
    rows->bounces = m_connection.list(sql::bounces, {column(person)}, bounceAt);
    rows->sent = m_connection.list(sql::sent, {column(person)}, sentAt);
    rows->facts = m_connection.list(sql::facts, {column(person)}, [](const db::Row& row) { return factAt(row, 0); });
    rows->wentWell = m_connection.list(sql::wentWell, {column(person)}, [](const db::Row& row) {
        return WentWellCache{idAt<ServiceId>(row, 0), enumAt<NeedScope>(row, 1), yesAt(row, 2),
                             dateFromDays(row.integer(3))};
    });
    return rows;
}

}  // namespace holdfast::store
