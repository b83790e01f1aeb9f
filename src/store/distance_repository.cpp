#include "store/distance_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view set = R"(
    INSERT INTO typed_distance (person, service, tenths, worker, typed_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (person, service) DO UPDATE
    SET tenths = excluded.tenths, worker = excluded.worker, typed_at = excluded.typed_at)";

constexpr std::string_view remove = "DELETE FROM typed_distance WHERE service = ? AND person IN (@)";

constexpr std::string_view of = R"(
    SELECT service, tenths, person
    FROM typed_distance
    WHERE person IN (@)
    ORDER BY service, CASE WHEN person = ? THEN 0 ELSE 1 END, person)";

}  // namespace sql
}  // namespace

void DistanceRepository::set(const PersonId& person, const TypedDistance& distance, const WorkerId& worker, Instant at)
{
    m_connection.execute(sql::set, {column(recordOf(m_connection, person)), column(distance.service),
                                    column(distance.tenths), column(worker), column(at)});
}

void DistanceRepository::remove(const PersonId& person, const ServiceId& service)
{
    const SqlText text = SqlText{}.addOf(sql::remove, partsOf(m_connection, person), {column(service)});
    m_connection.execute(text.text(), text.values());
}

std::vector<TypedDistance> DistanceRepository::of(const PersonId& person) const
{
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    const SqlText text = SqlText{}.addOf(sql::of, parts, {column(parts.front())});
    std::vector<TypedDistance> distances;
    m_connection.query(text.text(), text.values(), [&](const db::Row& row) {
        if (const auto service = idAt<ServiceId>(row, 0); distances.empty() || distances.back().service != service)
            distances.push_back({service, numberAt(row, 1)});
    });
    return distances;
}

}  // namespace holdfast::store
