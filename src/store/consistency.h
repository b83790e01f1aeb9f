// What must never be true of a store, one query each; `holdfast check` runs them all.
#pragma once

#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct Inconsistency {
    std::string what;    ///< "held", "next", "cache", "event", "audit": the kind of fault
    std::string detail;  ///< which rule, and ids and codes only

    friend bool operator==(const Inconsistency&, const Inconsistency&) = default;
};

/// Empty when all is well. At most 100 findings for each rule.
std::vector<Inconsistency> findInconsistencies(db::Connection& connection);

}  // namespace holdfast::store
