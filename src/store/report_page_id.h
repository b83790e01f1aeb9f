// Where a page of the report stands. Only for the .cpp files of this folder.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <cstdint>

namespace holdfast::store::paging {

inline constexpr std::int64_t handfuls = 4096;

/// What a page holds: bounces are read for more months than the rest.
enum class Part : std::uint8_t { bounces, rest };

/// The same on every machine and for ever.
inline std::int64_t handfulOf(const PersonId& person)
{
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : person.text())
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
    return static_cast<std::int64_t>((hash ^ hash >> 16U) % static_cast<std::uint32_t>(handfuls));
}

/// Months since the year 0, so that none is below it.
inline std::int64_t monthOf(Date day)
{
    const std::chrono::year_month_day date{day};
    return static_cast<int>(date.year()) * std::int64_t{12} + static_cast<unsigned>(date.month()) - 1;
}

inline Date firstOf(std::int64_t month)
{
    return Date{std::chrono::year{static_cast<int>(month / 12)} / static_cast<int>(month % 12 + 1) / 1};
}

inline std::int64_t pageId(std::int64_t month, Part part, std::int64_t handful)
{
    return (month * 2 + static_cast<std::int64_t>(part)) * handfuls + handful;
}

inline std::int64_t monthOfPage(std::int64_t id)
{
    return id / handfuls / 2;
}

}  // namespace holdfast::store::paging
