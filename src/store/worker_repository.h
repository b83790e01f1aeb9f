// Workers: who may sign in and who holds what.
#pragma once

#include "base/result.h"
#include "domain/worker.h"

#include <map>
#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class WorkerRepository {
public:
    explicit WorkerRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so; ErrorCode::conflict with where "id" when the id is taken.
    Result<Worker> insert(Worker worker);
    /// Saves if the version is still current and returns it one up; else ErrorCode::conflict with where "version".
    Result<Worker> save(Worker worker);

    std::optional<Worker> find(const WorkerId& id) const;
    std::vector<Worker> all() const;  ///< by name, then id
    /// How many open needs each worker holds; who holds none is not among them.
    std::map<WorkerId, int> openNeedsHeld() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
