// What was taken out of a text and what was put in, word by word. Knows nothing of how it is shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A stretch of text that both have, or only one of them.
struct WordPiece {
    enum class Kind : std::uint8_t { same, removed, added };
    Kind kind = Kind::same;
    std::string text;
    friend bool operator==(const WordPiece&, const WordPiece&) = default;
};

/// In reading order; where words were replaced, those taken out come first. Every byte of both texts is in it: what is
/// the same or removed makes `from`, what is the same or added makes `to`. A text that has little in common with the
/// other is taken out whole.
std::vector<WordPiece> wordDifference(std::string_view from, std::string_view to);

/// The text before, put together from the pieces; and the text after.
std::string textBefore(const std::vector<WordPiece>& pieces);
std::string textAfter(const std::vector<WordPiece>& pieces);

}  // namespace holdfast
