// Words as they are searched for: how a text falls into them, what somebody typed as a question, and the piece of a text
// that answers it. Both databases get their words from here, so that they find the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

inline constexpr std::size_t longestSearchWord = 40;  ///< bytes; what is longer is cut, also when asked for
inline constexpr std::size_t longestSearch = 1'000;   ///< bytes; the rest of what was typed is not looked at
inline constexpr std::size_t mostSearchTerms = 8;
inline constexpr std::size_t mostPhraseWords = 12;
inline constexpr std::size_t shortestPrefix = 3;  ///< letters; a shorter word is looked for as it is

/// The words of a text in order: folded, letters and digits only.
std::vector<std::string> searchTokens(std::string_view text);

/// A word, or several that stand side by side.
struct SearchTerm {
    std::vector<std::string> words;  ///< never empty
    bool prefix = false;             ///< the last word is the start of one
    friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// All terms must be there. Made by readTextQuery() only: its words hold letters and digits and nothing else.
struct TextQuery {
    std::vector<SearchTerm> terms;
    bool empty() const { return terms.empty(); }
    friend bool operator==(const TextQuery&, const TextQuery&) = default;
};

/// Anything at all may be typed. "..." is a phrase, the last word and one with a star are starts, a word with hyphens is
/// a phrase.
TextQuery readTextQuery(std::string_view typed);

/// Whether a text answers the question; an empty question is answered by none.
bool answers(std::string_view text, const TextQuery& query);

/// A piece of a text in one line, with the places that match.
struct Snippet {
    struct Match {
        std::size_t begin = 0;  ///< bytes, in `text`
        std::size_t length = 0;
        friend bool operator==(const Match&, const Match&) = default;
    };
    std::string text;
    std::vector<Match> matches;  ///< in order, apart from each other
    friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// About `length` bytes around the first place that matches, whole words, with "…" where something is left out.
Snippet snippetOf(std::string_view text, const TextQuery& query, std::size_t length);

}  // namespace holdfast
