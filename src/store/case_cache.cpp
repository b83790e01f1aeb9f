#include "store/case_cache.h"

#include "store/columns.h"
#include "store/event_repository.h"
#include "store/report_pages.h"

#include <limits>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view addState = R"(
    INSERT INTO case_state (
        person, version, computed_at, next_wake, clasp, open_needs, accepted_needs, bounces, died, next_due,
        accountable, policy_version, died_on, last_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))";

constexpr std::string_view addNeed = R"(
    INSERT INTO need_state (
        person, need, status, open, severity, detail, first_asked_at, holder_service, holder_worker, held_since,
        acting, leg_state, leg_group, leg_service, leg_since, sent_at, silent_from, next_due, due_order, next_what,
        escalation_level, last_reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22))";

constexpr std::string_view addAction = R"(
    INSERT INTO next_action (
        person, position, need, what, owner_role, owner_worker, owner_service, due, rule, escalation_level,
        work_group, desk, team, about_service, reason, event_seq, event_person)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))";

constexpr std::string_view addBounce = R"(
    INSERT INTO bounce (
        on_day, person, position, happened_at, event, code, class, service, need, points_to, days_lost, running_from,
        challenged, overturned, substance_use_cited, mental_health_cited, author, looked, upheld, age, area, recorder,
        quadrant, attempt, tennis)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25))";

constexpr std::string_view addSent =
    R"(
    INSERT INTO leg_sent (
        on_day, person, position, need, service, wait, until_day, age, area, recorder, number, answered_day, answer_due,
        decided_day, decision_due, accepted_day, bounced, other_need_cited, wishes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))";

constexpr std::string_view addWentWell = R"(
    INSERT INTO went_well (on_day, person, position, service, need, held_both)
    VALUES ($1, $2, $3, $4, $5, $6))";

constexpr std::string_view addFact = R"(
    INSERT INTO report_fact (
        on_day, person, position, kind, need, service, until_day, outcome, yes, pence, age, area, recorder)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";

constexpr std::string_view dropState = "DELETE FROM case_state WHERE person = $1";
constexpr std::string_view dropNeeds = "DELETE FROM need_state WHERE person = $1";
constexpr std::string_view dropActions = "DELETE FROM next_action WHERE person = $1";
constexpr std::string_view dropBounces = "DELETE FROM bounce WHERE person = $1";
constexpr std::string_view dropSent = "DELETE FROM leg_sent WHERE person = $1";
constexpr std::string_view dropWentWell = "DELETE FROM went_well WHERE person = $1";
constexpr std::string_view dropFacts = "DELETE FROM report_fact WHERE person = $1";

constexpr std::string_view clearStates = "DELETE FROM case_state";
constexpr std::string_view clearNeeds = "DELETE FROM need_state";
constexpr std::string_view clearActions = "DELETE FROM next_action";
constexpr std::string_view clearBounces = "DELETE FROM bounce";
constexpr std::string_view clearSent = "DELETE FROM leg_sent";
constexpr std::string_view clearWentWell = "DELETE FROM went_well";
constexpr std::string_view clearFacts = "DELETE FROM report_fact";

constexpr std::string_view waking = R"(
    SELECT person
    FROM case_state
    WHERE next_wake <= $1
    ORDER BY next_wake, person
    LIMIT $2)";

}  // namespace sql

/// The column leg_group: what the Referrals page sorts legs into.
int legGroupOf(const std::optional<LegState>& state)
{
    if (!state)
        return 0;
    switch (*state) {
        using enum LegState;
    case sent:
    case acknowledged:
    case informationRequested: return 1;
    case challenged:
    case handoverPending: return 2;
    case accepted:
    case waiting:
    case started: return 3;
    case draft:
    case completed:
    case withdrawnByPerson:
    case closedJointly: return 0;
    }
    return 0;
}

void addNeed(db::Connection& connection, const PersonId& person, Need need, const NeedCache& n)
{
    constexpr std::int64_t afterEverything = std::numeric_limits<std::int64_t>::max();
    connection.execute(sql::addNeed, {column(person),
                                      column(need),
                                      column(n.status),
                                      column(isOpen(n.status)),
                                      column(n.severity),
                                      n.detail,
                                      column(n.firstAskedAt),
                                      orNull(n.holderService),
                                      orNull(n.holderWorker),
                                      column(n.heldSince),
                                      column(n.acting),
                                      column(n.legState),
                                      column(legGroupOf(n.legState)),
                                      orNull(n.legService),
                                      column(n.legSince),
                                      column(n.sentAt),
                                      column(n.silentFrom),
                                      column(n.nextDue),
                                      n.nextDue ? toMillis(*n.nextDue) : afterEverything,
                                      n.nextWhat,
                                      column(n.escalationLevel),
                                      n.lastReason});
}

void addAction(db::Connection& connection, const PersonId& person, std::int64_t position, const ActionCache& a)
{
    connection.execute(sql::addAction, {column(person), position, column(a.need), a.what, a.ownerRole,
                                        orNull(a.ownerWorker), orNull(a.ownerService), column(a.due), column(a.rule),
                                        column(a.escalationLevel), column(a.group), a.desk, column(a.team),
                                        orNull(a.aboutService), a.reason, a.eventSeq, orNull(a.eventPerson)});
}

void addBounce(db::Connection& connection, const CaseCacheRows& rows, std::int64_t position, const BounceCache& b)
{
    connection.execute(sql::addBounce, {column(b.on),
                                        column(rows.person),
                                        position,
                                        column(b.at),
                                        orNull(b.event),
                                        column(b.code),
                                        column(b.cls),
                                        b.service,
                                        column(b.need),
                                        orNull(b.pointsTo),
                                        column(b.daysLost),
                                        column(b.runningFrom),
                                        column(b.challenged),
                                        column(b.overturned),
                                        column(b.substanceUseCited),
                                        column(b.mentalHealthCited),
                                        column(b.author),
                                        column(b.looked),
                                        column(b.upheld),
                                        column(b.where.age),
                                        b.where.area,
                                        column(b.where.author),
                                        b.quadrant,
                                        column(b.attempt),
                                        column(b.tennis)});
}

void addSent(db::Connection& connection, const PersonId& person, std::int64_t position, const SentCache& s)
{
    connection.execute(sql::addSent, {column(s.on), column(person), position, column(s.need), column(s.service),
                                      s.wait ? column(*s.wait) : db::Value{std::string{}}, column(s.until),
                                      column(s.where.age), s.where.area, column(s.where.author), column(s.marks.number),
                                      column(s.marks.answered), column(s.marks.answerDue), column(s.marks.decided),
                                      column(s.marks.decisionDue), column(s.marks.accepted), column(s.marks.bounced),
                                      column(s.marks.otherNeedCited), column(s.marks.wishes)});
}

void addFact(db::Connection& connection, const PersonId& person, std::int64_t position, const report::Fact& f)
{
    connection.execute(sql::addFact, {column(f.on), column(person), position, column(f.kind), column(f.need), f.service,
                                      column(f.until), column(f.outcome), column(f.yes), std::int64_t{f.pence},
                                      column(f.where.age), f.where.area, column(f.where.author)});
}

}  // namespace

std::string deskOf(const WorkerId& worker)
{
    return "worker:" + worker.str();
}

std::string deskOf(std::string_view ownerRole, const ServiceId& service)
{
    return std::string{ownerRole} + ":" + service.str();
}

void CaseCache::replace(const CaseCacheRows& rows)
{
    EventRepository{m_connection}.lockCase(rows.person);
    ReportPages pages{m_connection};
    const ReportPages::Before before = pages.before(rows.person);
    drop(rows.person);
    insert(rows);
    pages.put(rows, before);
}

void CaseCache::remove(const PersonId& person)
{
    ReportPages pages{m_connection};
    const ReportPages::Before before = pages.before(person);
    drop(person);
    CaseCacheRows nothing;
    nothing.person = person;
    pages.put(nothing, before);
}

void CaseCache::drop(const PersonId& person)
{
    for (const auto drop : {sql::dropState, sql::dropNeeds, sql::dropActions, sql::dropBounces, sql::dropSent,
                            sql::dropWentWell, sql::dropFacts})
        m_connection.execute(drop, {column(person)});
}

void CaseCache::insert(const CaseCacheRows& rows)
{
    m_connection.execute(sql::addState,
                         {column(rows.person), rows.version, column(rows.computedAt), column(rows.nextWake),
                          column(rows.clasp), column(rows.openNeeds), column(rows.acceptedNeeds),
                          static_cast<std::int64_t>(rows.bounces.size()), column(rows.died), column(rows.nextDue),
                          orNull(rows.accountable), rows.policyVersion, column(rows.diedOn),
                          column(rows.lastAt.value_or(noEventYet))});
    for (const Need need : allNeeds)
        addNeed(m_connection, rows.person, need, rows.needs[need]);
    std::int64_t position = 0;
    for (const ActionCache& action : rows.actions)
        addAction(m_connection, rows.person, position++, action);
    position = 0;
    for (const BounceCache& bounce : rows.bounces)
        addBounce(m_connection, rows, position++, bounce);
    position = 0;
    for (const SentCache& sent : rows.sent)
        addSent(m_connection, rows.person, position++, sent);
    position = 0;
    for (const WentWellCache& good : rows.wentWell)
        m_connection.execute(sql::addWentWell, {column(good.on), column(rows.person), position++, column(good.service),
                                                column(good.need), column(good.heldBoth)});
    position = 0;
    for (const report::Fact& fact : rows.facts)
        addFact(m_connection, rows.person, position++, fact);
}

std::vector<PersonId> CaseCache::waking(Instant now, int limit) const
{
    return m_connection.list(sql::waking, {column(now), column(limit)},
                             [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

void CaseCache::clear()
{
    for (const auto clear : {sql::clearStates, sql::clearNeeds, sql::clearActions, sql::clearBounces, sql::clearSent,
                             sql::clearWentWell, sql::clearFacts})
        m_connection.execute(clear);
}

}  // namespace holdfast::store
