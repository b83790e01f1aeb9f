// Who may see a restricted record, and who opened one in an emergency. Nothing here is ever changed.
#pragma once

#include "domain/restriction.h"
#include "store/unseen.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct EmergencyRow {
    Emergency emergency;
    std::optional<EmergencyReview> review;
};

class RestrictionRepository {
public:
    explicit RestrictionRepository(db::Connection& connection) : m_connection{connection} {}

    /// False when a decision with that number stands already.
    bool insert(const Restriction& restriction);
    /// Decisions about the person, oldest first; the last one holds.
    std::vector<Restriction> of(const PersonId& person) const;
    std::optional<Restriction> current(const PersonId& person) const;
    std::optional<Restriction> byCommand(const CommandId& command) const;

    /// Whom the worker may not see: restricted, neither named nor opened in an emergency that still lasts. With the ids
    /// of records that were joined to theirs.
    Unseen unseenBy(const WorkerId& worker, Instant now) const;

    void insert(const Emergency& emergency);
    bool end(const EmergencyId& emergency, Instant at);
    std::optional<EmergencyRow> find(const EmergencyId& emergency) const;
    std::optional<EmergencyRow> emergencyByCommand(const CommandId& command) const;
    /// What the worker has open.
    std::vector<Emergency> openFor(const WorkerId& worker, Instant now) const;
    /// Newest first; only those not reviewed when `waiting`.
    std::vector<EmergencyRow> emergencies(bool waiting, int limit) const;
    /// False when somebody reviewed it already.
    bool review(const EmergencyReview& review);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
