// Where postcode districts lie.
#pragma once

#include "base/result.h"
#include "domain/place.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class OutwardRepository {
public:
    explicit OutwardRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so; ErrorCode::conflict with where "outward" when it is there already.
    Result<OutwardPlace> insert(OutwardPlace place);
    /// Saves if the version is still current and returns it one up; else ErrorCode::conflict with where "version".
    Result<OutwardPlace> save(OutwardPlace place);
    /// Removes it if the version is still current; else ErrorCode::conflict with where "version".
    Result<Done> remove(const OutwardPlace& place);

    std::optional<OutwardPlace> find(const std::string& outward) const;
    std::vector<OutwardPlace> all() const;  ///< by outward code

    /// Outward codes of people and of services without coordinates of their own that are not here, in order.
    std::vector<std::string> missing(int most) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
