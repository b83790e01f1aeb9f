#include "store/review_query.h"

#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/sql_text.h"

#include <cassert>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view held = R"(
    WITH held AS (
        SELECT h.person AS record, MIN(h.holder_worker) AS worker
        FROM need_state h
        JOIN worker w ON w.id = h.holder_worker
        WHERE h.open = 1)";
constexpr std::string_view ofWorkers = " AND h.holder_worker IN (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view ofTeam = " AND w.service = ?";
constexpr std::string_view seen = " AND h.person NOT IN (@)";

// A record that was joined keeps the rows of each part under that part's id.
constexpr std::string_view parts = R"(
        GROUP BY h.person),
    part AS (
        SELECT record, record AS person FROM held
        UNION ALL
        SELECT d.record, x.person FROM held d JOIN merged_record x ON x.record = d.record))";

constexpr std::string_view people = R"(
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           m.status, m.detail, s.status, s.detail, w.id, w.name
    FROM held d
    JOIN person p ON p.id = d.record
    JOIN worker w ON w.id = d.worker
    LEFT JOIN need_state m ON m.person = p.id AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = p.id AND s.need = 'substance_use'
    WHERE EXISTS (
            SELECT 1
            FROM part q
            JOIN consent c ON c.person = q.person
            WHERE q.record = d.record AND c.decision = 'given' AND (c.review_by <= ? OR c.ends_on <= ?))
       OR EXISTS (
            SELECT 1
            FROM part q
            JOIN carer_link l ON l.person = q.person
            JOIN carer k ON k.id = l.carer
            WHERE q.record = d.record AND l.ended_on IS NULL AND k.offered_on IS NULL AND k.known_since <= ?)
    ORDER BY p.id
    LIMIT ?)";

}  // namespace sql

constexpr std::size_t mostWorkers = 8;

ReviewRow rowAt(const db::Row& row)
{
    ReviewRow found{briefAt(row, 0), idAt<WorkerId>(row, 11), row.text(12), {}, {}};
    for (const Need need : allNeeds) {
        const int at = need == Need::mentalHealth ? 7 : 9;
        found.status[need] = optionalEnumAt<NeedStatus>(row, at).value_or(NeedStatus::notAsked);
        found.detail[need] = row.text(at + 1);
    }
    return found;
}

}  // namespace

std::vector<ReviewRow> ReviewQuery::people(const std::vector<WorkerId>& workers, const ServiceId& team, Date by,
                                           Date knownBy, int limit) const
{
    assert(workers.size() <= mostWorkers);
    SqlText sql;
    sql.add(sql::held);
    if (!workers.empty()) {
        const auto each = [&](std::size_t i) { return column(workers[std::min(i, workers.size() - 1)]); };
        sql.add(sql::ofWorkers, {each(0), each(1), each(2), each(3), each(4), each(5), each(6), each(7)});
    } else {
        sql.add(sql::ofTeam, {column(team)});
    }
    sql.without(m_unseen, sql::seen)
        .add(sql::parts)
        .add(sql::people, {column(by), column(by), column(knownBy), column(limit)});
    return m_connection.list(sql.text(), sql.values(), rowAt);
}

}  // namespace holdfast::store
