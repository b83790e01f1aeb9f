#include "store/outward_repository.h"

#include "store/place_row.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO outward_place (latitude, longitude, source, outward, version)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view save = R"(
    UPDATE outward_place
    SET latitude = $1, longitude = $2, source = $3, version = version + 1
    WHERE outward = $4 AND version = $5)";

constexpr std::string_view remove = "DELETE FROM outward_place WHERE outward = $1 AND version = $2";

constexpr std::string_view find = R"(
    SELECT latitude, longitude, source, outward, version
    FROM outward_place
    WHERE outward = $1)";

constexpr std::string_view all = R"(
    SELECT latitude, longitude, source, outward, version
    FROM outward_place
    ORDER BY outward)";

// A kept postcode ends in a space and three characters; ZZ99 says that there is no place.
constexpr std::string_view missing = R"(
    SELECT outward
    FROM (
        SELECT substr(postcode, 1, length(postcode) - 4) AS outward
        FROM person
        WHERE length(postcode) > 5
        UNION
        SELECT substr(postcode, 1, length(postcode) - 4) AS outward
        FROM service
        WHERE length(postcode) > 5 AND latitude IS NULL AND active = 1
    ) used
    WHERE outward <> 'ZZ99' AND NOT EXISTS (SELECT 1 FROM outward_place p WHERE p.outward = used.outward)
    ORDER BY outward
    LIMIT $1)";

}  // namespace sql

std::vector<db::Value> valuesOf(const OutwardPlace& each)
{
    return {column(each.place.latitude()), column(each.place.longitude()), column(each.place.source()),
            column(each.outward), column(each.version)};
}

OutwardPlace outwardAt(const db::Row& row)
{
    return {row.text(3), placeAt(row, 0), row.integer(4)};
}

}  // namespace

Result<OutwardPlace> OutwardRepository::insert(OutwardPlace place)
{
    place.version = 1;
    if (m_connection.execute(sql::insert, valuesOf(place)) == 0)
        return Error{ErrorCode::conflict, "outward", "that outward code is there already"};
    return place;
}

Result<OutwardPlace> OutwardRepository::save(OutwardPlace place)
{
    if (m_connection.execute(sql::save, valuesOf(place)) == 0)
        return Error{ErrorCode::conflict, "version", "changed or removed since it was read"};
    ++place.version;
    return place;
}

Result<Done> OutwardRepository::remove(const OutwardPlace& place)
{
    if (m_connection.execute(sql::remove, {column(place.outward), column(place.version)}) == 0)
        return Error{ErrorCode::conflict, "version", "changed or removed since it was read"};
    return Done{};
}

std::optional<OutwardPlace> OutwardRepository::find(const std::string& outward) const
{
    return m_connection.first(sql::find, {outward}, outwardAt);
}

std::vector<OutwardPlace> OutwardRepository::all() const
{
    return m_connection.list(sql::all, {}, outwardAt);
}

std::vector<std::string> OutwardRepository::missing(int most) const
{
    return m_connection.list(sql::missing, {column(most)}, [](const db::Row& row) { return row.text(0); });
}

}  // namespace holdfast::store
