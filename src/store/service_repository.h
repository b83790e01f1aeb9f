// The directory of services.
#pragma once

#include "base/result.h"
#include "domain/service.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class ServiceRepository {
public:
    explicit ServiceRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so; ErrorCode::conflict with where "id" when the id is taken.
    Result<Service> insert(Service service);
    /// Saves if the version is still current and returns it one up; else ErrorCode::conflict with where "version".
    Result<Service> save(Service service);

    std::optional<Service> find(const ServiceId& id) const;
    std::vector<Service> all() const;  ///< by id, inactive ones too

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
