// Joint meetings (MDT) of both services: who was there, who was talked about and why, what was decided in plain words,
// who does what by when, and who tells the person. A decision stands when both services are present.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/need.h"
#include "domain/worker.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using MeetingId = Id<struct MeetingTag>;

enum class MeetingSide : std::uint8_t { mentalHealth, substanceUse, other };
enum class Presence : std::uint8_t { here, video, away };

struct Attendee {
    WorkerId worker;    ///< when they work here
    std::string name;   ///< else in words: "Dr Hale's surgery"
    std::string about;  ///< "Care coordinator, CMHT", or what they sent
    MeetingSide side = MeetingSide::other;
    Presence presence = Presence::here;
    friend bool operator==(const Attendee&, const Attendee&) = default;
};

/// Why somebody is on the agenda, most pressing first.
enum class AgendaReason : std::uint8_t {
    safety,        ///< their safety has to be seen to
    passedAround,  ///< passed back and forth
    refused,       ///< a refusal is being challenged
    crisisDoor,    ///< came to a crisis door again and again
    overdue,       ///< a service has not answered
    turning18,
    asked,  ///< a worker asked for a seat
};

struct AgendaItem {
    PersonId person;
    std::vector<AgendaReason> reasons;  ///< most pressing first
    int minutes = 10;
    std::string whyAdded;  ///< by hand
    std::string whyOff;    ///< not empty: taken off, and why
    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct Meeting {
    MeetingId id;
    ServiceId service;  ///< whose meeting it is
    WorkerId chair;
    Instant startsAt;
    std::string place;
    std::vector<Attendee> attendees;
    std::vector<AgendaItem> items;
    std::optional<Instant> finishedAt;
    std::int64_t version = 0;  ///< up by one with every save; 0 = never saved
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

enum class MeetingDecision : std::uint8_t { mentalHealthLeads, substanceUseLeads, changePlan, notDecided };
enum class TellingHow : std::uint8_t { call, visit, letter, carer };

struct MeetingAction {
    NeedScope need = NeedScope::both;
    std::string what;
    WorkerId owner;
    std::optional<Date> due;
    friend bool operator==(const MeetingAction&, const MeetingAction&) = default;
};

/// Somebody sees it differently; it is recorded and never smoothed over.
struct Dissent {
    std::string who;
    std::string words;
    friend bool operator==(const Dissent&, const Dissent&) = default;
};

/// What is typed about one person: of a draft, and of the record it becomes.
struct MeetingOutcome {
    std::string question;
    std::string personsView;
    std::optional<MeetingDecision> decision;
    WorkerId lead;
    WorkerId deputy;  ///< who covers
    std::optional<Date> reviewOn;
    std::string plainWords;
    std::vector<MeetingAction> actions;
    std::vector<Dissent> dissents;
    WorkerId teller;  ///< who tells the person
    std::optional<TellingHow> tellingHow;
    std::optional<Date> tellBy;
    friend bool operator==(const MeetingOutcome&, const MeetingOutcome&) = default;
};

enum class MeetingState : std::uint8_t { decided, notDecided, takenBack };

/// What was recorded of one person; what takes its place stands beside it with the next number.
struct MeetingRecord {
    MeetingId meeting;
    PersonId person;
    int number = 1;
    MeetingState state = MeetingState::notDecided;
    MeetingOutcome outcome;
    std::vector<std::string> present;  ///< names, as they were then
    EventId event;                     ///< in their history; empty unless something was decided
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const MeetingRecord&, const MeetingRecord&) = default;
};

inline constexpr std::size_t longestMeetingText = 4'000;  ///< bytes
inline constexpr std::size_t longestMeetingLine = 400;
inline constexpr std::size_t mostMeetingActions = 20;
inline constexpr std::size_t mostAgendaItems = 60;
inline constexpr std::size_t mostAttendees = 80;

/// Somebody of each service is here or on video.
bool bothPresent(const Meeting& meeting);
bool isOff(const AgendaItem& item);

/// When each is talked about, from the start and the minutes of those before; by position.
std::vector<Instant> agendaTimes(const Meeting& meeting);

/// ErrorCode::invalid with `where` "place", "items/3/why_added", "attendees/2/name".
Result<Done> checkMeeting(const Meeting& meeting);

/// What must be so before going on to the next person: ErrorCode::invalid with `where` "question", "persons_view",
/// "decision", "lead", "review_on", "plain_words", "actions/3/owner", "dissents/0/who", "teller", "tell_by".
Result<Done> checkOutcome(const MeetingOutcome& outcome, Date today);

/// What a person's work says about them, for the agenda. One for each outstanding action.
struct AgendaSign {
    PersonId person;
    std::string what;  ///< stable code of the engine
    std::string rule;
    int escalation = 0;
    int workingDaysOverdue = 0;
};

/// Everybody whom both services should talk about, most pressing first, with why and for how long.
std::vector<AgendaItem> buildAgenda(const std::vector<AgendaSign>& signs);

// clang-format off
template <> struct Names<MeetingSide> { static constexpr std::array<std::string_view, 3> list{"mental_health", "substance_use", "other"}; };
template <> struct Names<Presence> { static constexpr std::array<std::string_view, 3> list{"here", "video", "away"}; };
template <> struct Names<AgendaReason> { static constexpr std::array<std::string_view, 7> list{
    "safety", "passed_around", "refused", "crisis_door", "overdue", "turning_18", "asked"}; };
template <> struct Names<MeetingDecision> { static constexpr std::array<std::string_view, 4> list{
    "mental_health_leads", "substance_use_leads", "change_plan", "not_decided"}; };
template <> struct Names<TellingHow> { static constexpr std::array<std::string_view, 4> list{"call", "visit", "letter", "carer"}; };
template <> struct Names<MeetingState> { static constexpr std::array<std::string_view, 3> list{"decided", "not_decided", "taken_back"}; };
// clang-format on

}  // namespace holdfast
