// Policy files: strict JSON to a Policy, or the place of the fault and what was expected there.
#pragma once

#include "base/result.h"
#include "domain/policy.h"

#include <span>
#include <string_view>

namespace holdfast::exchange {

/// `rules` are the ids of all the rules that the engine can fire: the file must have a sentence for each and for
/// no other. The error's `where` is a JSON pointer; the old policy stays in force.
Result<Policy> readPolicy(std::string_view text, std::span<const std::string_view> rules);

/// The same with the engine's own rules.
Result<Policy> readPolicy(std::string_view text);

}  // namespace holdfast::exchange
