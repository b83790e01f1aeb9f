// What happened to a person's two needs, as facts in the order they happened (engine.md section 4a). The case state
// is a fold over these; nothing else changes it.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace holdfast {

/// Facts that bear on safety. Nothing means nobody recorded it: unknown, never a quiet no. A fact stays current until
/// a later event states otherwise.
struct SafetyFacts {
    std::optional<bool> suicidalThoughts;
    std::optional<bool> recentAttempt;
    std::optional<bool> overdose;
    std::optional<bool> pregnant;
    std::optional<bool> withdrawalRisk;
    std::optional<bool> intoxicatedNow;

    /// Whether anything was recorded, be it yes or no.
    bool any() const
    {
        return suicidalThoughts.has_value() || recentAttempt.has_value() || overdose.has_value() ||
               pregnant.has_value() || withdrawalRisk.has_value() || intoxicatedNow.has_value();
    }

    friend bool operator==(const SafetyFacts&, const SafetyFacts&) = default;
};

/// The answers of one instrument, item by item as entered; an unanswered item is nothing.
struct InstrumentAnswers {
    InstrumentId instrument;
    std::vector<std::optional<int>> items;

    friend bool operator==(const InstrumentAnswers&, const InstrumentAnswers&) = default;
};

/// What an assessment found about one need.
struct NeedFinding {
    NeedStatus status = NeedStatus::notAsked;
    std::optional<Severity> severity;
    std::vector<std::string> detail;  ///< conditions for mental health, substances for substance use; free text

    friend bool operator==(const NeedFinding&, const NeedFinding&) = default;
};

namespace event {

/// Help sought before any referral exists. `source` is free text ("gp", "emergency_department"), not a directory id.
struct Attempt {
    Need need;
    std::string source;
    std::optional<ReasonCode> reason;
    std::optional<WorkerId> worker;
    std::optional<ServiceId> service;
    std::optional<Instant> happenedAt;  ///< when it happened, if it was learned of later
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct AssessmentSigned {
    WorkerId worker;
    ServiceId service;
    PerNeed<NeedFinding> found;
    std::vector<InstrumentAnswers> instruments;
    std::vector<std::string> barriers;
    friend bool operator==(const AssessmentSigned&, const AssessmentSigned&) = default;
};

struct ReferralSent {
    struct Leg {
        Need need;
        ServiceId service;
        friend bool operator==(const Leg&, const Leg&) = default;
    };
    std::vector<Leg> legs;
    friend bool operator==(const ReferralSent&, const ReferralSent&) = default;
};

struct Response {
    Need need;
    ServiceId service;
    ResponseKind kind;
    std::optional<ReasonCode> reason;
    std::optional<int> abstinenceWeeks;
    std::optional<ServiceId> pointsTo;
    std::optional<WorkerId> worker;
    friend bool operator==(const Response&, const Response&) = default;
};

struct ChallengeSent {
    Need need;
    ServiceId service;
    friend bool operator==(const ChallengeSent&, const ChallengeSent&) = default;
};

struct ChallengeAnswered {
    Need need;
    ServiceId service;
    ChallengeOutcome outcome;
    bool accepted = false;
    std::optional<WorkerId> worker;
    std::optional<ReasonCode> reason{};  ///< why they stand by it, beside or instead of their own words
    friend bool operator==(const ChallengeAnswered&, const ChallengeAnswered&) = default;
};

/// Ends a challenge without an answer; the reason stays on the record.
struct ChallengeWithdrawn {
    Need need;
    ServiceId service;
    std::string reason;
    friend bool operator==(const ChallengeWithdrawn&, const ChallengeWithdrawn&) = default;
};

struct HandoverAccepted {
    Need need;
    ServiceId service;
    WorkerId worker;
    friend bool operator==(const HandoverAccepted&, const HandoverAccepted&) = default;
};

/// Names a new worker; nothing = the last one left and nobody is named yet.
struct WorkerChanged {
    ServiceId service;
    std::optional<WorkerId> worker;
    std::optional<Need> need{};  ///< only this one; nothing = every need that the service holds
    friend bool operator==(const WorkerChanged&, const WorkerChanged&) = default;
};

struct PersonDeclined {
    Need need;
    Date reOfferOn;
    std::optional<bool> capacity;  ///< nothing = not recorded
    friend bool operator==(const PersonDeclined&, const PersonDeclined&) = default;
};

/// Either a plan in force until a date, or the person's recorded choice to have none.
struct AftercarePlanned {
    Need need;
    std::optional<Date> until;
    bool declined = false;
    friend bool operator==(const AftercarePlanned&, const AftercarePlanned&) = default;
};

struct JointClosure {
    std::string reason;
    std::vector<std::string> agreedBy;  ///< worker ids, or "mdt"
    std::string personsView;
    std::vector<Need> needs{Need::mentalHealth, Need::substanceUse};
    friend bool operator==(const JointClosure&, const JointClosure&) = default;
};

struct Mdt {
    struct Action {
        NeedScope need;
        std::string what;
        std::string owner;  ///< a worker id or a role
        Instant due;
        friend bool operator==(const Action&, const Action&) = default;
    };
    std::vector<std::string> attended;
    std::string decision;
    WorkerId lead;
    std::vector<Action> actions;
    friend bool operator==(const Mdt&, const Mdt&) = default;
};

struct Contact {
    ServiceId service;
    ContactDirection direction;
    ContactOutcome outcome;
    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Reopened {
    Need need;
    WorkerId worker;
    ServiceId service;
    std::string reason;
    friend bool operator==(const Reopened&, const Reopened&) = default;
};

/// Confirms or reclassifies a recorded answer; both are kept.
struct SecondLook {
    EventId event;
    BounceClass cls;
    std::string reason;
    WorkerId worker;
    friend bool operator==(const SecondLook&, const SecondLook&) = default;
};

/// Voids `event` in the fold; it stays visible.
struct EnteredInError {
    EventId event;
    std::string reason;
    friend bool operator==(const EnteredInError&, const EnteredInError&) = default;
};

struct PersonDied {
    Date on;
    friend bool operator==(const PersonDied&, const PersonDied&) = default;
};

/// A letter left. `to` is the id of a service, or "person", "carer", "referrer" or "partner"; the address is private and
/// stays with the document. A challenge letter works on the ladder as ChallengeSent does.
struct LetterSent {
    NeedScope need;
    std::string kind;  ///< a code: "joint_referral", "challenge", "chase", "handover", "person", "carer" ...
    std::string to;
    LetterMethod method;
    std::string document;  ///< id of the exact copy that is kept; empty when it was made elsewhere
    friend bool operator==(const LetterSent&, const LetterSent&) = default;
};

/// Whether the joint protocol was applied when this service refused; not applied needs the reason.
struct ProtocolApplied {
    Need need;
    ServiceId service;
    bool applied;
    std::string reason;
    std::string protocol;  ///< which protocol or leaflet, with its version; free text
    friend bool operator==(const ProtocolApplied&, const ProtocolApplied&) = default;
};

/// Somebody else of this service, or this other service, is asked to look again.
struct SecondOpinionRequested {
    Need need;
    ServiceId service;
    friend bool operator==(const SecondOpinionRequested&, const SecondOpinionRequested&) = default;
};

/// The referrer was told what came of it. `to` as the attempt's source has it ("gp"), or free text.
struct OutcomeFedBack {
    std::string to;
    std::string how;
    friend bool operator==(const OutcomeFedBack&, const OutcomeFedBack&) = default;
};

/// The worker was in touch with the person while a leg waits. A Contact speaks of a service: it would end that
/// service's silence, which this does not.
struct SupportCheckIn {
    NeedScope need;
    WorkerId worker;
    ContactOutcome outcome;
    std::optional<SupportChange> change;  ///< nothing = not recorded
    friend bool operator==(const SupportCheckIn&, const SupportCheckIn&) = default;
};

/// The step of a challenge that is open now is this worker's to do, though its owner is another. Its day and what comes
/// after it stay, and nobody can take it off the ladder.
struct StepHandedOn {
    Need need;
    ServiceId service;  ///< whose refusal is challenged
    WorkerId worker;
    std::string reason;
    friend bool operator==(const StepHandedOn&, const StepHandedOn&) = default;
};

/// What a service, or one of its people, did well for the person. It moves nothing; reports count it beside the bounces.
struct GoodExperience {
    NeedScope need;
    ServiceId service;
    std::optional<WorkerId> worker;
    bool heldBoth = false;  ///< both needs were held together
    std::string what;
    friend bool operator==(const GoodExperience&, const GoodExperience&) = default;
};

/// Money that it cost the person, or those around them, to look for help or to get it, as they told it. It moves nothing;
/// reports count it.
struct CostBorne {
    NeedScope need;
    ServiceId service;  ///< whom it was paid to reach
    CostKind kind;
    int pence = 0;  ///< more than 0, at most mostPence
    friend bool operator==(const CostBorne&, const CostBorne&) = default;
};
inline constexpr int mostPence = 1'000'000;  ///< 10,000 pounds: anything above is taken for a slip of the keys

/// Time passes. Never stored.
struct Now {
    friend bool operator==(const Now&, const Now&) = default;
};

}  // namespace event

using EventBody =
    std::variant<event::Attempt, event::AssessmentSigned, event::ReferralSent, event::Response, event::ChallengeSent,
                 event::ChallengeAnswered, event::ChallengeWithdrawn, event::HandoverAccepted, event::WorkerChanged,
                 event::PersonDeclined, event::AftercarePlanned, event::JointClosure, event::Mdt, event::Contact,
                 event::Reopened, event::SecondLook, event::EnteredInError, event::PersonDied, event::LetterSent,
                 event::ProtocolApplied, event::SecondOpinionRequested, event::OutcomeFedBack, event::SupportCheckIn,
                 event::StepHandedOn, event::GoodExperience, event::CostBorne, event::Now>;

/// The names of the kinds, in the order of the variant: EventBody::index() is the position.
inline constexpr std::array<std::string_view, std::variant_size_v<EventBody>> eventKindNames{"attempt",
                                                                                             "assessment_signed",
                                                                                             "referral_sent",
                                                                                             "response",
                                                                                             "challenge_sent",
                                                                                             "challenge_answered",
                                                                                             "challenge_withdrawn",
                                                                                             "handover_accepted",
                                                                                             "worker_changed",
                                                                                             "person_declined",
                                                                                             "aftercare_planned",
                                                                                             "joint_closure",
                                                                                             "mdt",
                                                                                             "contact",
                                                                                             "reopened",
                                                                                             "second_look",
                                                                                             "entered_in_error",
                                                                                             "person_died",
                                                                                             "letter_sent",
                                                                                             "protocol_applied",
                                                                                             "second_opinion_requested",
                                                                                             "outcome_fed_back",
                                                                                             "support_check_in",
                                                                                             "step_handed_on",
                                                                                             "good_experience",
                                                                                             "cost_borne",
                                                                                             "now"};

/// Those a letter can go to besides a service.
inline constexpr std::array<std::string_view, 4> letterRoles{"person", "carer", "referrer", "partner"};

struct Event {
    EventId id;          ///< in a scenario file "#n", the 1-based position
    Instant at;          ///< when it happened; rules apply as of this
    Instant recordedAt;  ///< when it was written down; audit and reports go by this
    SafetyFacts safety;
    std::string words;  ///< what was said, kept exactly
    EventBody body;

    friend bool operator==(const Event&, const Event&) = default;
};

inline std::string_view kindOf(const Event& event)
{
    return eventKindNames[event.body.index()];
}

}  // namespace holdfast
