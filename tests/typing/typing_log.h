// What the typist wrote down: each key with its moment, before it was pressed. From it follows every text that was ever on
// the screen.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::test {

using Moment = std::chrono::nanoseconds;  ///< of the steady clock, the same in every process of a machine

struct TypedKey {
    Moment at{};
    std::string text;  ///< empty: Backspace
};

struct TypingLog {
    std::optional<std::string> opened;  ///< the text in the editor before the first key
    std::vector<TypedKey> keys;

    /// The text after so many keys.
    std::string after(std::size_t keys) const;
    /// How many keys `text` holds, the most if several fit; nothing when it was never on the screen.
    std::optional<std::size_t> keysIn(const std::string& text) const;
};

/// A last line that was cut off by the kill is left out.
TypingLog readTypingLog(const std::string& path);

/// How long before `end` the first key was pressed that `text` does not hold; zero when it holds them all.
Moment lostBefore(const TypingLog& log, std::size_t keysKept, Moment end);

std::string escaped(const std::string& text);
std::string unescaped(const std::string& text);

}  // namespace holdfast::test
