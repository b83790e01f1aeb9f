#include "base/time.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace holdfast {
namespace {

using namespace std::chrono;

constexpr int firstYear = 1850;
constexpr int lastYear = 2200;

/// The digits of `text` as a number, nothing when one is not a digit.
std::optional<int> digits(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional{number};
}

std::optional<milliseconds> parseTimeOfDay(std::string_view text)
{
    if (text.size() < 8 || text[2] != ':' || text[5] != ':')
        return std::nullopt;
    const auto hour = digits(text.substr(0, 2));
    const auto minute = digits(text.substr(3, 2));
    const auto second = digits(text.substr(6, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;

    milliseconds fraction{0};
    if (text.size() != 8) {
        const auto thousandths = text.size() == 12 && text[8] == '.' ? digits(text.substr(9)) : std::nullopt;
        if (!thousandths)
            return std::nullopt;
        fraction = milliseconds{*thousandths};
    }
    return hours{*hour} + minutes{*minute} + seconds{*second} + fraction;
}

}  // namespace

std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d || *y < firstYear || *y > lastYear)
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<Instant> parseInstant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z')
        return std::nullopt;
    const auto date = parseDate(text.substr(0, 10));
    const auto time = parseTimeOfDay(text.substr(11, text.size() - 12));
    if (!date || !time)
        return std::nullopt;
    return Instant{*date} + *time;
}

std::string formatDate(Date date)
{
    const year_month_day parts{date};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(parts.year()),
                  static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
    return text.data();
}

std::string formatInstant(Instant instant)
{
    const auto date = floor<days>(instant);
    const hh_mm_ss time{floor<seconds>(instant - date)};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return formatDate(date) + text.data();
}

int yearsBetween(Date born, Date on)
{
    const year_month_day from{born};
    const year_month_day to{on};
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool before = to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return before ? years - 1 : years;
}

Date addMonths(Date date, int count)
{
    const year_month_day moved = year_month_day{date} + months{count};
    return moved.ok() ? Date{moved} : Date{year_month_day_last{moved.year(), month_day_last{moved.month()}}};
}

}  // namespace holdfast
