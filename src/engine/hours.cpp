#include "engine/hours.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace holdfast::engine {
namespace {

constexpr std::array<std::string_view, 7> dayNames{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int worthwhile = 30;  ///< minutes

std::optional<int> dayOf(std::string_view name)
{
    const auto at = std::ranges::find(dayNames, name);
    if (at == dayNames.end())
        return std::nullopt;
    return static_cast<int>(at - dayNames.begin());
}

/// "06:00" as minutes from midnight
std::optional<int> minutesOf(std::string_view text)
{
    const auto digit = [&](std::size_t i) { return std::isdigit(static_cast<unsigned char>(text[i])) != 0; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return std::nullopt;
    const int hours = (text[0] - '0') * 10 + (text[1] - '0');
    const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
    if (hours > 24 || minutes > 59 || hours * 60 + minutes > 24 * 60)
        return std::nullopt;
    return hours * 60 + minutes;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

std::optional<OpeningHours> parseOne(std::string_view text)
{
    const auto space = text.find(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    const std::string_view days = text.substr(0, space);
    const std::string_view times = trimmed(text.substr(space));
    const auto first = dayOf(days.substr(0, 3));
    const auto last = days.size() == 3                     ? first
                      : days.size() == 7 && days[3] == '-' ? dayOf(days.substr(4))
                                                           : std::nullopt;
    if (!first || !last || times.size() != 11 || times[5] != '-')
        return std::nullopt;
    const auto opens = minutesOf(times.substr(0, 5));
    const auto closes = minutesOf(times.substr(6));
    if (!opens || !closes)
        return std::nullopt;
    return OpeningHours{*first, *last, *opens, *closes};
}

bool includes(const OpeningHours& hours, int day)
{
    return hours.firstDay <= hours.lastDay ? day >= hours.firstDay && day <= hours.lastDay
                                           : day >= hours.firstDay || day <= hours.lastDay;
}

}  // namespace

std::optional<std::vector<OpeningHours>> parseHours(std::string_view text)
{
    std::vector<OpeningHours> hours;
    while (!trimmed(text).empty()) {
        const auto comma = text.find(',');
        const auto one = parseOne(trimmed(text.substr(0, comma)));
        if (!one)
            return std::nullopt;
        hours.push_back(*one);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return hours;
}

bool opensOutside(const std::vector<OpeningHours>& openings, const std::vector<OpeningHours>& work)
{
    for (const OpeningHours& open : openings) {
        for (int day = 0; day < 7; ++day) {
            if (!includes(open, day))
                continue;
            const auto leavesTime = [&](const OpeningHours& shift) {
                return !includes(shift, day) || open.opens + worthwhile <= shift.opens ||
                       open.closes >= shift.closes + worthwhile;
            };
            if (std::ranges::all_of(work, leavesTime))
                return true;
        }
    }
    return false;
}

}  // namespace holdfast::engine
