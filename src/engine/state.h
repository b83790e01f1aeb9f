// The state of one case, as the fold keeps it: facts and clocks, no text. Events are named by their position in the
// list, so a state is small, cheap to copy and reusable without allocating.
#pragma once

#include "domain/event.h"
#include "domain/policy.h"
#include "engine/facts.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

namespace holdfast::engine {

using EventIndex = std::uint32_t;
inline constexpr EventIndex noEvent = ~EventIndex{0};

struct HolderRecord {
    ServiceId service;
    WorkerId worker;
    Instant since;
    bool acting = false;
    bool duty = false;                   ///< the policy's duty holder: anybody who assesses takes over
    std::optional<std::int16_t> maxAge;  ///< of the holding service, for EIGHTEEN
};

struct LegRecord {
    LegState state = LegState::draft;
    ServiceId service;
    Instant since;
    std::optional<Instant> sentAt;
    Instant heardAt;                     ///< the silence clock counts from here
    std::optional<Instant> silentFrom;   ///< when the clock of this state runs out
    bool silent = false;                 ///< it has run out, and the bounce is recorded
    std::optional<Instant> softFrom;     ///< a soft refusal started a chase
    std::optional<Instant> closeTried;   ///< somebody tried to close this need while the other is open
    std::optional<Instant> noAftercare;  ///< discharged without a plan
    std::optional<std::int16_t> maxAge;
    std::uint8_t informationRequests = 0;
    std::uint8_t missedVisits = 0;  ///< since the last attended contact
    bool loop = false;
    bool mismatch = false;
    bool stayedAtBirthday = false;  ///< a closure was held back because no adult service has accepted
};

struct AftercareRecord {
    std::optional<Date> until;
    bool declined = false;
};

struct NeedRecord {
    NeedStatus status = NeedStatus::notAsked;
    std::optional<Severity> severity;
    EventIndex assessment = noEvent;  ///< where the conditions or substances were found
    std::optional<Instant> firstAskedAt;
    Instant openedAt;
    std::optional<HolderRecord> holder;
    std::optional<HolderRecord> lastHolder;  ///< for a re-offer after the need stopped being open
    std::optional<LegRecord> leg;
    std::optional<ServiceId> nameAwaited;  ///< accepted without naming a worker
    Instant nameAwaitedFrom;
    AftercareRecord aftercare;
    std::optional<Date> reOfferOn;
};

struct BounceRecord {
    EventIndex event = noEvent;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    BounceClass recordedClass = BounceClass::soft;
    Need need = Need::mentalHealth;
    bool refusal = false;  ///< somebody said no (not a silence, and not a worker who left)
    bool attempt = false;  ///< `service` is empty and the event's source says who
    bool overturned = false;
    ServiceId service;
    std::optional<ServiceId> pointsTo;
    Instant at;
    Instant askedAt;
    std::optional<Instant> endedAt;  ///< when the lost days stopped counting
};

struct ChallengeRecord {
    Need need = Need::mentalHealth;
    ServiceId service;
    Instant declinedAt;
    std::uint8_t minimumRung = 0;  ///< opened at once by an upheld answer or by work done
    Instant openedAt;              ///< when minimumRung opened, for "no earlier than one working day on"
    std::optional<Instant> sentAt;
    bool open = true;
    WorkerId handedTo;  ///< who does the rung `handedRung` instead of its owner; empty: the owner does
    std::uint8_t handedRung = 0;
};

enum class TodoKind : std::uint8_t {
    askBoth,
    askCapacity,
    confirmWithPerson,
    missedVisit,
    callBack,
    safety,
    mdtAction,
    bereavement,
    phoneCall,
    crisisReassess,
    askSafety,
    outreach,
    maskedLook,
    feedback,
    secondOpinion,
    worse,
    repeatAttendance,
    reasonInWriting,
    namedContact,
    protocolCheck,
    protocolReview,
};
enum class OwnerRule : std::uint8_t { holder, coordinator, supervisor, worker, serviceCoordinator };

/// `part` of a call back: they wait for us, we wait for them, or we waited in vain.
inline constexpr std::uint16_t callTheyWaitFor = 0, callWeWaitFor = 1, callNotReturned = 2;

/// Something to do that an event asked for; it goes when a later event settles it.
struct TodoRecord {
    TodoKind kind = TodoKind::askBoth;
    NeedScope need = NeedScope::both;
    OwnerRule owner = OwnerRule::holder;
    WorkerId worker;    ///< when the owner is a worker
    ServiceId service;  ///< whom it is about
    Instant from;
    Instant due;
    EventIndex event = noEvent;
    std::uint16_t part = 0;  ///< position among an MDT's actions, or of a referrer among the policy's; or see above
};

struct LetterRecord {
    EventIndex event = noEvent;
    Need need = Need::mentalHealth;
    ServiceId service;
    Situation situation = Situation::general;
    std::optional<std::int16_t> age;
    bool severeMentalIllness = false;
    std::optional<Instant> sentAt;
};

struct State {
    Instant at;  ///< how far time has come
    PerNeed<NeedRecord> needs;
    SafetyFacts safety;
    bool suicidalThoughtsScored = false;  ///< an instrument's item says so and nobody has asked yet
    bool severeMentalIllness = false;
    bool died = false;
    std::optional<WorkerId> coordinator;
    std::optional<Instant> tennisSince;
    std::uint32_t refusalsSinceMdt = 0;  ///< position in `bounces` from which refusals count
    std::vector<BounceRecord> bounces;
    std::vector<ChallengeRecord> challenges;
    std::vector<TodoRecord> todos;
    std::vector<LetterRecord> letters;
    std::optional<Instant> checkedInAt;     ///< when somebody was last in touch with the person
    std::vector<Instant> attendances;       ///< visits to crisis doors within the window before the latest
    PerNeed<std::uint64_t> referrers;       ///< by position in the policy's list: asked, and not told of an outcome yet
    std::vector<EventIndex> withoutGround;  ///< events that a correction left without ground
    FiredList fired;                        ///< by the latest event

    /// As new, keeping the memory.
    void clear();
};

ClaspState claspOf(const State& state);

constexpr bool isJoined(LegState state)
{
    return state == LegState::accepted || state == LegState::waiting || state == LegState::started;
}

inline bool isOpen(const NeedRecord& need)
{
    return holdfast::isOpen(need.status);
}

/// True when this safety fact is current.
bool isCurrent(const State& state, SafetyFact fact);

/// True when any fact that SAFETY escalates is current.
bool isAtRisk(const State& state, const Policy& policy);

Urgency urgencyOf(const State& state, const Policy& policy);

/// A plan in force at `at`, or the person's recorded choice.
bool hasAftercare(const NeedRecord& need, Instant at);

}  // namespace holdfast::engine
