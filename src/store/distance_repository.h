// How far it is from a person to a service, as a worker typed it.
#pragma once

#include "base/time.h"
#include "domain/person.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class DistanceRepository {
public:
    explicit DistanceRepository(db::Connection& connection) : m_connection{connection} {}

    /// Takes the place of an earlier one.
    void set(const PersonId& person, const TypedDistance& distance, const WorkerId& worker, Instant at);
    void remove(const PersonId& person, const ServiceId& service);
    std::vector<TypedDistance> of(const PersonId& person) const;  ///< by service

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
