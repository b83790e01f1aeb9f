#include "store/command_log.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view remember = R"(
    INSERT INTO command (id, action, subject, worker, at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view find = "SELECT id, action, subject, worker, at FROM command WHERE id = $1";

}  // namespace sql
}  // namespace

bool CommandLog::remember(const CommandRow& command)
{
    return m_connection.execute(sql::remember, {column(command.id), command.action, command.subject,
                                                column(command.worker), column(command.at)}) == 1;
}

std::optional<CommandRow> CommandLog::find(const CommandId& id) const
{
    return m_connection.first(sql::find, {column(id)}, [](const db::Row& row) {
        return CommandRow{idAt<CommandId>(row, 0), row.text(1), row.text(2), idAt<WorkerId>(row, 3), instantAt(row, 4)};
    });
}

}  // namespace holdfast::store
