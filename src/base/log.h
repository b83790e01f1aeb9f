// The log: events named by a literal, followed by values that cannot hold a person's data. A name, a note or any
// other free text is not Loggable, so writing it to the log does not compile.
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace holdfast::log {

/// A word written in the source, such as "response.recorded".
class Label {
public:
    template <std::size_t size>
    constexpr Label(const char (&literal)[size]) : m_text{literal, size - 1}
    {}
    std::string_view text() const noexcept { return m_text; }

private:
    std::string_view m_text;
};

template <class T>
inline constexpr bool isLoggable = std::integral<T>;
template <>
inline constexpr bool isLoggable<Label> = true;
template <>
inline constexpr bool isLoggable<ErrorCode> = true;
template <class Tag, std::size_t n>
inline constexpr bool isLoggable<Id<Tag, n>> = true;

template <class T>
concept Loggable = isLoggable<std::remove_cvref_t<T>>;

template <Loggable T>
std::string written(const T& value)
{
    if constexpr (std::integral<T>)
        return std::to_string(value);
    else if constexpr (std::same_as<T, ErrorCode>)
        return "error:" + std::to_string(static_cast<int>(value));
    else
        return std::string{value.text()};
}

/// Writes to `folder`/holdfast.log, three files of 1 MB each. Until this is called nothing is logged anywhere.
Result<Done> openFile(const std::string& folder);

void write(Label event, std::initializer_list<std::string> values);
void writeWarning(Label event, std::initializer_list<std::string> values);

/// log::info("response.recorded", personId, eventId);
template <Loggable... Values>
void info(Label event, const Values&... values)
{
    write(event, {written(values)...});
}

template <Loggable... Values>
void warn(Label event, const Values&... values)
{
    writeWarning(event, {written(values)...});
}

}  // namespace holdfast::log
