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

std::map<Instant, KeptAs> whyKept(std::vector<Instant> made, const Rotation& rotation)
{
    std::ranges::sort(made, std::greater{});
    std::map<Instant, KeptAs> kept;
    const auto newest = static_cast<std::ptrdiff_t>(std::min(rotation.newest, made.size()));
    for (auto each = made.begin(); each != made.begin() + newest; ++each)
        kept[*each] = KeptAs::newest;
    const auto keepNewestOfEach = [&](auto stretchOf, std::size_t most, KeptAs as) {
        std::set<Date> seen;
        for (const Instant each : made)
            if (seen.size() < most && seen.insert(stretchOf(each)).second)
                kept[each] = as;
    };
    keepNewestOfEach(londonDate, rotation.days, KeptAs::daily);
    keepNewestOfEach(mondayOf, rotation.weeks, KeptAs::weekly);
    keepNewestOfEach(firstOfMonth, rotation.months, KeptAs::monthly);
    return kept;
}

Date drivenOutFrom(Instant then, const Rotation& rotation)
{
    const std::chrono::year_month_day month{firstOfMonth(then)};
    return Date{month + std::chrono::months{static_cast<int>(rotation.months)}};
}

std::vector<Instant> notKept(std::vector<Instant> made, const Rotation& rotation)
{
    const auto kept = whyKept(made, rotation);
    std::erase_if(made, [&](Instant each) { return kept.contains(each); });
    std::ranges::sort(made);
    return made;
}

}  // namespace holdfast::app
