// A team's own local protocols and leaflets, with every version that was ever in use.
#pragma once

#include "base/result.h"
#include "domain/local_guide.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class LocalGuideRepository {
public:
    explicit LocalGuideRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so; ErrorCode::conflict with where "edition" when the id is taken or the
    /// name has that edition already.
    Result<LocalGuide> insert(LocalGuide guide);
    /// Sets or clears the day it was withdrawn if the version is still current and returns it one up; else
    /// ErrorCode::conflict with where "version". Everything else of a version stays as it was printed.
    Result<LocalGuide> setWithdrawn(LocalGuide guide, std::optional<Date> on);

    std::optional<LocalGuide> find(const LocalGuideId& id) const;
    /// By name, the latest version of each first.
    std::vector<LocalGuide> all() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
