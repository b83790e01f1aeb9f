// Opening hours against somebody's working hours.
#pragma once

#include "domain/service.h"

#include <vector>

namespace holdfast::engine {

/// Some opening leaves at least half an hour at a stretch outside all the working hours.
bool opensOutside(const std::vector<OpeningHours>& openings, const std::vector<OpeningHours>& work);

}  // namespace holdfast::engine
