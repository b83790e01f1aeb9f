// What the engine says about a case at one instant: the answer to who holds each need, since when, what happens next,
// who does it, by when, and why. This is what screens, caches and `holdfast replay` read; nobody else decides.
#pragma once

#include "domain/event.h"
#include "domain/need.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::engine {

struct Holder {
    ServiceId service;
    WorkerId worker;
    Instant since;
    bool acting = false;  ///< the worker left; they stay on paper until a new one is named
    friend bool operator==(const Holder&, const Holder&) = default;
};

struct Leg {
    LegState state = LegState::draft;
    ServiceId service;
    Instant since;                      ///< when it came into this state
    std::optional<Instant> sentAt;      ///< when it was first sent to this service
    std::optional<Instant> silentFrom;  ///< when its silence clock runs out; nothing when none runs
    friend bool operator==(const Leg&, const Leg&) = default;
};

struct NeedSnapshot {
    NeedStatus status = NeedStatus::notAsked;
    std::optional<Severity> severity;
    std::vector<std::string> detail;  ///< conditions or substances as last assessed
    std::optional<Instant> firstAskedAt;
    int daysSinceAsked = 0;        ///< whole days, 0 when never asked
    std::optional<Holder> holder;  ///< always there when the need is open
    std::optional<Leg> leg;
    friend bool operator==(const NeedSnapshot&, const NeedSnapshot&) = default;
};

struct Bounce {
    EventId event;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    std::string service;  ///< directory id, or the `source` of an attempt
    Need need = Need::mentalHealth;
    std::optional<ServiceId> pointsTo;
    Instant at;
    Instant askedAt;
    int daysLost = 0;  ///< from being asked until the next service was asked, the hold was joined, or now
    bool overturned = false;
    bool refusal = false;                      ///< somebody said no: not a silence, and not a worker who left
    std::optional<ReasonCode> proposed;        ///< what its words read like, until a person has looked
    std::optional<BounceClass> recordedClass;  ///< the class before a second look changed it
    friend bool operator==(const Bounce&, const Bounce&) = default;
};

enum class OwnerRole : std::uint8_t { worker, coordinator, supervisor, strategicLead, duty };

/// A worker by id, or a role, optionally of one service: written "supervisor:lantern".
struct Owner {
    OwnerRole role = OwnerRole::worker;
    WorkerId worker;
    ServiceId service;
    friend bool operator==(const Owner&, const Owner&) = default;
};

struct NextAction {
    NeedScope need = NeedScope::both;
    std::string what;  ///< stable code of engine.md ("keyworker_query"), or an MDT action's own words
    Owner owner;
    Instant due;
    RuleId rule;
    int escalationLevel = 0;  ///< 0 to 5
    ServiceId about{};        ///< the service it is about; empty when it is about none
    friend bool operator==(const NextAction&, const NextAction&) = default;
};

struct LetterDraft {
    std::string kind;                    ///< "challenge", "joint_referral", "chase", ...
    std::string to;                      ///< directory id
    std::vector<std::string> citations;  ///< "QS188 st.2 ..."
    EventId event;                       ///< what it answers
    std::optional<Instant> sentAt;       ///< nothing: still a draft
    friend bool operator==(const LetterDraft&, const LetterDraft&) = default;
};

/// One scored instrument. Two readings when the cut-offs depend on sex and sex is not recorded.
struct Score {
    struct Reading {
        std::string band;              ///< empty when there is no band to show
        std::optional<bool> positive;  ///< nothing when the instrument has no cut-off or items are missing
        friend bool operator==(const Reading&, const Reading&) = default;
    };
    InstrumentId instrument;
    std::optional<int> total;  ///< nothing when an item is missing
    int missing = 0;
    Reading reading;                ///< used when `female` is empty
    std::optional<Reading> female;  ///< both present when sex is not recorded and the cut-offs differ
    std::optional<Reading> male;
    Instant at;
    friend bool operator==(const Score&, const Score&) = default;
};

/// One rule that fired, the facts it read, and a sentence made from the policy's template.
struct Why {
    RuleId rule;
    std::vector<std::pair<std::string, std::string>> facts;
    std::string sentence;  ///< empty unless explanations were asked for
    std::string policy;    ///< "england 2026.1": whose rule it was; empty unless explanations were asked for
    friend bool operator==(const Why&, const Why&) = default;
};

struct Snapshot {
    Instant at;
    PerNeed<NeedSnapshot> needs;
    ClaspState clasp = ClaspState::released;
    std::vector<Bounce> bounces;          ///< cumulative, oldest first
    std::vector<std::string> flags;       ///< true at this instant, sorted, lower case: "tennis", "silence", ...
    std::vector<NextAction> nextActions;  ///< all outstanding, by due, need, rule
    std::vector<LetterDraft> letters;     ///< drafts asked for so far and not answered
    std::vector<Score> scores;            ///< the latest of each instrument
    std::vector<Why> why;                 ///< what fired at this event
    SafetyFacts safety;                   ///< current facts
    std::optional<Instant> checkedInAt;   ///< when somebody was last in touch with the person
    bool died = false;
    std::vector<EventId>
        noLongerApplies;  ///< events that a voided or reclassified one left without ground; they stay visible
    std::string policyId;
    std::string policyVersion;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

}  // namespace holdfast::engine
