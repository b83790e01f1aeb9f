// Carers are people of their own: how to reach them, what they need themselves, and for whom they care. What a carer may
// be told is not theirs but the person's: see consent.h. What a carer tells is always heard.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/names.h"
#include "domain/note.h"
#include "domain/person.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using CarerId = Id<struct CarerTag>;
using CarerCallId = Id<struct CarerCallTag>;

/// What somebody may be told of a person, piece by piece. One table for calls, letters and consent.
enum class CarerTopic : std::uint8_t {
    mentalHealth,
    substanceUse,
    whatHappensNext,  ///< the plan
    refusals,         ///< which services have said no
    safety,           ///< worries about the person's safety
    appointments,
    medication,
    crisis,  ///< that there is a crisis, and what to do in one
    money,
    whereabouts,
};
inline constexpr std::array allCarerTopics{
    CarerTopic::mentalHealth, CarerTopic::substanceUse, CarerTopic::whatHappensNext, CarerTopic::refusals,
    CarerTopic::safety,       CarerTopic::appointments, CarerTopic::medication,      CarerTopic::crisis,
    CarerTopic::money,        CarerTopic::whereabouts};

enum class AssessmentAnswer : std::uint8_t { none, accepted, declined, later };

/// Local days from knowing of a carer to offering an assessment of their own needs (domain.md 4: no statutory count, U).
inline constexpr std::chrono::days assessmentOfferWithin{28};
inline constexpr int adultAge = 18;

struct Carer {
    CarerId id;
    std::string name;
    std::string likedName;  ///< what they like to be called; empty = the first word of the name
    std::optional<Date> born;
    SafeContact contact;
    std::string address;
    std::string ownNeeds;           ///< in their words
    std::string lookedAfterBy;      ///< of a young carer: who looks after them
    Date knownSince{};              ///< since when the services know that they care
    std::optional<Date> offeredOn;  ///< an assessment of their own needs (Care Act 2014 s10)
    AssessmentAnswer answer = AssessmentAnswer::none;
    std::optional<Date> answeredOn;
    std::int64_t version = 0;  ///< up by one with every save; 0 = never saved
    friend bool operator==(const Carer&, const Carer&) = default;
};

/// Whether the person knows that this carer speaks with the services.
enum class PersonKnows : std::uint8_t { notAsked, yes, no };

/// That somebody cares for a person. One carer may care for several, one person have several carers.
struct CarerLink {
    CarerId carer;
    PersonId person;
    std::string relationship;  ///< in the person's words: "mum"
    bool emergency = false;    ///< to be rung in an emergency
    PersonKnows knows = PersonKnows::notAsked;
    std::optional<Date> endedOn;  ///< they care no longer
    std::int64_t version = 0;
    friend bool operator==(const CarerLink&, const CarerLink&) = default;
};

/// A call owed: by whom, by when, about what.
struct CallBack {
    Date by{};
    WorkerId whom;
    std::string about;
    friend bool operator==(const CallBack&, const CallBack&) = default;
};

/// One call. Its words are a shared note of the kind "carer contact"; here stands what a note has no place for.
struct CarerCall {
    CarerCallId id;
    CarerId carer;
    PersonId person;
    Instant at{};
    ContactDirection direction = ContactDirection::in;
    ContactOutcome outcome = ContactOutcome::spoke;
    std::vector<CarerTopic> told;
    std::optional<CallBack> owed;
    NoteId note;
    WorkerId worker;
    Instant recordedAt{};
    CommandId command;
    std::optional<Instant> calledBackAt;
    WorkerId calledBackBy;
    std::optional<Instant> undoneAt;
    WorkerId undoneBy;
    bool isOwed() const { return owed && !calledBackAt && !undoneAt; }
    friend bool operator==(const CarerCall&, const CarerCall&) = default;
};

inline constexpr std::size_t longestCarerLine = 200;  ///< bytes of a name, a relationship
inline constexpr std::size_t longestCarerText = 4'000;

/// ErrorCode::invalid with `where` "name", "born", "offered_on", "answered_on", "looked_after_by", ...
Result<Done> checkCarer(const Carer& carer, Date today);
Result<Done> checkLink(const CarerLink& link, Date today);

/// "Grace": what they like to be called.
std::string shortName(const Carer& carer);

/// Under eighteen. Nothing is known of somebody whose birth date is not.
bool isYoungCarer(const Carer& carer, Date on);

/// By when an assessment of their own needs is to be offered; nothing once it was.
std::optional<Date> assessmentOfferDue(const Carer& carer);

/// The words of a call as one note: the summary, what was said (marked as a third party's when it was told in
/// confidence, so that prints leave it out), what was told.
std::string callNoteText(const std::string& summary, const std::string& said, bool inConfidence,
                         const std::string& told);

// clang-format off
template <> struct Names<CarerTopic> { static constexpr std::array<std::string_view, 10> list{
    "mental_health", "substance_use", "what_happens_next", "refusals", "safety", "appointments", "medication", "crisis",
    "money", "whereabouts"}; };
template <> struct Names<AssessmentAnswer> { static constexpr std::array<std::string_view, 4> list{"none", "accepted", "declined", "later"}; };
template <> struct Names<PersonKnows> { static constexpr std::array<std::string_view, 3> list{"not_asked", "yes", "no"}; };
// clang-format on

}  // namespace holdfast
