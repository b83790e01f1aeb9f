#include "store/audit_query.h"

#include "store/columns.h"
#include "store/sql_text.h"

#include <limits>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view rows = R"(
    SELECT a.seq, a.at, a.worker, a.action, a.subject, a.detail, a.reason, w.name, w.role, s.name,
           p.given_name, p.family_name
    FROM audit a
    LEFT JOIN worker w ON w.id = a.worker
    LEFT JOIN service s ON s.id = w.service
    LEFT JOIN person p ON p.id = a.subject)";
constexpr std::string_view seen = " AND p.id NOT IN (@)";
constexpr std::string_view before = "\n    WHERE a.seq < ?";

constexpr std::string_view since = "\n      AND a.seq >= ? AND a.at >= ?";
constexpr std::string_view until = "\n      AND a.at < ?";
constexpr std::string_view byWorker = "\n      AND a.worker = ?";
constexpr std::string_view about = "\n      AND a.subject IN (@)";
constexpr std::string_view refused = "\n      AND a.detail = ?";
constexpr std::string_view order = "\n    ORDER BY a.seq DESC LIMIT ?";

// Clocks may have been set back, so the numbers of a time are looked up and not guessed.
constexpr std::string_view numbersBetween = "SELECT MIN(seq), MAX(seq) FROM audit WHERE at >= $1 AND at < $2";

constexpr std::string_view latest = "SELECT MAX(at) FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT $1) AS newest";

}  // namespace sql

struct Numbers {
    std::int64_t first;
    std::int64_t last;
};

std::optional<Numbers> numbersOf(db::Connection& connection, const AuditQuery& query)
{
    const std::int64_t from = query.from ? toMillis(*query.from) : 0;
    const std::int64_t until = query.until ? toMillis(*query.until) : std::numeric_limits<std::int64_t>::max();
    return connection
        .first(sql::numbersBetween, {from, until},
               [](const db::Row& row) {
                   return row.isNull(0) ? std::nullopt : std::optional{Numbers{row.integer(0), row.integer(1)}};
               })
        .value_or(std::nullopt);
}

AuditLineRow lineAt(const db::Row& row)
{
    AuditLineRow line;
    line.entry = {row.integer(0), instantAt(row, 1), idAt<WorkerId>(row, 2), row.text(3), row.text(4),
                  row.text(5),    row.text(6)};
    line.workerName = row.text(7);
    line.role = optionalEnumAt<Role>(row, 8);
    line.serviceName = row.text(9);
    if (!row.isNull(11))
        line.personName = row.text(10) + (row.view(10).empty() ? "" : " ") + row.text(11);
    return line;
}

}  // namespace

std::vector<AuditLineRow> AuditLines::page(const AuditQuery& query) const
{
    std::int64_t before = query.before > 0 ? query.before : std::numeric_limits<std::int64_t>::max();
    SqlText sql;
    if (query.from || query.until) {
        const auto numbers = numbersOf(m_connection, query);
        if (!numbers)
            return {};
        sql.add(sql::rows).without(m_unseen, sql::seen).add(sql::before, {std::min(before, numbers->last + 1)});
        sql.add(sql::since, {numbers->first, query.from ? toMillis(*query.from) : 0});
        if (query.until)
            sql.add(sql::until, {toMillis(*query.until)});
    } else {
        sql.add(sql::rows).without(m_unseen, sql::seen).add(sql::before, {before});
    }
    if (query.worker)
        sql.add(sql::byWorker, {column(*query.worker)});
    if (!query.subjects.empty())
        sql.addOf(sql::about, query.subjects);
    for (std::size_t i = 0; i < query.actions.size(); ++i)
        sql.add(i == 0 ? "\n      AND a.action IN (?" : ", ?", {std::string{query.actions[i]}});
    if (!query.actions.empty())
        sql.add(")");
    if (query.refusedOnly)
        sql.add(sql::refused, {std::string{auditRefused}});
    sql.add(sql::order, {column(query.limit)});
    auto lines = m_connection.list(sql.text(), sql.values(), lineAt);
    for (AuditLineRow& line : lines)
        if (m_unseen.contains(line.entry.subject))
            line.entry.reason.clear();  // in somebody's words, which may say who it is
    return lines;
}

std::optional<Instant> latestEntry(db::Connection& connection, int entries)
{
    return connection
        .first(sql::latest, {entries},
               [](const db::Row& row) { return row.isNull(0) ? std::nullopt : std::optional{instantAt(row, 0)}; })
        .value_or(std::nullopt);
}

}  // namespace holdfast::store
