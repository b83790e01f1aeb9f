#include "store/local_guide_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO local_guide (id, kind, name, edition, from_day, withdrawn_on, service, need, added_by, added_at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view setWithdrawn = R"(
    UPDATE local_guide
    SET withdrawn_on = $1, version = version + 1
    WHERE id = $2 AND version = $3)";

constexpr std::string_view find = R"(
    SELECT id, kind, name, edition, from_day, withdrawn_on, service, need, added_by, added_at, version
    FROM local_guide
    WHERE id = $1)";

constexpr std::string_view all = R"(
    SELECT id, kind, name, edition, from_day, withdrawn_on, service, need, added_by, added_at, version
    FROM local_guide
    ORDER BY name, from_day DESC, id DESC)";

}  // namespace sql

LocalGuide guideAt(const db::Row& row)
{
    LocalGuide guide;
    guide.id = idAt<LocalGuideId>(row, 0);
    guide.kind = enumAt<LocalGuideKind>(row, 1);
    guide.name = row.text(2);
    guide.edition = row.text(3);
    guide.from = dateFromDays(row.integer(4));
    guide.withdrawnOn = optionalDateAt(row, 5);
    if (!row.isNull(6))
        guide.service = idAt<ServiceId>(row, 6);
    guide.need = enumAt<NeedScope>(row, 7);
    guide.addedBy = idAt<WorkerId>(row, 8);
    guide.addedAt = instantAt(row, 9);
    guide.version = row.integer(10);
    return guide;
}

}  // namespace

Result<LocalGuide> LocalGuideRepository::insert(LocalGuide guide)
{
    guide.version = 1;
    if (m_connection.execute(sql::insert,
                             {column(guide.id), column(guide.kind), column(guide.name), column(guide.edition),
                              column(guide.from), column(guide.withdrawnOn), column(guide.service), column(guide.need),
                              column(guide.addedBy), column(guide.addedAt), column(guide.version)}) == 0)
        return Error{ErrorCode::conflict, "edition", "this name has that edition already"};
    return guide;
}

Result<LocalGuide> LocalGuideRepository::setWithdrawn(LocalGuide guide, std::optional<Date> on)
{
    if (m_connection.execute(sql::setWithdrawn, {column(on), column(guide.id), column(guide.version)}) == 0)
        return Error{ErrorCode::conflict, "version", "changed since it was read"};
    guide.withdrawnOn = on;
    ++guide.version;
    return guide;
}

std::optional<LocalGuide> LocalGuideRepository::find(const LocalGuideId& id) const
{
    return m_connection.first(sql::find, {column(id)}, guideAt);
}

std::vector<LocalGuide> LocalGuideRepository::all() const
{
    return m_connection.list(sql::all, {}, guideAt);
}

}  // namespace holdfast::store
