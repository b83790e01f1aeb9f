#include "store/team_query.h"

#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

// Each starts from the few workers and goes to what is theirs by an index.
constexpr std::string_view held = R"(
    SELECT worker.id, COUNT(DISTINCT n.person), COUNT(*), SUM(n.acting)
    FROM worker
    CROSS JOIN need_state n
    WHERE n.holder_worker = worker.id AND n.open = 1)";

constexpr std::string_view overdue = R"(
    SELECT worker.id, COUNT(*)
    FROM worker
    CROSS JOIN next_action a
    WHERE a.desk = 'worker:' || worker.id AND a.due < ?)";

constexpr std::string_view flagged = R"(
    SELECT worker.id,
           COUNT(DISTINCT CASE WHEN a.what = 'safety_follow_up' THEN n.person END),
           COUNT(DISTINCT CASE WHEN a.rule IN ('protocol.asked', 'protocol.omitted') THEN n.person END)
    FROM worker
    CROSS JOIN need_state n
    CROSS JOIN next_action a
    WHERE n.holder_worker = worker.id AND n.open = 1 AND a.person = n.person AND a.need IN (n.need, 'both'))";

constexpr std::string_view unconfirmed = R"(
    SELECT worker.id, COUNT(*)
    FROM worker
    CROSS JOIN bounce b
    CROSS JOIN need_state n
    WHERE worker.role = 'keyworker'
      AND b.author = worker.id AND b.looked = 0 AND b.overturned = 0 AND b.author <> ''
      AND n.person = b.person AND n.need = b.need AND n.open = 1)";

constexpr std::string_view ofService = "\n      AND worker.service = ?";
constexpr std::string_view byWorker = "\n    GROUP BY worker.id";

constexpr std::string_view heldBy = R"(
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           n.need, n.holder_service, n.leg_state, n.acting, n.next_due, n.next_what
    FROM need_state n
    CROSS JOIN person p
    WHERE n.holder_worker = ? AND n.open = 1 AND p.id = n.person)";
constexpr std::string_view seen = " AND p.id NOT IN (@)";
constexpr std::string_view heldByName = "\n    ORDER BY p.sort_name, p.id, n.need LIMIT ?";

constexpr std::string_view declines = R"(
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           b.event, b.need, b.service, about.name, b.code, b.class, b.happened_at, b.author, worker.name, e.words
    FROM worker
    CROSS JOIN bounce b
    CROSS JOIN need_state n
    CROSS JOIN person p
    CROSS JOIN case_event e
    LEFT JOIN service about ON about.id = b.service
    WHERE worker.role = 'keyworker'
      AND b.author = worker.id AND b.looked = 0 AND b.overturned = 0 AND b.author <> ''
      AND n.person = b.person AND n.need = b.need AND n.open = 1
      AND p.id = b.person AND e.id = b.event)";
constexpr std::string_view oldestFirst = "\n    ORDER BY b.happened_at, b.person, b.position LIMIT ?";

constexpr std::string_view challenges = R"(
    SELECT b.service, about.name, COUNT(*), SUM(b.overturned),
           SUM(CASE WHEN b.upheld = 1 AND b.overturned = 0 THEN 1 ELSE 0 END)
    FROM bounce b
    LEFT JOIN service about ON about.id = b.service
    WHERE b.on_day >= $1 AND b.on_day <= $2 AND b.challenged = 1
    GROUP BY b.service, about.name
    ORDER BY about.name, b.service)";

}  // namespace sql

SqlText scoped(std::string_view sql, db::Params values, const ServiceId& service)
{
    SqlText text;
    text.add(sql, values);
    if (!service.empty())
        text.add(sql::ofService, {column(service)});
    return text;
}

HeldNeedRow heldAt(const db::Row& row)
{
    HeldNeedRow held;
    held.person = briefAt(row, 0);
    held.need = enumAt<Need>(row, 7);
    held.service = idAt<ServiceId>(row, 8);
    held.leg = optionalEnumAt<LegState>(row, 9);
    held.acting = yesAt(row, 10);
    held.nextDue = optionalInstantAt(row, 11);
    held.nextWhat = row.text(12);
    return held;
}

DeclineRow declineAt(const db::Row& row)
{
    DeclineRow decline;
    decline.person = briefAt(row, 0);
    decline.event = idAt<EventId>(row, 7);
    decline.need = enumAt<Need>(row, 8);
    decline.service = row.text(9);
    decline.serviceName = row.text(10);
    decline.code = idAt<ReasonCode>(row, 11);
    decline.cls = enumAt<BounceClass>(row, 12);
    decline.at = instantAt(row, 13);
    decline.author = idAt<WorkerId>(row, 14);
    decline.authorName = row.text(15);
    decline.words = row.text(16);
    return decline;
}

}  // namespace

std::map<WorkerId, Caseload> TeamQuery::caseloads(const ServiceId& service, Instant now) const
{
    std::map<WorkerId, Caseload> loads;
    const auto ask = [&](SqlText sql, auto fill) {
        sql.add(sql::byWorker);
        m_connection.query(sql.text(), sql.values(),
                           [&](const db::Row& row) { fill(loads[idAt<WorkerId>(row, 0)], row); });
    };
    ask(scoped(sql::held, {}, service), [](Caseload& load, const db::Row& row) {
        load.people = numberAt(row, 1);
        load.needs = numberAt(row, 2);
        load.acting = numberAt(row, 3);
    });
    ask(scoped(sql::overdue, {column(now)}, service),
        [](Caseload& load, const db::Row& row) { load.overdue = numberAt(row, 1); });
    ask(scoped(sql::flagged, {}, service), [](Caseload& load, const db::Row& row) {
        load.alerts = numberAt(row, 1);
        load.omissions = numberAt(row, 2);
    });
    ask(scoped(sql::unconfirmed, {}, service),
        [](Caseload& load, const db::Row& row) { load.toConfirm = numberAt(row, 1); });
    return loads;
}

std::vector<HeldNeedRow> TeamQuery::heldBy(const WorkerId& worker, int limit) const
{
    SqlText sql;
    sql.add(sql::heldBy, {column(worker)}).without(m_unseen, sql::seen).add(sql::heldByName, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), heldAt);
}

std::vector<DeclineRow> TeamQuery::toConfirm(const ServiceId& service, int limit) const
{
    SqlText sql = scoped(sql::declines, {}, service);
    sql.without(m_unseen, sql::seen).add(sql::oldestFirst, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), declineAt);
}

std::vector<ChallengeCounts> TeamQuery::challenges(Date from, Date to) const
{
    return m_connection.list(sql::challenges, {column(from), column(to)}, [](const db::Row& row) {
        ChallengeCounts counts;
        counts.service = row.text(0);
        counts.serviceName = row.text(1);
        counts.sent = numberAt(row, 2);
        counts.overturned = numberAt(row, 3);
        counts.upheld = numberAt(row, 4);
        counts.unanswered = counts.sent - counts.overturned - counts.upheld;
        return counts;
    });
}

}  // namespace holdfast::store
