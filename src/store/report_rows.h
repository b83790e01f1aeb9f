// The rows that the measures count, in the order of their days: a period is one stretch of each table, and the cost grows
// with what happened in it.
#pragma once

#include "report/measure_query.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class ReportRows {
public:
    explicit ReportRows(db::Connection& connection) : m_connection{connection} {}

    /// London days, both included. The row is reused between calls: copy what you keep. `missed` is left for the caller,
    /// who knows the services.
    void referrals(Date from, Date to, const std::function<void(report::ReferralRow&)>& visit) const;
    void facts(Date from, Date to, const std::function<void(const report::FactRow&)>& visit) const;

    /// Whose carers were spoken with, from the one instant until before the other; a merged person by the record's id.
    std::vector<PersonId> carersSpokenTo(Instant from, Instant until) const;
    int retold(Instant from, Instant until) const;

    /// Where the people of the period's referrals live, in order; without those whose area is not recorded.
    std::vector<std::string> areas(Date from, Date to) const;

    /// The working hours of those with a referral in the period who have any.
    std::map<PersonId, std::string> workHours(Date from, Date to) const;
    /// Of everybody who has any: they stand together, and the referrals need not be gone through.
    std::unordered_map<PersonId, std::string> workHours() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
