// Instants are UTC milliseconds, dates are days; both have one text form. Nothing here reads a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::sys_days;

/// "2026-03-02T10:00:00Z". Only this form, with or without milliseconds ("10:00:00.250Z"); nothing for anything
/// else, an impossible date or a year outside 1850 to 2200.
std::optional<Instant> parseInstant(std::string_view text);

/// "2026-03-02", nothing for an impossible date or a year outside 1850 to 2200.
std::optional<Date> parseDate(std::string_view text);

/// "2026-03-02T10:00:00Z"; milliseconds are left out.
std::string formatInstant(Instant instant);

/// "2026-03-02"
std::string formatDate(Date date);

constexpr std::int64_t toMillis(Instant instant)
{
    return instant.time_since_epoch().count();
}
constexpr Instant instantFromMillis(std::int64_t millis)
{
    return Instant{std::chrono::milliseconds{millis}};
}
constexpr std::int64_t toDays(Date date)
{
    return date.time_since_epoch().count();
}
constexpr Date dateFromDays(std::int64_t days)
{
    return Date{std::chrono::days{days}};
}

/// Whole years from `born` to `on`, as people count them: somebody born on 29 February is a year older on 1 March.
int yearsBetween(Date born, Date on);

/// The same day `months` later, or the last day of that month.
Date addMonths(Date date, int months);

}  // namespace holdfast
