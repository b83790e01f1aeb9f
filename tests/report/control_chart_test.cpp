// Every example here is worked by hand; the rules and the factor 2.66 are those of control_chart.cpp.
#include "report/control_chart.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using Catch::Approx;
using report::controlChart;
using report::Signal;

namespace {

std::vector<std::size_t> pointsWith(const report::ControlChart& chart, Signal signal)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < chart.points.size(); ++i)
        for (const Signal each : chart.points[i].causes)
            if (each == signal)
                found.push_back(i);
    return found;
}
using At = std::vector<std::size_t>;

}  // namespace

TEST_CASE("the limits are the mean and 2.66 moving ranges to either side")
{
    // The values add up to 105; the nine steps 2 4 2 4 2 4 4 4 3 to 29.
    const auto chart = controlChart({10, 12, 8, 10, 14, 12, 8, 12, 8, 11});
    REQUIRE(chart.limits);
    CHECK(chart.limits->mean == Approx(10.5));
    CHECK(chart.limits->movingRange == Approx(29 / 9.0));
    CHECK(chart.limits->upper == Approx(10.5 + 2.66 * 29 / 9.0));
    CHECK(chart.limits->lower == Approx(10.5 - 2.66 * 29 / 9.0));
    for (const auto& point : chart.points)
        CHECK(point.causes.empty());
}

TEST_CASE("fewer than ten months have no limits, and so no signal")
{
    const auto chart = controlChart({1, 1, 1, 1, 90, 1, 1, 1, 1});
    CHECK_FALSE(chart.limits);
    CHECK(chart.points.size() == 9);
    CHECK(chart.points[4].causes.empty());
    CHECK(controlChart({}).points.empty());
}

TEST_CASE("one month far beyond all others is outside the limits")
{
    // Mean 120/11; the ten steps are 1 seven times, 20 twice and 6: 53, so the upper limit is 10.91 + 2.66 x 5.3 = 25.0.
    const auto chart = controlChart({9, 10, 9, 10, 9, 10, 30, 10, 9, 10, 4});
    REQUIRE(chart.limits);
    CHECK(pointsWith(chart, Signal::outsideLimits) == At{6});
}

TEST_CASE("seven months on one side of the mean are a shift, six are not")
{
    // The mean is 10, between the two.
    const auto seven = controlChart({9, 9, 9, 9, 9, 9, 9, 11, 11, 11, 11, 11, 11, 11});
    CHECK(pointsWith(seven, Signal::shift).size() == 14);
    const auto six = controlChart({9, 9, 9, 9, 9, 9, 11, 11, 11, 11, 11, 11});
    CHECK(pointsWith(six, Signal::shift).empty());
    // A month on the mean itself breaks a run: these add up to 100.
    const auto broken = controlChart({11, 11, 11, 10, 11, 11, 11, 8, 8, 8});
    CHECK(broken.limits->mean == Approx(10));
    CHECK(pointsWith(broken, Signal::shift).empty());
}

TEST_CASE("seven months that go one way are a trend with their first, and a month that stays breaks it")
{
    const auto up = controlChart({5, 5, 4, 5, 6, 7, 8, 9, 10, 9});
    CHECK(pointsWith(up, Signal::trend) == At{2, 3, 4, 5, 6, 7, 8});
    const auto down = controlChart({10, 9, 8, 7, 6, 5, 4, 5, 4, 5});
    CHECK(pointsWith(down, Signal::trend) == At{0, 1, 2, 3, 4, 5, 6});
    const auto broken = controlChart({4, 5, 6, 6, 7, 8, 9, 9, 9, 9});
    CHECK(pointsWith(broken, Signal::trend).empty());
}

TEST_CASE("two of three months near one limit are a signal, not one, and not when the third is across the mean")
{
    // Mean 10, thirteen steps that add up to 34: near begins 4.64 from the mean, the limits lie 6.96 from it.
    const auto two = controlChart({9, 11, 9, 11, 9, 11, 9, 15, 15, 11, 5, 5, 9, 11});
    REQUIRE(two.limits);
    CHECK(two.limits->movingRange == Approx(34 / 13.0));
    CHECK(pointsWith(two, Signal::nearLimit) == At{7, 8, 10, 11});
    CHECK(pointsWith(two, Signal::outsideLimits).empty());

    // Mean 10.23, near from 13.19 on, limit 14.66: 14 is near twice within three months, with 9 between.
    const auto across = controlChart({10, 10, 10, 10, 10, 10, 10, 10, 14, 9, 14, 8, 8});
    CHECK(across.limits->upper > 14);
    CHECK(pointsWith(across, Signal::nearLimit).empty());
}
