#include "report/measure.h"

#include "report/measure_list.h"
#include "report/small_numbers.h"

#include <algorithm>

namespace holdfast::report {
namespace {

double middleOf(const std::vector<int>& sorted, std::size_t first, std::size_t end)
{
    const std::size_t half = first + (end - first) / 2;
    if ((end - first) % 2 == 1)
        return sorted[half];
    return (static_cast<double>(sorted[half - 1]) + static_cast<double>(sorted[half])) / 2.0;
}

/// Built once, on first use, from the parts.
const std::vector<Measure>& table()
{
    static const std::vector<Measure> all = [] {
        std::vector<Measure> list;
        for (const auto part : {bounceMeasures(), careMeasures()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

}  // namespace

std::span<const Measure> measures()
{
    return table();
}

const Measure* measure(std::string_view id)
{
    const auto found = std::ranges::find(table(), id, &Measure::id);
    return found == table().end() ? nullptr : &*found;
}

std::vector<Figure> figuresOf(const Tally& tally)
{
    std::vector<Figure> figures;
    for (const Measure& each : table())
        figures.push_back(each.read(tally));
    return figures;
}

Figure daysFigure(std::vector<int> values)
{
    Figure figure{static_cast<int>(values.size())};
    if (values.empty())
        return figure;
    sortNumbers(values);
    const std::size_t size = values.size();
    figure.median = middleOf(values, 0, size);
    if (size > 1) {
        figure.lower = middleOf(values, 0, size / 2);
        figure.upper = middleOf(values, size - size / 2, size);
    }
    return figure;
}

Figure poundsFigure(std::vector<int> pence)
{
    Figure figure = daysFigure(std::move(pence));
    for (auto* each : {&figure.median, &figure.lower, &figure.upper})
        if (*each)
            **each /= 100;
    return figure;
}

Figure untilHelp(const std::vector<Followed>& followed)
{
    const Survival curve{followed};
    const auto asReal = [](std::optional<int> days) {
        return days ? std::optional{static_cast<double>(*days)} : std::nullopt;
    };
    return {curve.followed(), std::nullopt, asReal(curve.reached(0.5)), asReal(curve.reached(0.25)),
            asReal(curve.reached(0.75))};
}

}  // namespace holdfast::report
