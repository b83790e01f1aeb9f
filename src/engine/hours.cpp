#include "engine/hours.h"

#include "domain/opening_hours.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

constexpr int worthwhile = 30;  ///< minutes

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
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
        const auto one = parseOpeningHours(trimmed(text.substr(0, comma)));
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
