// A local policy file over the national one: what it names is changed or added, everything else stays national. The two
// together must pass every check of a whole policy, or the file is refused.
#pragma once

#include "base/result.h"
#include "domain/policy.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

struct LocalPolicy {
    Policy policy;
    std::string over;   ///< the id of the policy it changes; empty for a file that is whole by itself
    std::string whole;  ///< the policy as one JSON document: what the store keeps
};

/// The error's `where` is a pointer into `text`, the local file. `national` is the national policy's file.
Result<LocalPolicy> readLocalPolicy(std::string_view text, std::string_view national);

/// A policy that was whole when an earlier version of this program kept it: what policies have come to have since is
/// taken from `shipped`.
Result<Policy> readKeptPolicy(std::string_view whole, std::string_view shipped);

}  // namespace holdfast::exchange
