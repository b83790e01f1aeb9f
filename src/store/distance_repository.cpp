#include "store/distance_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view set = R"(
    INSERT INTO typed_distance (person, service, tenths, worker, typed_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (person, service) DO UPDATE
    SET tenths = excluded.tenths, worker = excluded.worker, typed_at = excluded.typed_at)";

constexpr std::string_view remove = "DELETE FROM typed_distance WHERE person = $1 AND service = $2";

constexpr std::string_view of = R"(
    SELECT service, tenths
    FROM typed_distance
    WHERE person = $1
    ORDER BY service)";

}  // namespace sql
}  // namespace

void DistanceRepository::set(const PersonId& person, const TypedDistance& distance, const WorkerId& worker, Instant at)
{
    m_connection.execute(
        sql::set, {column(person), column(distance.service), column(distance.tenths), column(worker), column(at)});
}

void DistanceRepository::remove(const PersonId& person, const ServiceId& service)
{
    m_connection.execute(sql::remove, {column(person), column(service)});
}

std::vector<TypedDistance> DistanceRepository::of(const PersonId& person) const
{
    return m_connection.list(sql::of, {column(person)}, [](const db::Row& row) {
        return TypedDistance{idAt<ServiceId>(row, 0), numberAt(row, 1)};
    });
}

}  // namespace holdfast::store
