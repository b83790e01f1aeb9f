// A plan as the store keeps it: what was typed, as JSON.
#pragma once

#include "domain/plan.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

std::string writePlan(const PlanContent& content);

/// As strict as a file from outside: a place and what was expected when it does not fit.
Result<PlanContent> readPlan(std::string_view text);

}  // namespace holdfast::exchange
