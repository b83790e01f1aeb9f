#include "store/disposal_repository.h"

#include "store/columns.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO disposal (id, person, reason, rule, due_on, held, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
constexpr std::string_view answer = R"(
    INSERT INTO disposal_answer (disposal, kind, worker, at, command)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view rows = R"(
    SELECT d.id, d.person, d.reason, d.rule, d.due_on, d.held, d.worker, d.at, d.command, a.kind, a.worker, a.at, a.command
    FROM disposal d
    LEFT JOIN disposal_answer a ON a.disposal = d.id)";
constexpr std::string_view withId = "\n    WHERE d.id = ?";
constexpr std::string_view ofCommand = "\n    WHERE d.command = ?";
constexpr std::string_view openOf = "\n    WHERE d.person = ? AND a.disposal IS NULL";
constexpr std::string_view open = "\n    WHERE a.disposal IS NULL";
constexpr std::string_view seen = " AND d.person NOT IN (@)";
constexpr std::string_view oldestFirst = "\n    ORDER BY d.at, d.id";
constexpr std::string_view newestDone = "\n    WHERE a.kind = 'confirmed'\n    ORDER BY a.at DESC, d.id DESC LIMIT ?";

constexpr std::string_view disposedAt = R"(
    SELECT a.at
    FROM disposed_person p
    JOIN disposal_answer a ON a.disposal = p.disposal
    WHERE p.person = $1)";
constexpr std::string_view countSince = "SELECT COUNT(*) FROM disposal_answer WHERE kind = 'confirmed' AND at > $1";
constexpr std::string_view eventsGone = "SELECT COUNT(*) FROM disposed_entry WHERE recorded_at IS NOT NULL";

}  // namespace sql

DisposalRow rowAt(const db::Row& row)
{
    DisposalRow found;
    found.disposal = {idAt<DisposalId>(row, 0),
                      idAt<PersonId>(row, 1),
                      row.text(2),
                      enumAt<RetentionRule>(row, 3),
                      dateFromDays(row.integer(4)),
                      row.text(5),
                      idAt<WorkerId>(row, 6),
                      instantAt(row, 7),
                      idAt<CommandId>(row, 8)};
    if (!row.isNull(9))
        found.answer = DisposalAnswer{found.disposal.id, enumAt<DisposalVerdict>(row, 9), idAt<WorkerId>(row, 10),
                                      instantAt(row, 11), idAt<CommandId>(row, 12)};
    return found;
}

std::optional<DisposalRow> one(db::Connection& connection, std::string_view which, db::Value value)
{
    const SqlText text = SqlText{}.add(sql::rows).add(which, {std::move(value)});
    return connection.first(text.text(), text.values(), rowAt);
}

}  // namespace

void DisposalRepository::insert(const Disposal& disposal)
{
    m_connection.execute(sql::insert, {column(disposal.id), column(disposal.person), disposal.reason,
                                       column(disposal.rule), column(disposal.dueOn), disposal.held,
                                       column(disposal.worker), column(disposal.at), column(disposal.command)});
}

bool DisposalRepository::answer(const DisposalAnswer& answer)
{
    return m_connection.execute(sql::answer, {column(answer.disposal), column(answer.kind), column(answer.worker),
                                              column(answer.at), column(answer.command)}) > 0;
}

std::optional<DisposalRow> DisposalRepository::find(const DisposalId& id) const
{
    return one(m_connection, sql::withId, column(id));
}

std::optional<DisposalRow> DisposalRepository::byCommand(const CommandId& command) const
{
    return one(m_connection, sql::ofCommand, column(command));
}

std::optional<DisposalRow> DisposalRepository::openOf(const PersonId& record) const
{
    return one(m_connection, sql::openOf, column(record));
}

std::vector<DisposalRow> DisposalRepository::awaiting(const Unseen& unseen) const
{
    SqlText text;
    text.add(sql::rows).add(sql::open).without(unseen, sql::seen).add(sql::oldestFirst);
    return m_connection.list(text.text(), text.values(), rowAt);
}

std::vector<DisposalRow> DisposalRepository::done(int limit) const
{
    const SqlText text = SqlText{}.add(sql::rows).add(sql::newestDone, {column(limit)});
    return m_connection.list(text.text(), text.values(), rowAt);
}

std::optional<Instant> DisposalRepository::disposedAt(const PersonId& person) const
{
    return m_connection.first(sql::disposedAt, {column(person)}, [](const db::Row& row) { return instantAt(row, 0); });
}

std::int64_t DisposalRepository::countSince(Instant then) const
{
    return m_connection.first(sql::countSince, {column(then)}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::int64_t DisposalRepository::eventsGone() const
{
    return m_connection.first(sql::eventsGone, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

}  // namespace holdfast::store
