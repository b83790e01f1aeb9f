// The guidance cards as they come with the program.
#pragma once

#include "base/result.h"
#include "domain/guidance.h"

namespace holdfast::exchange {

Result<std::vector<GuidanceCard>> readGuidance(std::string_view text);
Result<std::vector<GuidanceCard>> shippedGuidance();

}  // namespace holdfast::exchange
