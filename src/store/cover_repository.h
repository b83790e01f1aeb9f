// Who stands in for whom, and on which days.
#pragma once

#include "base/result.h"
#include "domain/cover.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class CoverRepository {
public:
    explicit CoverRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so; ErrorCode::conflict with where "id" when the id is taken.
    Result<Cover> insert(Cover cover);
    /// Ends it if the version is still current and returns it one up; else ErrorCode::conflict with where "version".
    Result<Cover> end(Cover cover, Instant at);

    std::optional<Cover> find(const CoverId& id) const;
    /// Those not ended whose last day is `day` or later, by their first day.
    std::vector<Cover> from(Date day) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
