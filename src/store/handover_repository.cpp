#include "store/handover_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view columns = R"(
    SELECT
        p.id, p.person, p.giver, p.receiver, p.need, p.leaving, p.body, p.written_at, p.command, a.kind, a.reason,
        a.worker, a.at, a.command
    FROM handover_pack p
    LEFT JOIN handover_answer a ON a.pack = p.id)";
constexpr std::string_view withId = " WHERE p.id = ?";
constexpr std::string_view ofCommand = " WHERE p.command = ?";
constexpr std::string_view ofPerson = " WHERE p.person IN (@) ORDER BY p.written_at DESC, p.id DESC";
constexpr std::string_view waiting =
    " WHERE (p.receiver = ? OR p.giver = ?) AND a.pack IS NULL ORDER BY p.written_at DESC, p.id DESC";

constexpr std::string_view insert = R"(
    INSERT INTO handover_pack (id, person, giver, receiver, need, leaving, body, written_at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
constexpr std::string_view insertAnswer = R"(
    INSERT INTO handover_answer (pack, kind, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING)";

}  // namespace sql

HandoverRow packAt(const db::Row& row)
{
    HandoverRow read;
    read.pack.id = idAt<HandoverPackId>(row, 0);
    read.pack.person = idAt<PersonId>(row, 1);
    read.pack.from = idAt<WorkerId>(row, 2);
    read.pack.to = idAt<WorkerId>(row, 3);
    read.pack.need = enumAt<NeedScope>(row, 4);
    read.pack.leaving = yesAt(row, 5);
    read.body = row.text(6);
    read.pack.writtenAt = instantAt(row, 7);
    read.pack.command = idAt<CommandId>(row, 8);
    if (!row.isNull(9))
        read.answer = HandoverAnswer{read.pack.id,       enumAt<HandoverAnswerKind>(row, 9),
                                     row.text(10),       idAt<WorkerId>(row, 11),
                                     instantAt(row, 12), idAt<CommandId>(row, 13)};
    return read;
}

}  // namespace

void HandoverRepository::add(const HandoverPack& pack, const std::string& body)
{
    m_connection.execute(sql::insert, {column(pack.id), column(recordOf(m_connection, pack.person)), column(pack.from),
                                       column(pack.to), column(pack.need), column(pack.leaving), body,
                                       column(pack.writtenAt), column(pack.command)});
}

bool HandoverRepository::answer(const HandoverAnswer& answer)
{
    return m_connection.execute(sql::insertAnswer, {column(answer.pack), column(answer.kind), answer.reason,
                                                    column(answer.worker), column(answer.at), column(answer.command)}) >
           0;
}

std::optional<HandoverRow> HandoverRepository::find(const HandoverPackId& id) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::withId, {column(id)});
    return m_connection.first(text.text(), text.values(), packAt);
}

std::optional<HandoverRow> HandoverRepository::byCommand(const CommandId& command) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::ofCommand, {column(command)});
    return m_connection.first(text.text(), text.values(), packAt);
}

std::vector<HandoverRow> HandoverRepository::of(const PersonId& person) const
{
    const SqlText text = SqlText{}.add(sql::columns).addOf(sql::ofPerson, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), packAt);
}

std::vector<HandoverRow> HandoverRepository::waiting(const WorkerId& worker) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::waiting, {column(worker), column(worker)});
    return m_connection.list(text.text(), text.values(), packAt);
}

}  // namespace holdfast::store
