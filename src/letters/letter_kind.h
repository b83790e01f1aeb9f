// The kinds of letter Holdfast can make ready, whom each is for, and in which forms it exists.
#pragma once

#include "domain/carer.h"
#include "domain/names.h"

#include <cstdint>
#include <vector>

namespace holdfast::letters {

enum class LetterKind : std::uint8_t {
    jointReferral,
    challenge,
    chase,
    handover,
    toPerson,
    toCarer,
    rightsCard,
    partnerSheet,
};
inline constexpr std::array allLetterKinds{LetterKind::jointReferral, LetterKind::challenge,   LetterKind::chase,
                                           LetterKind::handover,      LetterKind::toPerson,    LetterKind::toCarer,
                                           LetterKind::rightsCard,    LetterKind::partnerSheet};

enum class Audience : std::uint8_t { service, person, carer, partner };

/// Easy read is written anew in short sentences; large print is the standard text set larger.
enum class Variant : std::uint8_t { standard, largePrint, easyRead };

/// What a person has agreed that a carer may be told. Nothing here means: not agreed.
using holdfast::allCarerTopics;
using holdfast::CarerTopic;
/// What a letter to a carer knows to speak of.
inline constexpr std::array topicsOfLetter{CarerTopic::mentalHealth, CarerTopic::substanceUse,
                                           CarerTopic::whatHappensNext, CarerTopic::refusals, CarerTopic::safety};

Audience audienceOf(LetterKind kind);
bool isAboutOneService(LetterKind kind);  ///< addressed to a service of the directory
bool namesThePerson(LetterKind kind);
std::vector<Variant> variantsOf(LetterKind kind);

}  // namespace holdfast::letters

namespace holdfast {
// clang-format off
template <> struct Names<letters::LetterKind> { static constexpr std::array<std::string_view, 8> list{
    "joint_referral", "challenge", "chase", "handover", "person", "carer", "rights_card", "partner_sheet"}; };
template <> struct Names<letters::Variant> { static constexpr std::array<std::string_view, 3> list{"standard", "large_print", "easy_read"}; };
// clang-format on
}  // namespace holdfast
