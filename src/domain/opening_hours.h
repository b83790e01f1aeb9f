// Opening hours as people and files write them: "mon-fri 09:00-17:00", "wed 17:00-20:00".
#pragma once

#include "base/result.h"
#include "domain/service.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// One opening: `DAY[-DAY] HH:MM-HH:MM`, London time, closing after opening; 24:00 may close.
Result<OpeningHours> parseOpeningHours(std::string_view text);

/// "mon-fri 09:00-17:00"
std::string formatOpeningHours(const OpeningHours& hours);

/// "mon-fri 09:00-17:00, wed 17:00-20:00"
std::string formatHours(const std::vector<OpeningHours>& list);

/// When somebody works: openings separated by "," or ";". A shift may end the next day, "mon-fri 22:00-06:00"; it comes
/// back as two. At least one.
Result<std::vector<OpeningHours>> parseWorkHours(std::string_view text);

/// True when the two share a minute of a week.
bool overlap(const OpeningHours& a, const OpeningHours& b);

}  // namespace holdfast
