// Whether a series of months changed, or only varies as it always has: an XmR chart with the rules that NHS England's
// "making data count" programme teaches.
#pragma once

#include "domain/names.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace holdfast::report {

/// Why a point is special cause variation; a point may have several reasons.
enum class Signal : std::uint8_t {
    outsideLimits,  ///< beyond a process limit
    shift,          ///< one of seven or more in a row on one side of the mean
    trend,          ///< one of seven or more in a row that go up, or go down, all the way
    nearLimit,      ///< one of two out of three, all on one side of the mean, in the outer third before a limit
};

struct ChartPoint {
    double value = 0;
    std::vector<Signal> causes;  ///< in the order of the enumeration; empty: common cause
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// Below so many points the limits would say more about chance than about the service; the chart then has no limits.
inline constexpr std::size_t leastPoints = 10;

struct ControlChart {
    std::vector<ChartPoint> points;
    /// Nothing when there are fewer than `leastPoints`.
    struct Limits {
        double mean = 0;
        double movingRange = 0;  ///< the average of the steps from one point to the next
        double lower = 0;  ///< not cut off at 0: a count whose limit is below 0 has no lower limit that can be met
        double upper = 0;
        friend bool operator==(const Limits&, const Limits&) = default;
    };
    std::optional<Limits> limits;
    friend bool operator==(const ControlChart&, const ControlChart&) = default;
};

/// One value for each month, in order and without gaps.
ControlChart controlChart(const std::vector<double>& values);

}  // namespace holdfast::report

template <>
struct holdfast::Names<holdfast::report::Signal> {
    static constexpr std::array<std::string_view, 4> list{"outside_limits", "shift", "trend", "near_limit"};
};
