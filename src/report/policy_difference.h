// What changes when one policy takes the place of another, in words a service manager can argue with.
#pragma once

#include "domain/policy.h"

#include <string>
#include <vector>

namespace holdfast::report {

struct PolicyChange {
    std::string group;    ///< "Silence", "Challenge ladder", "Reasons for refusal", ...
    std::string subject;  ///< "Silence clock after \"sent\""
    std::string before;   ///< "2 working days"; empty when it is new
    std::string after;    ///< "1 working day"; empty when it goes
    friend bool operator==(const PolicyChange&, const PolicyChange&) = default;
};

/// In the order of a policy file, the groups one after another. Empty when both decide alike.
std::vector<PolicyChange> policyDifference(const Policy& before, const Policy& after);

/// "Silence clock after \"sent\": 2 working days becomes 1"
std::string sentence(const PolicyChange& change);

}  // namespace holdfast::report
