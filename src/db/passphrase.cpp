#include "db/passphrase.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace holdfast::db {
namespace {

constexpr std::size_t judged = 100;  // bytes; zxcvbn's time grows with the square, and more than this is strong anyway

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

struct FreeMatches {
    void operator()(ZxcMatch_t* first) const noexcept { ZxcvbnFreeInfo(first); }
};

/// zxcvbn's bands of guesses, 10^3, 10^6, 10^8 and 10^10, in bits.
int scoreOf(double bits)
{
    constexpr std::array<double, 4> bands{9.97, 19.93, 26.58, 33.22};
    return static_cast<int>(std::ranges::count_if(bands, [bits](double band) { return bits >= band; }));
}

PassphraseAdvice adviceFor(int type)
{
    switch (type & ~static_cast<int>(MULTIPLE_MATCH)) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH: return PassphraseAdvice::commonWord;
    case USER_MATCH:
    case USER_LEET_MATCH: return PassphraseAdvice::personalWord;
    case BRUTE_MATCH:  // only asked about when it comes again and again
    case REPEATS_MATCH: return PassphraseAdvice::repeats;
    case SEQUENCE_MATCH: return PassphraseAdvice::sequence;
    case SPATIAL_MATCH: return PassphraseAdvice::keyboardPattern;
    case DATE_MATCH:
    case YEAR_MATCH: return PassphraseAdvice::date;
    default: return PassphraseAdvice::addWords;
    }
}

/// What the longest guessable part is.
PassphraseAdvice worstPart(const ZxcMatch_t* first)
{
    const ZxcMatch_t* longest = nullptr;
    for (const ZxcMatch_t* part = first; part; part = part->Next) {
        const bool guessable = part->Type != BRUTE_MATCH && part->Type != NON_MATCH;
        if (guessable && (!longest || part->Length > longest->Length))
            longest = part;
    }
    return longest ? adviceFor(longest->Type) : PassphraseAdvice::addWords;
}

}  // namespace

PassphraseStrength strengthOf(std::string_view passphrase, std::span<const std::string> personal)
{
    std::vector<const char*> words;
    for (const std::string& word : personal)
        if (!word.empty())
            words.push_back(word.c_str());
    words.push_back(nullptr);

    // Of a very long one the end is judged: whoever types that much often begins with the same letter.
    std::string part{passphrase.substr(passphrase.size() - std::min(passphrase.size(), judged))};
    ZxcMatch_t* matches = nullptr;
    PassphraseStrength strength;
    strength.bits = ZxcvbnMatch(part.c_str(), words.data(), &matches);
    const std::unique_ptr<ZxcMatch_t, FreeMatches> owner{matches};
    std::ranges::fill(part, '\0');

    strength.score = scoreOf(strength.bits);
    const bool longEnough = characters(passphrase) >= passphraseMinimum;
    strength.accepted = longEnough && strength.score >= 2;
    if (!longEnough)
        strength.advice = PassphraseAdvice::tooShort;
    else if (strength.score < 3)
        strength.advice = worstPart(matches);
    return strength;
}

Result<Done> checkPassphrase(std::string_view passphrase)
{
    if (characters(passphrase) < passphraseMinimum)
        return Error{ErrorCode::invalid, "passphrase",
                     "expected at least " + std::to_string(passphraseMinimum) + " characters"};
    if (!strengthOf(passphrase).accepted)
        return Error{ErrorCode::invalid, "passphrase", "it would be guessed at once; expected several unrelated words"};
    return Done{};
}

}  // namespace holdfast::db
