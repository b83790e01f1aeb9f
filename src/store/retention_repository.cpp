#include "store/retention_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insertKeep = R"(
    INSERT INTO retention_keep (id, person, until_day, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7))";
constexpr std::string_view insertLift = R"(
    INSERT INTO retention_lift (keep, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view keeps = R"(
    SELECT k.id, k.person, k.until_day, k.reason, k.worker, k.at, k.command, l.reason, l.worker, l.at, l.command
    FROM retention_keep k
    LEFT JOIN retention_lift l ON l.keep = k.id)";
constexpr std::string_view withId = "\n    WHERE k.id = ?";
constexpr std::string_view withCommand = "\n    WHERE k.command = ?";
constexpr std::string_view liftedWith = "\n    WHERE l.command = ?";
constexpr std::string_view ofRecord = "\n    WHERE k.person IN (@)\n    ORDER BY k.at DESC, k.id DESC";
constexpr std::string_view standing = R"(
    WHERE k.until_day > ? AND l.keep IS NULL
    ORDER BY k.until_day, k.id
    LIMIT ?)";
constexpr std::string_view ofAll = R"(
    WHERE k.person IS NULL AND l.keep IS NULL
    ORDER BY k.at DESC, k.id DESC
    LIMIT 1)";

}  // namespace sql

RetentionKeep keepAt(const db::Row& row)
{
    RetentionKeep keep{idAt<RetentionKeepId>(row, 0), idAt<PersonId>(row, 1), optionalDateAt(row, 2), row.text(3),
                       idAt<WorkerId>(row, 4),        instantAt(row, 5),      idAt<CommandId>(row, 6)};
    if (!row.isNull(9))
        keep.lifted = RetentionLift{row.text(7), idAt<WorkerId>(row, 8), instantAt(row, 9), idAt<CommandId>(row, 10)};
    return keep;
}

std::optional<RetentionKeep> oneKeep(db::Connection& connection, std::string_view which, db::Value value)
{
    const SqlText text = SqlText{}.add(sql::keeps).add(which, {std::move(value)});
    return connection.first(text.text(), text.values(), keepAt);
}

}  // namespace

void RetentionRepository::insert(const RetentionKeep& keep)
{
    m_connection.execute(sql::insertKeep, {column(keep.id), orNull(keep.person), column(keep.until), keep.reason,
                                           column(keep.worker), column(keep.at), column(keep.command)});
}

bool RetentionRepository::lift(const RetentionKeepId& keep, const RetentionLift& lift)
{
    return m_connection.execute(sql::insertLift, {column(keep), lift.reason, column(lift.worker), column(lift.at),
                                                  column(lift.command)}) > 0;
}

std::optional<RetentionKeep> RetentionRepository::find(const RetentionKeepId& keep) const
{
    return oneKeep(m_connection, sql::withId, column(keep));
}

std::optional<RetentionKeep> RetentionRepository::byCommand(const CommandId& command) const
{
    return oneKeep(m_connection, sql::withCommand, column(command));
}

std::optional<RetentionKeep> RetentionRepository::liftedByCommand(const CommandId& command) const
{
    return oneKeep(m_connection, sql::liftedWith, column(command));
}

std::vector<RetentionKeep> RetentionRepository::of(const PersonId& record) const
{
    const SqlText text = SqlText{}.add(sql::keeps).addOf(sql::ofRecord, partsOf(m_connection, record));
    return m_connection.list(text.text(), text.values(), keepAt);
}

std::optional<RetentionKeep> RetentionRepository::longestOf(const PersonId& record, Date today) const
{
    std::optional<RetentionKeep> longest;
    for (RetentionKeep& each : of(record))
        if (each.holdsOn(today) && (!longest || longest->until < each.until))
            longest = std::move(each);
    return longest;
}

std::vector<RetentionKeep> RetentionRepository::standing(Date today, int limit) const
{
    const SqlText text = SqlText{}.add(sql::keeps).add(sql::standing, {column(today), column(limit)});
    return m_connection.list(text.text(), text.values(), keepAt);
}

std::optional<RetentionKeep> RetentionRepository::ofAll() const
{
    const SqlText text = SqlText{}.add(sql::keeps).add(sql::ofAll);
    return m_connection.first(text.text(), text.values(), keepAt);
}

}  // namespace holdfast::store
