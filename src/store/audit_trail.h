// Who did or saw what, append-only and numbered without a gap. Ids and codes only.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct AuditRow {
    std::int64_t seq = 0;  ///< given by append()
    Instant at;
    WorkerId worker;
    std::string action;   ///< nameOf(app::Action)
    std::string subject;  ///< id of a person, service, worker; empty when it is about none
    std::string detail;   ///< a code: event kind, report name, "12 rows"

    friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

class AuditTrail {
public:
    explicit AuditTrail(db::Connection& connection) : m_connection{connection} {}

    /// Appends under the next number, which it returns. Writers of other connections wait until this one commits.
    std::int64_t append(const AuditRow& row);

    std::vector<AuditRow> page(std::int64_t after, int limit) const;           ///< in order
    std::vector<AuditRow> about(const std::string& subject, int limit) const;  ///< newest first

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
