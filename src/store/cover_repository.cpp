#include "store/cover_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO cover (id, worker, covered_by, from_day, to_day, note, arranged_by, arranged_at, ended_at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view end = R"(
    UPDATE cover
    SET ended_at = $1, version = version + 1
    WHERE id = $2 AND version = $3 AND ended_at IS NULL)";

constexpr std::string_view find = R"(
    SELECT id, worker, covered_by, from_day, to_day, note, arranged_by, arranged_at, ended_at, version
    FROM cover
    WHERE id = $1)";

constexpr std::string_view from = R"(
    SELECT id, worker, covered_by, from_day, to_day, note, arranged_by, arranged_at, ended_at, version
    FROM cover
    WHERE ended_at IS NULL AND to_day >= $1
    ORDER BY from_day, id)";

}  // namespace sql

Cover coverAt(const db::Row& row)
{
    Cover cover;
    cover.id = idAt<CoverId>(row, 0);
    cover.worker = idAt<WorkerId>(row, 1);
    cover.by = idAt<WorkerId>(row, 2);
    cover.from = dateFromDays(row.integer(3));
    cover.to = dateFromDays(row.integer(4));
    cover.note = row.text(5);
    cover.arrangedBy = idAt<WorkerId>(row, 6);
    cover.arrangedAt = instantAt(row, 7);
    cover.endedAt = optionalInstantAt(row, 8);
    cover.version = row.integer(9);
    return cover;
}

}  // namespace

Result<Cover> CoverRepository::insert(Cover cover)
{
    cover.version = 1;
    if (m_connection.execute(sql::insert, {column(cover.id), column(cover.worker), column(cover.by), column(cover.from),
                                           column(cover.to), cover.note, column(cover.arrangedBy),
                                           column(cover.arrangedAt), column(cover.endedAt), cover.version}) == 0)
        return Error{ErrorCode::conflict, "id", "a cover with that id exists"};
    return cover;
}

Result<Cover> CoverRepository::end(Cover cover, Instant at)
{
    if (m_connection.execute(sql::end, {column(at), column(cover.id), cover.version}) == 0)
        return Error{ErrorCode::conflict, "version", "changed or ended since it was read"};
    cover.endedAt = at;
    ++cover.version;
    return cover;
}

std::optional<Cover> CoverRepository::find(const CoverId& id) const
{
    return m_connection.first(sql::find, {column(id)}, coverAt);
}

std::vector<Cover> CoverRepository::from(Date day) const
{
    return m_connection.list(sql::from, {column(day)}, coverAt);
}

}  // namespace holdfast::store
