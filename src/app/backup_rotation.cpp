#include "app/backup_rotation.h"

#include "domain/calendar.h"

#include <algorithm>
#include <functional>
#include <set>

namespace holdfast::app {
namespace {

Date mondayOf(Instant instant)
{
    const Date day = londonDate(instant);
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

Date firstOfMonth(Instant instant)
{
    const std::chrono::year_month_day day{londonDate(instant)};
    return Date{day.year() / day.month() / 1};
}

}  // namespace

std::vector<Instant> notKept(std::vector<Instant> made, const Rotation& rotation)
{
    std::ranges::sort(made, std::greater{});
    std::set<Instant> kept{made.begin(),
                           made.begin() + static_cast<std::ptrdiff_t>(std::min(rotation.newest, made.size()))};
    const auto keepNewestOfEach = [&](auto stretchOf, std::size_t most) {
        std::set<Date> seen;
        for (const Instant each : made)
            if (seen.size() < most && seen.insert(stretchOf(each)).second)
                kept.insert(each);
    };
    keepNewestOfEach(londonDate, rotation.days);
    keepNewestOfEach(mondayOf, rotation.weeks);
    keepNewestOfEach(firstOfMonth, rotation.months);
    std::erase_if(made, [&](Instant each) { return kept.contains(each); });
    std::ranges::reverse(made);
    return made;
}

}  // namespace holdfast::app
