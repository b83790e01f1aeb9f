// Text from outside: whether it is sane, and how it is compared in a search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// Valid UTF-8 without NUL and without overlong forms or surrogates.
bool isValidUtf8(std::string_view text);

/// Nothing, or nothing but white space.
bool isBlank(std::string_view text);

/// Without white space at both ends, and with every run of it inside made one space.
std::string tidied(std::string_view text);

/// For comparing names: lower case, accents and apostrophes of Latin letters folded away, "O'Brien" and "obrien"
/// alike. Letters outside Latin are kept as they are.
std::string folded(std::string_view text);

std::vector<std::string> splitWords(std::string_view text);

/// A small letter for a capital one of A to Z; any other byte as it is.
constexpr char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether the byte goes on with a character of UTF-8 that began before it.
constexpr bool isInsideCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Only the digits of `text`.
std::string digitsOf(std::string_view text);

}  // namespace holdfast
