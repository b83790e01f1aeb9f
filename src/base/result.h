// A value or the reason there is none. The member names are those of std::expected, so the day the
// project moves to C++23 this file becomes one alias.
#pragma once

#include "base/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace holdfast {

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const Error& error() const& { return std::get<1>(m_state); }
    Error&& error() && { return std::get<1>(std::move(m_state)); }

    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }

    /// Runs `next` on the value; passes an error through. `next` returns a Result.
    template <class F>
    auto and_then(F&& next) && -> std::invoke_result_t<F, T&&>
    {
        if (!has_value())
            return std::move(*this).error();
        return std::forward<F>(next)(std::move(*this).value());
    }

    /// Runs `map` on the value; passes an error through. `map` returns a plain value.
    template <class F>
    auto transform(F&& map) && -> Result<std::invoke_result_t<F, T&&>>
    {
        if (!has_value())
            return std::move(*this).error();
        return std::forward<F>(map)(std::move(*this).value());
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value: `return Done{};`
using Done = std::monostate;

}  // namespace holdfast
