// "Tell it once" on two pages: which sections a person wants on it, and with whom it will be shared.
#pragma once

#include "domain/story.h"

#include <cstdint>
#include <vector>

namespace holdfast {

/// In the order in which they are printed.
enum class PassportSection : std::uint8_t {
    name,
    contact,   ///< how to contact me safely
    ownWords,  ///< what I want workers to know
    needs,     ///< my two needs, in my words
    helps,     ///< and what makes it worse
    doNotRepeat,
    language,
    coordinator,  ///< who holds what, and my clocks
    supports,
    promises,
    medication,
    uses,
    history,
};
inline constexpr std::array allPassportSections{
    PassportSection::name,     PassportSection::contact,     PassportSection::ownWords,   PassportSection::needs,
    PassportSection::helps,    PassportSection::doNotRepeat, PassportSection::language,   PassportSection::coordinator,
    PassportSection::supports, PassportSection::promises,    PassportSection::medication, PassportSection::uses,
    PassportSection::history};

/// For whom this print is.
enum class PassportReader : std::uint8_t {
    person,    ///< all of it is theirs
    services,  ///< workers of other services
    anyone,    ///< whoever the person shows it to
};

struct PassportChoice {
    std::vector<PassportSection> sections{allPassportSections.begin(), allPassportSections.end()};
    PassportReader reader = PassportReader::person;
    bool largePrint = false;
    friend bool operator==(const PassportChoice&, const PassportChoice&) = default;
};

inline constexpr int passportPages = 2;  ///< at normal size

bool isChosen(const PassportChoice& choice, PassportSection section);

/// Whether a part of the story may be on a print for this reader.
bool mayShow(StorySharing sharing, PassportReader reader);

/// When it does not fit: the section to go next, the one that a stranger needs least. Nothing when only what must stay
/// is left: the name, the person's own words, and whom to ring.
std::optional<PassportSection> nextToLeaveOut(const std::vector<PassportSection>& sections);

// clang-format off
template <> struct Names<PassportSection> { static constexpr std::array<std::string_view, 13> list{
    "name", "contact", "own_words", "needs", "helps", "do_not_repeat", "language", "coordinator", "supports", "promises", "medication", "uses", "history"}; };
template <> struct Names<PassportReader> { static constexpr std::array<std::string_view, 3> list{"person", "services", "anyone"}; };
// clang-format on

}  // namespace holdfast
