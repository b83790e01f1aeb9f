#include "store/worklist_query.h"

#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/sql_text.h"

#include <cassert>

namespace holdfast::store {
namespace {

namespace sql {

// The actions of the page are chosen first, by one index; then each is joined with what the row shows.
constexpr std::string_view rowsOpen = R"(
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           a.need, a.what, a.owner_role, a.owner_worker, a.owner_service, a.due, a.rule, a.escalation_level,
           a.work_group, a.desk, a.team, a.about_service, a.reason, a.event_seq,
           m.status, m.detail, m.leg_state, s.status, s.detail, s.leg_state,
           owner.name, about.name, e.words, m.silent_from, s.silent_from, e.happened_at
    FROM (
    SELECT a.* FROM next_action a)";  // rowsClose closes it

constexpr std::string_view rowsClose = R"(
    ) a
    CROSS JOIN person p
    LEFT JOIN need_state m ON m.person = a.person AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = a.person AND s.need = 'substance_use'
    LEFT JOIN worker owner ON owner.id = a.owner_worker
    LEFT JOIN service about ON about.id = a.about_service
    LEFT JOIN case_event e ON e.person = COALESCE(a.event_person, a.person) AND e.seq = a.event_seq
    WHERE p.id = a.person)";

constexpr std::string_view withName = " CROSS JOIN person named";
constexpr std::string_view everyone = "\n    WHERE 1 = 1";
constexpr std::string_view onDesks = "\n    WHERE a.desk IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view ofTeam = "\n    WHERE a.team = ?";
constexpr std::string_view joinName = " AND named.id = a.person";

constexpr std::string_view seen = " AND a.person NOT IN (@)";
constexpr std::string_view ofUnseen = " AND a.person IN (@)";

constexpr std::string_view firstUrgent =
    "\n    ORDER BY a.work_group, a.escalation_level DESC, a.due, a.person, a.position LIMIT ?";
constexpr std::string_view firstNamed =
    "\n    ORDER BY a.work_group, named.sort_name, a.due, a.person, a.position LIMIT ?";
constexpr std::string_view firstSoon = "\n    ORDER BY a.work_group, a.due, a.person, a.position LIMIT ?";

constexpr std::string_view thenUrgent =
    "\n    ORDER BY a.work_group, a.escalation_level DESC, a.due, a.person, a.position";
constexpr std::string_view thenNamed = "\n    ORDER BY a.work_group, p.sort_name, a.due, a.person, a.position";
constexpr std::string_view thenSoon = "\n    ORDER BY a.work_group, a.due, a.person, a.position";

constexpr std::string_view totals = "SELECT a.work_group, COUNT(*) FROM next_action a";
constexpr std::string_view byGroup = "\n    GROUP BY a.work_group";

constexpr std::string_view heldByAnyone = R"(
    SELECT open_needs, accepted_needs, COUNT(*), SUM(CASE WHEN next_due IS NULL THEN 1 ELSE 0 END)
    FROM case_state
    WHERE open_needs > 0
    GROUP BY open_needs, accepted_needs)";

constexpr std::string_view heldByWorker = R"(
    SELECT c.open_needs, c.accepted_needs, COUNT(*), SUM(CASE WHEN c.next_due IS NULL THEN 1 ELSE 0 END)
    FROM (SELECT DISTINCT person FROM need_state WHERE holder_worker = $1 AND open = 1) n
    CROSS JOIN case_state c
    WHERE c.person = n.person
    GROUP BY c.open_needs, c.accepted_needs)";

constexpr std::string_view heldByService = R"(
    SELECT c.open_needs, c.accepted_needs, COUNT(*), SUM(CASE WHEN c.next_due IS NULL THEN 1 ELSE 0 END)
    FROM (SELECT DISTINCT person FROM need_state WHERE holder_service = $1 AND open = 1) n
    CROSS JOIN case_state c
    WHERE c.person = n.person
    GROUP BY c.open_needs, c.accepted_needs)";

constexpr std::string_view withoutLead =
    "SELECT COUNT(DISTINCT person) FROM need_state WHERE open = 1 AND holder_worker IS NULL";

}  // namespace sql

constexpr std::size_t mostDesks = 12;

void addScope(SqlText& sql, const WorkScope& scope)
{
    assert(scope.desks.size() <= mostDesks);
    if (!scope.desks.empty()) {
        const auto desk = [&](std::size_t i) { return scope.desks[std::min(i, scope.desks.size() - 1)]; };
        sql.add(sql::onDesks, {desk(0), desk(1), desk(2), desk(3), desk(4), desk(5), desk(6), desk(7), desk(8), desk(9),
                               desk(10), desk(11)});
    } else if (!scope.team.empty()) {
        sql.add(sql::ofTeam, {column(scope.team)});
    } else {
        sql.add(sql::everyone);
    }
}

ActionCache actionAt(const db::Row& row, int at)
{
    ActionCache action;
    action.need = enumAt<NeedScope>(row, at);
    action.what = row.text(at + 1);
    action.ownerRole = row.text(at + 2);
    action.ownerWorker = idAt<WorkerId>(row, at + 3);
    action.ownerService = idAt<ServiceId>(row, at + 4);
    action.due = instantAt(row, at + 5);
    action.rule = idAt<RuleId>(row, at + 6);
    action.escalationLevel = numberAt(row, at + 7);
    action.group = numberAt(row, at + 8);
    action.desk = row.text(at + 9);
    action.team = idAt<ServiceId>(row, at + 10);
    action.aboutService = idAt<ServiceId>(row, at + 11);
    action.reason = row.text(at + 12);
    action.eventSeq = row.integer(at + 13);
    return action;
}

WorkRow workAt(const db::Row& row)
{
    WorkRow work;
    work.person = briefAt(row, 0);
    work.action = actionAt(row, 7);
    PerNeed<std::optional<LegState>> legs;
    PerNeed<std::optional<Instant>> silent;
    for (const Need need : allNeeds) {
        const int at = need == Need::mentalHealth ? 21 : 24;
        work.status[need] = optionalEnumAt<NeedStatus>(row, at).value_or(NeedStatus::notAsked);
        work.detail[need] = row.text(at + 1);
        legs[need] = optionalEnumAt<LegState>(row, at + 2);
        silent[need] = optionalInstantAt(row, need == Need::mentalHealth ? 30 : 31);
    }
    if (work.action.need != NeedScope::both) {
        const Need need = work.action.need == NeedScope::mentalHealth ? Need::mentalHealth : Need::substanceUse;
        work.leg = legs[need];
        work.silentFrom = silent[need];
    }
    work.ownerName = row.text(27);
    work.serviceName = row.text(28);
    work.words = row.text(29);
    work.answersAt = optionalInstantAt(row, 32);
    return work;
}

}  // namespace

std::vector<WorkRow> WorklistQuery::rows(const WorkScope& scope, WorkOrder order, int limit) const
{
    const bool named = order == WorkOrder::name;
    SqlText sql;
    sql.add(sql::rowsOpen);
    if (named)
        sql.add(sql::withName);
    addScope(sql, scope);
    if (named)
        sql.add(sql::joinName);
    sql.without(m_unseen, sql::seen);
    switch (order) {
        using enum WorkOrder;
    case urgent: sql.add(sql::firstUrgent, {column(limit)}).add(sql::rowsClose).add(sql::thenUrgent); break;
    case name: sql.add(sql::firstNamed, {column(limit)}).add(sql::rowsClose).add(sql::thenNamed); break;
    case soonest: sql.add(sql::firstSoon, {column(limit)}).add(sql::rowsClose).add(sql::thenSoon); break;
    }
    return m_connection.list(sql.text(), sql.values(), workAt);
}

std::vector<int> WorklistQuery::totals(const WorkScope& scope, int groups) const
{
    std::vector<int> totals(static_cast<std::size_t>(groups));
    const auto count = [&](const SqlText& sql, int sign) {
        m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
            totals.at(static_cast<std::size_t>(row.integer(0))) += sign * numberAt(row, 1);
        });
    };
    SqlText all;
    all.add(sql::totals);
    addScope(all, scope);
    count(all.add(sql::byGroup), 1);
    if (!m_unseen.empty()) {  // a few taken off again, so that everybody's need not be looked at one by one
        SqlText few;
        few.add(sql::totals);
        addScope(few, scope);
        count(few.without(m_unseen, sql::ofUnseen).add(sql::byGroup), -1);
    }
    return totals;
}

HeldCounts WorklistQuery::held(const WorkerId& worker, const ServiceId& service) const
{
    HeldCounts counts;
    const auto add = [&](const db::Row& row) {
        const int open = numberAt(row, 0);
        const int accepted = numberAt(row, 1);
        const int people = numberAt(row, 2);
        counts.people += people;
        (accepted == open ? counts.bothAccepted : accepted > 0 ? counts.oneOpen : counts.waitingOnBoth) += people;
        counts.withoutDate += numberAt(row, 3);
    };
    if (!worker.empty())
        m_connection.query(sql::heldByWorker, {column(worker)}, add);
    else if (!service.empty())
        m_connection.query(sql::heldByService, {column(service)}, add);
    else
        m_connection.query(sql::heldByAnyone, {}, add);
    counts.withoutLead =
        m_connection.first(sql::withoutLead, {}, [](const db::Row& row) { return numberAt(row, 0); }).value_or(0);
    return counts;
}

}  // namespace holdfast::store
