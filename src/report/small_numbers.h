// Putting very many small whole numbers in order by counting them: days, and people by number. Only for the .cpp files of
// this folder.
#pragma once

#include <algorithm>
#include <vector>

namespace holdfast::report {

/// What std::ranges::sort does; in a few steps for each number as long as they lie close together.
inline void sortNumbers(std::vector<int>& values)
{
    if (std::ranges::is_sorted(values))
        return;
    const auto [least, most] = std::ranges::minmax(values);
    const auto width = static_cast<std::size_t>(static_cast<long long>(most) - least) + 1;
    if (width > 4 * values.size()) {
        std::ranges::sort(values);
        return;
    }
    std::vector<std::size_t> counts(width);
    for (const int value : values)
        ++counts[static_cast<std::size_t>(value - least)];
    std::size_t at = 0;
    for (std::size_t i = 0; i < width; ++i)
        for (std::size_t n = counts[i]; n > 0; --n)
            values[at++] = least + static_cast<int>(i);
}

/// The same for what mostly stands in order already: people come one after another.
template <class Value>
void sortMostlySorted(std::vector<Value>& values)
{
    if (!std::ranges::is_sorted(values))
        std::ranges::sort(values);
}

}  // namespace holdfast::report
