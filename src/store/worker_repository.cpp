#include "store/worker_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO worker (name, role, service, team, active, id, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view save = R"(
    UPDATE worker
    SET name = $1, role = $2, service = $3, team = $4, active = $5, version = version + 1
    WHERE id = $6 AND version = $7)";

constexpr std::string_view find = R"(
    SELECT name, role, service, team, active, id, version
    FROM worker
    WHERE id = $1)";

constexpr std::string_view all = R"(
    SELECT name, role, service, team, active, id, version
    FROM worker
    ORDER BY name, id)";

constexpr std::string_view openNeedsHeld = R"(
    SELECT holder_worker, COUNT(*)
    FROM need_state
    WHERE open = 1 AND holder_worker IS NOT NULL
    GROUP BY holder_worker)";

}  // namespace sql

std::vector<db::Value> valuesOf(const Worker& worker)
{
    return {column(worker.name),   column(worker.role), column(worker.service), column(worker.team),
            column(worker.active), column(worker.id),   column(worker.version)};
}

Worker workerAt(const db::Row& row)
{
    Worker worker;
    worker.name = row.text(0);
    worker.role = enumAt<Role>(row, 1);
    worker.service = idAt<ServiceId>(row, 2);
    worker.team = row.text(3);
    worker.active = yesAt(row, 4);
    worker.id = idAt<WorkerId>(row, 5);
    worker.version = row.integer(6);
    return worker;
}

}  // namespace

Result<Worker> WorkerRepository::insert(Worker worker)
{
    worker.version = 1;
    if (m_connection.execute(sql::insert, valuesOf(worker)) == 0)
        return Error{ErrorCode::conflict, "id", "a worker with that id exists"};
    return worker;
}

Result<Worker> WorkerRepository::save(Worker worker)
{
    if (m_connection.execute(sql::save, valuesOf(worker)) == 0)
        return Error{ErrorCode::conflict, "version", "changed or removed since it was read"};
    ++worker.version;
    return worker;
}

std::optional<Worker> WorkerRepository::find(const WorkerId& id) const
{
    return m_connection.first(sql::find, {column(id)}, workerAt);
}

std::vector<Worker> WorkerRepository::all() const
{
    return m_connection.list(sql::all, {}, workerAt);
}

std::map<WorkerId, int> WorkerRepository::openNeedsHeld() const
{
    std::map<WorkerId, int> held;
    m_connection.query(sql::openNeedsHeld, {},
                       [&](const db::Row& row) { held.emplace(idAt<WorkerId>(row, 0), numberAt(row, 1)); });
    return held;
}

}  // namespace holdfast::store
