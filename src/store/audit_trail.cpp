#include "store/audit_trail.h"

#include "db/sealed.h"
#include "store/audit_query.h"
#include "store/columns.h"
#include "store/meta_repository.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view next = "UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq";
constexpr std::string_view lastNumber = "SELECT seq FROM audit_head WHERE id = 1";

constexpr std::string_view link = "SELECT mac FROM audit WHERE seq = $1";

constexpr std::string_view append = R"(
    INSERT INTO audit (seq, at, worker, action, subject, detail, reason, mac)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";

constexpr std::string_view page = R"(
    SELECT seq, at, worker, action, subject, detail, reason, seal, mac
    FROM audit
    WHERE seq > $1
    ORDER BY seq
    LIMIT $2)";

constexpr std::string_view about = R"(
    SELECT seq, at, worker, action, subject, detail, reason, seal
    FROM audit
    WHERE subject = $1
    ORDER BY seq DESC
    LIMIT $2)";

constexpr std::string_view newest = "SELECT seq, mac, at FROM audit ORDER BY seq DESC LIMIT 1";
constexpr std::string_view oldestLink = "SELECT mac FROM audit ORDER BY seq LIMIT 1";
constexpr std::string_view other = "SELECT seq FROM audit WHERE mac = $1 AND seq <> $2 ORDER BY seq LIMIT 1";
constexpr std::string_view giveLink = "UPDATE audit SET mac = $2 WHERE seq = $1";

constexpr std::string_view withReason = R"(
    SELECT seq, at, worker, action, subject, detail, reason, seal, mac
    FROM audit
    WHERE reason <> '' AND subject IN (@)
    ORDER BY seq)";
constexpr std::string_view giveSeal = "UPDATE audit SET reason = '', seal = $2 WHERE seq = $1";

}  // namespace sql

constexpr int rowsAtOnce = 5000;

AuditRow auditAt(const db::Row& row)
{
    return {row.integer(0), instantAt(row, 1), idAt<WorkerId>(row, 2), row.text(3), row.text(4), row.text(5),
            row.text(6),    row.text(7)};
}

}  // namespace

std::int64_t AuditTrail::append(const AuditRow& row)
{
    const auto seq = m_connection.first(sql::next, {}, [](const db::Row& head) { return head.integer(0); });
    if (!seq)
        throw db::Failure{db::Failure::Kind::other, "the audit trail has lost its head"};
    AuditRow numbered = row;
    numbered.seq = *seq;
    // Asked only now that the head is ours: another writer's entry is there, and none comes between. Where the entry
    // before is gone, work goes on; the check of the trail says what is missing.
    const std::string previous = linkAt(*seq - 1);
    m_connection.execute(sql::append, {*seq, column(row.at), column(row.worker), row.action, row.subject, row.detail,
                                       row.reason, linkOf(numbered, previous)});
    return *seq;
}

std::int64_t AuditTrail::countSince(Instant then) const
{
    return m_connection
        .first("SELECT COUNT(*) FROM audit WHERE at > $1", {column(then)},
               [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::int64_t AuditTrail::countSince(Instant then, std::string_view action) const
{
    return m_connection
        .first("SELECT COUNT(*) FROM audit WHERE at > $1 AND action = $2 AND detail <> $3",
               {column(then), std::string{action}, std::string{auditRefused}},
               [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<AuditRow> AuditTrail::page(std::int64_t after, int limit) const
{
    return m_connection.list(sql::page, {after, column(limit)}, auditAt);
}

std::vector<AuditRow> AuditTrail::about(const std::string& subject, int limit) const
{
    return m_connection.list(sql::about, {subject, column(limit)}, auditAt);
}

void AuditTrail::linked(std::int64_t after, int limit, const VisitLinked& visit) const
{
    m_connection.query(sql::page, {after, column(limit)},
                       [&](const db::Row& row) { visit(auditAt(row), row.text(8)); });
}

std::optional<AuditAnchor> AuditTrail::newest() const
{
    return m_connection.first(sql::newest, {}, [](const db::Row& row) {
        return AuditAnchor{row.integer(0), row.text(1), instantAt(row, 2)};
    });
}

std::string AuditTrail::linkAt(std::int64_t seq) const
{
    return m_connection.first(sql::link, {seq}, [](const db::Row& row) { return row.text(0); }).value_or("");
}

std::int64_t AuditTrail::lastNumber() const
{
    return m_connection.first(sql::lastNumber, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::optional<std::int64_t> AuditTrail::otherWith(const std::string& mac, std::int64_t seq) const
{
    return m_connection.first(sql::other, {mac, seq}, [](const db::Row& row) { return row.integer(0); });
}

std::int64_t AuditTrail::linkOldEntries(Instant now)
{
    const auto oldest = m_connection.first(sql::oldestLink, {}, [](const db::Row& row) { return row.text(0); });
    if (!oldest || !oldest->empty())
        return 0;
    std::string previous;
    std::int64_t last = 0;
    for (;;) {
        const auto rows = page(last, rowsAtOnce);
        if (rows.empty())
            break;
        for (const AuditRow& row : rows) {
            previous = linkOf(row, previous);
            m_connection.execute(sql::giveLink, {row.seq, previous});
        }
        last = rows.back().seq;
    }
    append({0, now, {}, std::string{beginAuditChain}, {}, std::to_string(last) + " entries"});
    return last;
}

std::string AuditTrail::linkOf(const AuditRow& row, const std::string& previous) const
{
    return db::macOf(key(), {previous, std::to_string(row.seq), std::to_string(toMillis(row.at)), row.worker.str(),
                             row.action, row.subject, row.detail, row.reason});
}

void AuditTrail::sealReasonsAbout(const std::vector<PersonId>& people)
{
    struct Linked {
        AuditRow row;
        std::string mac;
    };
    const SqlText text = SqlText{}.addOf(sql::withReason, people);
    const auto found = m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return Linked{auditAt(row), row.text(8)};
    });
    for (const Linked& each : found)
        m_connection.execute(sql::giveSeal, {each.row.seq, sealBeside(each.row, linkAt(each.row.seq - 1), each.mac)});
}

bool AuditTrail::follows(const AuditRow& row, const std::string& previous, const std::string& mac) const
{
    if (row.seal.empty())
        return linkOf(row, previous) == mac;
    return row.reason.empty() && sealBeside(row, previous, mac) == row.seal;
}

/// Everything but the reason, with the links on both sides.
std::string AuditTrail::sealBeside(const AuditRow& row, const std::string& previous, const std::string& mac) const
{
    return db::macOf(key(), {"disposed", previous, std::to_string(row.seq), std::to_string(toMillis(row.at)),
                             row.worker.str(), row.action, row.subject, row.detail, mac});
}

std::string AuditTrail::sealOf(std::string_view text) const
{
    return db::macOf(key(), {text});
}

const db::Secret& AuditTrail::key() const
{
    if (m_connection.auditKey().empty())
        m_connection.useAuditKey(
            db::Secret::copyOf(MetaRepository{m_connection}.get(metaAuditKey).value_or(std::string{})));
    return m_connection.auditKey();
}

}  // namespace holdfast::store
