// Words that look like a reason that is never legitimate, under a label that says something else.
#pragma once

#include "domain/policy.h"

#include <optional>
#include <string_view>

namespace holdfast::engine {

/// The code to propose, when the words say it more clearly than they say what was recorded; else nothing.
std::optional<ReasonCode> maskedCode(const Policy& policy, Need need, std::string_view words,
                                     const policy::Reason& recorded);

}  // namespace holdfast::engine
