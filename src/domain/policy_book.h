// Which policy was in force when. A decision is made, and explained later, under the policy of its day.
#pragma once

#include "domain/calendar.h"
#include "domain/policy.h"

#include <span>
#include <vector>

namespace holdfast {

/// One policy and when it began to hold, with the working days as its special days make them.
struct PolicyPage {
    Instant from;
    Policy policy;
    WorkingDays days;
};

class PolicyBook {
public:
    /// Ordered by `from`; of two that begin together the later one holds. The first also holds for all time before it.
    /// At least one.
    explicit PolicyBook(std::vector<PolicyPage> pages);

    const PolicyPage& at(Instant instant) const;
    std::span<const PolicyPage> pages() const { return m_pages; }

    /// What the policy of that instant says of the code; else the newest policy that knows it; else nothing.
    const policy::Reason* reason(const ReasonCode& code, Instant at) const;

private:
    std::vector<PolicyPage> m_pages;
};

}  // namespace holdfast
