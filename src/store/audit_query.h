// The audit as lists show it: filtered, the newest first, with the names of today.
#pragma once

#include "domain/worker.h"
#include "store/audit_trail.h"
#include "store/unseen.h"

#include <string_view>

namespace holdfast::store {

inline constexpr std::string_view auditRefused = "refused";  ///< the detail of an attempt that was not allowed

struct AuditQuery {
    std::optional<WorkerId> worker;
    std::vector<PersonId> subjects;         ///< any of these; empty: whatever it is about
    std::vector<std::string_view> actions;  ///< any of these; empty: all
    bool refusedOnly = false;
    std::optional<Instant> from;
    std::optional<Instant> until;  ///< not included
    std::int64_t before = 0;       ///< numbers below this; 0: from the newest
    int limit = 100;
};

struct AuditLineRow {
    AuditRow entry;
    std::string workerName;  ///< empty for the program itself
    std::optional<Role> role;
    std::string serviceName;
    std::string personName;  ///< empty when it is about no person
};

class AuditLines {
public:
    AuditLines(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    std::vector<AuditLineRow> page(const AuditQuery& query) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

/// The latest time that one of the newest `entries` bears. Clocks differ, so it need not be that of the last.
std::optional<Instant> latestEntry(db::Connection& connection, int entries);

}  // namespace holdfast::store
