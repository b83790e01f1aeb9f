// Names that are not spelled as somebody typed them: the same by their sound, or but for one letter. All words are
// folded (base/text.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

enum class NameLikeness : std::uint8_t { same, oneLetter, sounds };

/// How a name sounds, roughly: consonants that are told apart, whatever the vowels; "okafor" and "ocaphor" alike. Empty
/// for what is no name in Latin letters.
std::string soundOf(std::string_view word);

/// Whether one letter was added, left out or changed, or two neighbours were swapped.
bool differsByOneLetter(std::string_view a, std::string_view b);

/// Nothing when they are not alike at all. Words of fewer than three letters are the same or not.
std::optional<NameLikeness> likenessOf(std::string_view a, std::string_view b);

/// What a word is kept under and looked for by: its sound after ~, itself and itself without each letter after -. Two
/// words that are alike share one.
std::vector<std::string> spellingsOf(std::string_view word);

}  // namespace holdfast
