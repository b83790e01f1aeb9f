#include "engine/hours.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

constexpr int worthwhile = 30;  ///< minutes

bool includes(const OpeningHours& hours, int day)
{
    return hours.firstDay <= hours.lastDay ? day >= hours.firstDay && day <= hours.lastDay
                                           : day >= hours.firstDay || day <= hours.lastDay;
}

/// The longest stretch of the opening on that day that no shift of `work`, ordered by its beginning, takes.
int longestFree(const OpeningHours& open, const std::vector<OpeningHours>& work, int day)
{
    int longest = 0;
    int free = open.opens;  // nothing before this is left
    for (const OpeningHours& shift : work) {
        if (!includes(shift, day))
            continue;
        longest = std::max(longest, std::min(shift.opens, open.closes) - free);
        free = std::max(free, shift.closes);
    }
    return std::max(longest, open.closes - free);
}

}  // namespace

bool opensOutside(const std::vector<OpeningHours>& openings, const std::vector<OpeningHours>& work)
{
    std::vector<OpeningHours> shifts = work;
    std::ranges::sort(shifts, {}, &OpeningHours::opens);
    for (const OpeningHours& open : openings)
        for (int day = 0; day < 7; ++day)
            if (includes(open, day) && longestFree(open, shifts, day) >= worthwhile)
                return true;
    return false;
}

}  // namespace holdfast::engine
