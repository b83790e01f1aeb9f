#include "store/audit_trail.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view next = "UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq";

constexpr std::string_view append = R"(
    INSERT INTO audit (seq, at, worker, action, subject, detail)
    VALUES ($1, $2, $3, $4, $5, $6))";

constexpr std::string_view page = R"(
    SELECT seq, at, worker, action, subject, detail
    FROM audit
    WHERE seq > $1
    ORDER BY seq
    LIMIT $2)";

constexpr std::string_view about = R"(
    SELECT seq, at, worker, action, subject, detail
    FROM audit
    WHERE subject = $1
    ORDER BY seq DESC
    LIMIT $2)";

}  // namespace sql

AuditRow auditAt(const db::Row& row)
{
    return {row.integer(0), instantAt(row, 1), idAt<WorkerId>(row, 2), row.text(3), row.text(4), row.text(5)};
}

}  // namespace

std::int64_t AuditTrail::append(const AuditRow& row)
{
    const auto seq = m_connection.first(sql::next, {}, [](const db::Row& head) { return head.integer(0); });
    if (!seq)
        throw db::Failure{db::Failure::Kind::other, "the audit trail has lost its head"};
    m_connection.execute(sql::append, {*seq, column(row.at), column(row.worker), row.action, row.subject, row.detail});
    return *seq;
}

std::vector<AuditRow> AuditTrail::page(std::int64_t after, int limit) const
{
    return m_connection.list(sql::page, {after, column(limit)}, auditAt);
}

std::vector<AuditRow> AuditTrail::about(const std::string& subject, int limit) const
{
    return m_connection.list(sql::about, {subject, column(limit)}, auditAt);
}

}  // namespace holdfast::store
