// A joint assessment while it is being filled in: what the two columns hold, and more than the engine reads. Signing
// it makes an `assessment_signed` event of the part the engine reads and keeps the whole form beside it.
#pragma once

#include "base/time.h"
#include "domain/event.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::record {

/// One substance, each with its own pattern: there is no "main drug".
struct SubstanceUse {
    std::string substance;
    std::string pattern;  ///< "most evenings", "binges at weekends"; the person's words
    std::string amount;
    std::string route;
    std::string lastUsed;
    std::string startedAge;  ///< for the lifetime line; free text
    friend bool operator==(const SubstanceUse&, const SubstanceUse&) = default;
};

/// Something that gets in the way, and what is planned around it.
struct Barrier {
    std::string
        code;  ///< travel, work_hours, recognised_locally, cost, childcare, phone_or_data, past_experience, culture, stigma, other
    std::string plan;
    friend bool operator==(const Barrier&, const Barrier&) = default;
};

/// A prompt that was put to the person: asked or not, and the answer in words.
struct Prompt {
    bool asked = false;
    std::string answer;
    friend bool operator==(const Prompt&, const Prompt&) = default;
};

enum class CameFirst : std::uint8_t { notAsked, mentalHealth, substanceUse, together, notSure };
enum class Readiness : std::uint8_t { notAsked, notYet, thinking, ready, alreadyChanging };
enum class Disclosure : std::uint8_t { notAsked, oneToOne, group, either };
enum class Wish : std::uint8_t { notAsked, yes, no, noPreference };

// clang-format off
}  // namespace holdfast::record
namespace holdfast {
template <> struct Names<record::CameFirst> { static constexpr std::array<std::string_view, 5> list{"not_asked", "mental_health", "substance_use", "together", "not_sure"}; };
template <> struct Names<record::Readiness> { static constexpr std::array<std::string_view, 5> list{"not_asked", "not_yet", "thinking", "ready", "already_changing"}; };
template <> struct Names<record::Disclosure> { static constexpr std::array<std::string_view, 4> list{"not_asked", "one_to_one", "group", "either"}; };
template <> struct Names<record::Wish> { static constexpr std::array<std::string_view, 4> list{"not_asked", "yes", "no", "no_preference"}; };
}  // namespace holdfast
namespace holdfast::record {
// clang-format on

struct AssessmentForm {
    std::string whatMatters;  ///< the person's own words
    std::string present;      ///< who took part: workers, interpreter, companion
    bool askedAboutBoth = false;

    PerNeed<NeedStatus> status;  ///< notAsked until somebody answers
    PerNeed<std::optional<Severity>> severity;
    std::vector<std::string> conditions;  ///< mental health, as said or diagnosed; more than one over time
    std::vector<SubstanceUse> substances;
    std::map<InstrumentId, std::vector<std::optional<int>>> answers;

    SafetyFacts safety;
    std::map<std::string, std::string> safetyNotes;  ///< by fact name: what was said
    std::string adultsAndChildren;
    std::optional<Date> safetyPlanReviewed;

    std::string whatUseDoes;                    ///< what use does for the person
    CameFirst cameFirst = CameFirst::notAsked;  ///< never used for routing
    std::string lifeEvents;
    Prompt trauma;
    Prompt domesticAbuse;
    std::string culture;  ///< culture, family and faith: what helps, what gets in the way
    std::string stigma;   ///< past experience of being judged
    Disclosure disclosure = Disclosure::notAsked;
    Wish livedExperience = Wish::notAsked;
    std::string companion;  ///< who comes along or refers together with the person
    Readiness readiness = Readiness::notAsked;
    std::vector<Barrier> barriers;
    std::map<std::string, std::string> equality;  ///< optional: what the person chose to say

    friend bool operator==(const AssessmentForm&, const AssessmentForm&) = default;
};

/// The part the engine reads, as the event that signing makes.
event::AssessmentSigned signedEvent(const AssessmentForm& form, const WorkerId& worker, const ServiceId& service);

/// What is still missing before it can be signed, in the order of the page: "asked_about_both", "status.mental_health",
/// "status.substance_use", "safety.suicidal_thoughts".
/// Empty when it can be signed.
std::vector<std::string> missingAnswers(const AssessmentForm& form);

}  // namespace holdfast::record
