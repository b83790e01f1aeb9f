// How long a passphrase must be, and how easily it would be guessed.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace holdfast::db {

inline constexpr std::size_t passphraseMinimum = 12;  ///< characters, not bytes; there is no maximum

enum class PassphraseAdvice : std::uint8_t {
    none,
    tooShort,         ///< fewer than twelve characters
    commonWord,       ///< a well-known password, name or word
    personalWord,     ///< contains a word the caller named: the worker, the team
    repeats,          ///< "aaaa", "abcabc"
    sequence,         ///< "1234", "abcd"
    keyboardPattern,  ///< "qwerty"
    date,             ///< a date or a year
    addWords,         ///< nothing wrong but too little of it
};

struct PassphraseStrength {
    int score = 0;          ///< 0 guessed at once, 4 very hard
    double bits = 0;        ///< estimated
    bool accepted = false;  ///< long enough and not on every guesser's list
    PassphraseAdvice advice = PassphraseAdvice::none;
};

/// `personal` are words that would be guessed first: the worker's name, the team, "holdfast".
PassphraseStrength strengthOf(std::string_view passphrase, std::span<const std::string> personal = {});

/// At least passphraseMinimum characters and not at the top of every guesser's list.
Result<Done> checkPassphrase(std::string_view passphrase);

}  // namespace holdfast::db
