#include "domain/opening_hours.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>

namespace holdfast {
namespace {

constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int minutesInDay = 24 * 60;

std::optional<int> dayNamed(std::string_view name)
{
    const auto found = std::ranges::find(days, name);
    return found == days.end() ? std::nullopt : std::optional{static_cast<int>(found - days.begin())};
}

std::optional<int> minutesOf(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[3]) ||
        !isDigit(text[4]))
        return std::nullopt;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    const int total = hour * 60 + minute;
    return minute > 59 || total > minutesInDay ? std::nullopt : std::optional{total};
}

Error expected()
{
    return {ErrorCode::invalid, "", "expected DAY[-DAY] HH:MM-HH:MM, such as mon-fri 09:00-17:00"};
}

/// The days an opening covers, as bits; "sat-mon" goes over the weekend.
unsigned daysOf(const OpeningHours& hours)
{
    unsigned bits = 0;
    for (int day = hours.firstDay;; day = (day + 1) % 7) {
        bits |= 1U << day;
        if (day == hours.lastDay)
            return bits;
    }
}

/// Before it is known whether the times are in order.
Result<OpeningHours> daysAndTimes(std::string_view text)
{
    const auto space = text.find(' ');
    if (space == std::string_view::npos)
        return expected();
    const auto dayPart = text.substr(0, space);
    const auto timePart = text.substr(space + 1);
    const auto dayDash = dayPart.find('-');
    const auto timeDash = timePart.find('-');
    if (timeDash == std::string_view::npos)
        return expected();

    const auto first = dayNamed(dayPart.substr(0, dayDash));
    const auto last = dayDash == std::string_view::npos ? first : dayNamed(dayPart.substr(dayDash + 1));
    const auto opens = minutesOf(timePart.substr(0, timeDash));
    const auto closes = minutesOf(timePart.substr(timeDash + 1));
    if (!first || !last || !opens || !closes || *opens == minutesInDay || *closes == *opens)
        return expected();
    return OpeningHours{*first, *last, *opens, *closes};
}

/// The two parts of a shift that ends the next day.
std::array<OpeningHours, 2> overMidnight(const OpeningHours& shift)
{
    return {{{shift.firstDay, shift.lastDay, shift.opens, minutesInDay},
             {(shift.firstDay + 1) % 7, (shift.lastDay + 1) % 7, 0, shift.closes}}};
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

Result<OpeningHours> parseOpeningHours(std::string_view text)
{
    auto hours = daysAndTimes(text);
    if (hours && hours->closes < hours->opens)
        return expected();
    return hours;
}

Result<std::vector<OpeningHours>> parseWorkHours(std::string_view text)
{
    std::vector<OpeningHours> list;
    for (;;) {
        const auto end = text.find_first_of(",;");
        const auto shift = daysAndTimes(trimmed(text.substr(0, end)));
        if (!shift)
            return shift.error();
        if (shift->closes > shift->opens)
            list.push_back(*shift);
        else
            std::ranges::copy_if(overMidnight(*shift), std::back_inserter(list),
                                 [](const OpeningHours& part) { return part.closes > part.opens; });
        if (end == std::string_view::npos)
            return list;
        text.remove_prefix(end + 1);
    }
}

std::string formatOpeningHours(const OpeningHours& hours)
{
    std::array<char, 64> times{};  // wide enough for any int, so that nothing can be cut
    std::snprintf(times.data(), times.size(), " %02d:%02d-%02d:%02d", hours.opens / 60, hours.opens % 60,
                  hours.closes / 60, hours.closes % 60);
    std::string text{days.at(static_cast<std::size_t>(hours.firstDay))};
    if (hours.lastDay != hours.firstDay)
        text.append("-").append(days.at(static_cast<std::size_t>(hours.lastDay)));
    return text + times.data();
}

std::string formatHours(const std::vector<OpeningHours>& list)
{
    std::string text;
    for (const OpeningHours& hours : list)
        text += (text.empty() ? "" : ", ") + formatOpeningHours(hours);
    return text;
}

bool overlap(const OpeningHours& a, const OpeningHours& b)
{
    return (daysOf(a) & daysOf(b)) != 0 && a.opens < b.closes && b.opens < a.closes;
}

}  // namespace holdfast
