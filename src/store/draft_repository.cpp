#include "store/draft_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <algorithm>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view find = R"(
    SELECT kind, person, body, version, saved_at, worker, writing
    FROM draft
    WHERE kind = $1 AND person = $2)";

constexpr std::string_view forPerson = R"(
    SELECT kind, person, body, version, saved_at, worker, writing
    FROM draft
    WHERE person IN (@) AND kind >= ? AND kind < ?
    ORDER BY kind, CASE WHEN person = ? THEN 0 ELSE 1 END, person)";

constexpr std::string_view count = "SELECT COUNT(*) FROM draft WHERE person IN (@)";
constexpr std::string_view where = "SELECT person FROM draft WHERE kind = ? AND person IN (@) ORDER BY person";

constexpr std::string_view insert = R"(
    INSERT INTO draft (body, saved_at, worker, kind, person, version, writing)
    VALUES ($1, $2, $3, $4, $5, $6 + 1, $7)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view save = R"(
    UPDATE draft
    SET body = $1, saved_at = $2, worker = $3, version = version + 1, writing = $7
    WHERE kind = $4 AND person = $5 AND version = $6)";

constexpr std::string_view leave = "UPDATE draft SET writing = '' WHERE kind = $1 AND person = $2 AND writing = $3";

constexpr std::string_view cutOff = R"(
    SELECT kind, person, body, version, saved_at, worker, writing
    FROM draft
    WHERE worker = $1 AND writing <> '' AND writing <> $2
    ORDER BY saved_at DESC, kind, person)";

constexpr std::string_view remove = "DELETE FROM draft WHERE kind = $1 AND person = $2 AND version = $3";

}  // namespace sql

Error conflict()
{
    return {ErrorCode::conflict, "version", "the draft was saved by somebody else since it was read"};
}

DraftRow draftAt(const db::Row& row)
{
    return {row.text(0),       idAt<PersonId>(row, 1), row.text(2), row.integer(3),
            instantAt(row, 4), idAt<WorkerId>(row, 5), row.text(6)};
}

}  // namespace

PersonId whereDraftIs(db::Connection& connection, const std::string& kind, const PersonId& person)
{
    return whoseOf(connection, person, sql::where, {kind});
}

std::optional<DraftRow> DraftRepository::find(const std::string& kind, const PersonId& person) const
{
    return m_connection.first(sql::find, {kind, column(whereDraftIs(m_connection, kind, person))}, draftAt);
}

std::vector<DraftRow> DraftRepository::forPerson(const PersonId& person, const std::string& prefix) const
{
    // The first text after all that begin with the prefix: its last character one up.
    std::string end = prefix;
    ++end.back();
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    const SqlText text = SqlText{}.addOf(sql::forPerson, parts, {prefix, end, column(parts.front())});
    return m_connection.list(text.text(), text.values(), draftAt);
}

int DraftRepository::count(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::count, partsOf(m_connection, person));
    return m_connection.first(text.text(), text.values(), [](const db::Row& row) { return numberAt(row, 0); })
        .value_or(0);
}

Result<DraftRow> DraftRepository::save(DraftRow draft, Step step)
{
    draft.person = whereDraftIs(m_connection, draft.kind, draft.person);
    const auto saved = m_connection.execute(draft.version == 0 ? sql::insert : sql::save,
                                            {draft.body, column(draft.savedAt), column(draft.worker), draft.kind,
                                             column(draft.person), draft.version, draft.writing});
    if (saved == 0)
        return conflict();
    ++draft.version;
    DraftHistory{m_connection}.keep(draft, step);
    return draft;
}

void DraftRepository::leave(const std::string& kind, const PersonId& person, const std::string& sitting)
{
    m_connection.execute(sql::leave, {kind, column(whereDraftIs(m_connection, kind, person)), sitting});
}

std::vector<DraftRow> DraftRepository::cutOff(const WorkerId& worker, const std::string& sitting) const
{
    return m_connection.list(sql::cutOff, {column(worker), sitting}, draftAt);
}

Result<Done> DraftRepository::remove(const std::string& kind, const PersonId& person, std::int64_t version)
{
    const PersonId where = whereDraftIs(m_connection, kind, person);
    if (m_connection.execute(sql::remove, {kind, column(where), version}) == 0)
        return find(kind, person) ? Result<Done>{conflict()} : Result<Done>{Done{}};
    DraftHistory{m_connection}.end(kind, where);
    return Done{};
}

}  // namespace holdfast::store
