#include "domain/calendar.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

namespace holdfast {
namespace {

using namespace std::chrono;

constexpr int firstYear = 1850;
constexpr int lastYear = 2201;
constexpr Date firstDay{year{firstYear} / January / 1};
constexpr Date lastDay{year{lastYear} / December / 31};

/// The two Sundays of a year on which London's clocks change, as days since 1970.
struct ClockChanges {
    std::int32_t march = 0;
    std::int32_t october = 0;
};

constexpr auto clockChanges = [] {
    std::array<ClockChanges, lastYear - firstYear + 1> table{};
    for (int y = firstYear; y <= lastYear; ++y) {
        const Date march{year{y} / March / Sunday[last]};
        const Date october{year{y} / October / Sunday[last]};
        table[static_cast<std::size_t>(y - firstYear)] = {static_cast<std::int32_t>(toDays(march)),
                                                          static_cast<std::int32_t>(toDays(october))};
    }
    return table;
}();

/// The row of the year of a day since 1970. Near New Year it may be the neighbour's, which does no harm: both sides
/// are winter time.
const ClockChanges& changesNear(std::int64_t day)
{
    const std::int64_t sinceFirst = day - toDays(firstDay);
    const std::int64_t row = std::clamp<std::int64_t>(sinceFirst * 400 / 146097, 0, lastYear - firstYear);
    return clockChanges[static_cast<std::size_t>(row)];
}

/// An instant as its UTC day since 1970 and the milliseconds of that day.
struct DayAndTime {
    std::int64_t day = 0;
    std::int64_t millis = 0;
};

constexpr std::int64_t hourMillis = 3'600'000;
constexpr std::int64_t dayMillis = 24 * hourMillis;

DayAndTime split(Instant instant)
{
    const std::int64_t all = toMillis(instant);
    const std::int64_t day = all / dayMillis - (all % dayMillis < 0 ? 1 : 0);
    return {day, all - day * dayMillis};
}

bool isSummerTime(const DayAndTime& parts)
{
    const ClockChanges& changes = changesNear(parts.day);
    if (parts.day <= changes.march)
        return parts.day == changes.march && parts.millis >= hourMillis;
    return parts.day < changes.october || (parts.day == changes.october && parts.millis < hourMillis);
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
Date easterSunday(int y)
{
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return year{y} / month{static_cast<unsigned>(f / 31)} / day{static_cast<unsigned>(f % 31 + 1)};
}

bool isWeekend(Date date)
{
    const weekday on{date};
    return on == Saturday || on == Sunday;
}

/// The next Monday when `date` is on a weekend.
Date offTheWeekend(Date date)
{
    while (isWeekend(date))
        date += days{1};
    return date;
}

}  // namespace

minutes londonOffset(Instant instant)
{
    return minutes{isSummerTime(split(instant)) ? 60 : 0};
}

Date londonDate(Instant instant)
{
    const DayAndTime parts = split(instant);
    const bool tomorrow = parts.millis >= 23 * hourMillis && isSummerTime(parts);
    return dateFromDays(parts.day + (tomorrow ? 1 : 0));
}

Instant londonInstant(Date date, minutes timeOfDay)
{
    const Instant winter = Instant{date} + timeOfDay;
    const Instant summer = winter - hours{1};
    if (londonOffset(summer) == hours{1})
        return summer;
    if (londonOffset(winter) == hours{0})
        return winter;
    return Instant{floor<days>(winter)} + hours{1};
}

std::vector<Date> computedBankHolidays(year y)
{
    const Date easter = easterSunday(static_cast<int>(y));
    const Date christmas{y / December / 25};
    const Date christmasKept = weekday{christmas} == Sunday ? christmas + days{2} : offTheWeekend(christmas);
    const Date boxingDay = christmas + days{1};
    const Date boxingDayKept = weekday{boxingDay} == Sunday ? boxingDay + days{2} : offTheWeekend(boxingDay);

    std::vector<Date> holidays{
        offTheWeekend(Date{y / January / 1}),
        easter - days{2},
        easter + days{1},
        Date{y / May / Monday[1]},
        Date{y / May / Monday[last]},
        Date{y / August / Monday[last]},
        christmasKept,
        boxingDayKept,
    };
    std::ranges::sort(holidays);
    return holidays;
}

WorkingDays::WorkingDays(const std::vector<SpecialDay>& special)
{
    for (int y = firstYear; y <= lastYear; ++y)
        std::ranges::copy(computedBankHolidays(year{y}), std::back_inserter(m_holidays));
    for (const SpecialDay& day : special) {
        if (day.holiday)
            m_holidays.push_back(day.date);
        else
            std::erase(m_holidays, day.date);
    }
    std::ranges::sort(m_holidays);
    m_holidays.erase(std::unique(m_holidays.begin(), m_holidays.end()), m_holidays.end());

    const auto total = static_cast<std::size_t>((lastDay - firstDay).count() + 1);
    m_upTo.reserve(total);
    m_dayAndBst.reserve(total * 5 / 7);
    auto holiday = std::ranges::lower_bound(m_holidays, firstDay);
    for (Date date = firstDay; date <= lastDay; date += days{1}) {
        const bool isHoliday = holiday != m_holidays.end() && *holiday == date;
        if (isHoliday)
            ++holiday;
        if (!isHoliday && !isWeekend(date)) {
            const bool summer = londonOffset(Instant{date} + hours{16}) == hours{1};
            m_dayAndBst.push_back(static_cast<std::int32_t>(toDays(date) * 2 + (summer ? 1 : 0)));
        }
        m_upTo.push_back(static_cast<std::int32_t>(m_dayAndBst.size()));
    }
}

std::int32_t WorkingDays::workingDaysUpTo(Date date) const
{
    const std::int64_t row = toDays(date) - toDays(firstDay);
    if (row < 0)
        return 0;
    return m_upTo[std::min(static_cast<std::size_t>(row), m_upTo.size() - 1)];
}

bool WorkingDays::isBankHoliday(Date date) const
{
    return std::ranges::binary_search(m_holidays, date);
}

bool WorkingDays::isWorkingDay(Date date) const
{
    return workingDaysUpTo(date) != workingDaysUpTo(date - days{1});
}

Instant WorkingDays::due(Instant from, int n) const
{
    assert(n >= 1);
    const std::int64_t nth = std::int64_t{workingDaysUpTo(londonDate(from))} + n - 1;
    const std::int64_t last = static_cast<std::int64_t>(m_dayAndBst.size()) - 1;
    const std::int32_t found = m_dayAndBst[static_cast<std::size_t>(std::clamp<std::int64_t>(nth, 0, last))];
    return Instant{dateFromDays(found >> 1)} + hours{17 - (found & 1)};
}

int WorkingDays::between(Instant from, Instant to) const
{
    return workingDaysUpTo(londonDate(to)) - workingDaysUpTo(londonDate(from));
}

}  // namespace holdfast
