#include "store/draft_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view find = R"(
    SELECT kind, person, body, version, saved_at, worker
    FROM draft
    WHERE kind = $1 AND person = $2)";

constexpr std::string_view forPerson = R"(
    SELECT kind, person, body, version, saved_at, worker
    FROM draft
    WHERE person = $1 AND kind >= $2 AND kind < $3
    ORDER BY kind)";

constexpr std::string_view insert = R"(
    INSERT INTO draft (body, saved_at, worker, kind, person, version)
    VALUES ($1, $2, $3, $4, $5, $6 + 1)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view save = R"(
    UPDATE draft
    SET body = $1, saved_at = $2, worker = $3, version = version + 1
    WHERE kind = $4 AND person = $5 AND version = $6)";

constexpr std::string_view remove = "DELETE FROM draft WHERE kind = $1 AND person = $2 AND version = $3";

}  // namespace sql

Error conflict()
{
    return {ErrorCode::conflict, "version", "the draft was saved by somebody else since it was read"};
}

DraftRow draftAt(const db::Row& row)
{
    return {row.text(0),    idAt<PersonId>(row, 1), row.text(2),
            row.integer(3), instantAt(row, 4),      idAt<WorkerId>(row, 5)};
}

}  // namespace

std::optional<DraftRow> DraftRepository::find(const std::string& kind, const PersonId& person) const
{
    return m_connection.first(sql::find, {kind, column(person)}, draftAt);
}

std::vector<DraftRow> DraftRepository::forPerson(const PersonId& person, const std::string& prefix) const
{
    // The first text after all that begin with the prefix: its last character one up.
    std::string end = prefix;
    ++end.back();
    return m_connection.list(sql::forPerson, {column(person), prefix, end}, draftAt);
}

Result<DraftRow> DraftRepository::save(DraftRow draft)
{
    const auto saved = m_connection.execute(
        draft.version == 0 ? sql::insert : sql::save,
        {draft.body, column(draft.savedAt), column(draft.worker), draft.kind, column(draft.person), draft.version});
    if (saved == 0)
        return conflict();
    ++draft.version;
    return draft;
}

Result<Done> DraftRepository::remove(const std::string& kind, const PersonId& person, std::int64_t version)
{
    if (m_connection.execute(sql::remove, {kind, column(person), version}) == 0 && find(kind, person))
        return conflict();
    return Done{};
}

}  // namespace holdfast::store
