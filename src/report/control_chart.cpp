#include "report/control_chart.h"

#include <algorithm>
#include <cmath>

namespace holdfast::report {
namespace {

// Of the programme as the NHS-R community's plot-the-dots package has it (certainty V3: read there, not in a text of NHS
// England's own). 2.66 is three standard deviations over the average moving range of two points (3 / 1.128).
constexpr double limitFactor = 2.66;
constexpr double nearFactor = limitFactor * 2 / 3;
constexpr std::size_t runLength = 7;

int signOf(double value)
{
    return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

ControlChart::Limits limitsOf(const std::vector<double>& values)
{
    ControlChart::Limits limits;
    for (std::size_t i = 0; i < values.size(); ++i) {
        limits.mean += values[i];
        if (i > 0)
            limits.movingRange += std::abs(values[i] - values[i - 1]);
    }
    limits.mean /= static_cast<double>(values.size());
    limits.movingRange /= static_cast<double>(values.size() - 1);
    limits.lower = limits.mean - limitFactor * limits.movingRange;
    limits.upper = limits.mean + limitFactor * limits.movingRange;
    return limits;
}

/// Finds the points of one chart that are special cause.
class Signals {
public:
    Signals(const std::vector<double>& values, const ControlChart::Limits& limits)
        : m_values{values}, m_limits{limits}, m_found(values.size())
    {}

    std::vector<std::vector<Signal>> find()
    {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            if (m_values[i] > m_limits.upper || m_values[i] < m_limits.lower)
                add(i, Signal::outsideLimits);
        runs(Signal::shift, runLength, [this](std::size_t i) { return side(i); });
        // Seven points in a row are six steps that all go the same way.
        runs(Signal::trend, runLength - 1,
             [this](std::size_t i) { return i == 0 ? 0 : signOf(m_values[i] - m_values[i - 1]); });
        nearLimits();
        for (auto& signals : m_found)
            std::ranges::sort(signals);
        return std::move(m_found);
    }

private:
    int side(std::size_t i) const { return signOf(m_values[i] - m_limits.mean); }

    bool isNear(std::size_t i) const
    {
        const bool outside = m_values[i] > m_limits.upper || m_values[i] < m_limits.lower;
        return !outside && std::abs(m_values[i] - m_limits.mean) > nearFactor * m_limits.movingRange;
    }

    void add(std::size_t i, Signal signal)
    {
        if (std::ranges::find(m_found[i], signal) == m_found[i].end())
            m_found[i].push_back(signal);
    }

    /// Marks stretches of at least `length` places where `way` is the same and not 0; of steps, the first point too.
    template <class Way>
    void runs(Signal signal, std::size_t length, Way way)
    {
        for (std::size_t first = 0; first < m_values.size();) {
            std::size_t end = first + 1;
            while (end < m_values.size() && way(end) == way(first))
                ++end;
            if (way(first) != 0 && end - first >= length)
                for (std::size_t i = signal == Signal::trend ? first - 1 : first; i < end; ++i)
                    add(i, signal);
            first = end;
        }
    }

    void nearLimits()
    {
        for (std::size_t first = 0; first + 2 < m_values.size(); ++first) {
            const int which = side(first);
            int near = 0;
            bool oneSide = which != 0;
            for (std::size_t i = first; i < first + 3; ++i) {
                oneSide = oneSide && side(i) == which;
                near += isNear(i) ? 1 : 0;
            }
            for (std::size_t i = first; oneSide && near >= 2 && i < first + 3; ++i)
                if (isNear(i))
                    add(i, Signal::nearLimit);
        }
    }

    const std::vector<double>& m_values;
    const ControlChart::Limits& m_limits;
    std::vector<std::vector<Signal>> m_found;
};

}  // namespace

ControlChart controlChart(const std::vector<double>& values)
{
    ControlChart chart;
    for (const double value : values)
        chart.points.push_back({value, {}});
    if (values.size() < leastPoints)
        return chart;
    chart.limits = limitsOf(values);
    auto signals = Signals{values, *chart.limits}.find();
    for (std::size_t i = 0; i < values.size(); ++i)
        chart.points[i].causes = std::move(signals[i]);
    return chart;
}

}  // namespace holdfast::report
