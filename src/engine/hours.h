// Opening hours against somebody's working hours.
#pragma once

#include "domain/service.h"

#include <optional>
#include <string_view>
#include <vector>

namespace holdfast::engine {

/// "mon-fri 06:00-14:00, sat 08:00-12:00"; nothing when any part is not of that form.
std::optional<std::vector<OpeningHours>> parseHours(std::string_view text);

/// Some opening leaves at least half an hour on a day outside the working hours.
bool opensOutside(const std::vector<OpeningHours>& openings, const std::vector<OpeningHours>& work);

}  // namespace holdfast::engine
