// Enumerators and their stable names (JSON, store, command line). One table for each enum; no second spelling.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace holdfast {

/// Specialise for each enum: the names in the order of the enumerators, which count up from 0.
template <class Enum>
struct Names;

template <class Enum>
constexpr std::string_view nameOf(Enum value)
{
    return Names<Enum>::list[static_cast<std::size_t>(value)];
}

/// The enumerator with that exact name, or nothing.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view name)
{
    const auto& list = Names<Enum>::list;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace holdfast
