// Reads the special days of a calendar file (resources/calendar/*.json).
#pragma once

#include "base/result.h"
#include "domain/calendar.h"

#include <string_view>
#include <vector>

namespace holdfast::exchange {

Result<std::vector<SpecialDay>> readCalendar(std::string_view text);

}  // namespace holdfast::exchange
