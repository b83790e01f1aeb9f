// What the engine decides after a joint assessment: urgency, who leads, which services fit and why, the clocks, the
// support while waiting, the cautions, and what nobody has asked yet (engine.md section 5).
#pragma once

#include "domain/event.h"
#include "domain/person.h"
#include "domain/policy.h"
#include "engine/context.h"
#include "engine/snapshot.h"

#include <string>
#include <vector>

namespace holdfast::engine {

enum class Fit : std::uint8_t { yes, no, unknown };

/// One criterion of one service. `no` with `required` rules the service out; nothing is ever left off the list.
struct FitReason {
    std::string criterion;  ///< "age", "area", "need", "severity", "concurrent_use", "hours", ...
    Fit fit = Fit::unknown;
    bool required = false;
    int points = 0;  ///< its part of the score
    std::string sentence;
    friend bool operator==(const FitReason&, const FitReason&) = default;
};

/// From where the person lives to a service.
struct Distance {
    int tenths = 0;      ///< of a mile
    bool typed = false;  ///< by a worker for this person; else a straight line between coordinates
    friend bool operator==(const Distance&, const Distance&) = default;
};

struct Candidate {
    ServiceId service;
    std::string name;
    int rank = 0;  ///< from 1; matches come first, then score, then wait, then id
    bool match = false;
    int score = 0;
    std::optional<int> waitDays;
    std::optional<Distance> distance;  ///< nothing when it is not known
    std::vector<FitReason> reasons;
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Lead {
    std::string quadrant;  ///< "held_together", "mental_health_leads", ...
    std::string label;
    Need need = Need::mentalHealth;
    std::optional<ServiceId> service;  ///< the best candidate of the kind that should lead; nothing when there is none
    RuleId rule;
    std::string sentence;
    friend bool operator==(const Lead&, const Lead&) = default;
};

/// A response standard that starts to run, with the instant it runs out when it has one.
struct StandardClock {
    std::string id;
    std::string label;
    Need need = Need::mentalHealth;
    ServiceId service;
    std::optional<Instant> due;
    std::string status;  ///< "live standard", "local default", ...
    friend bool operator==(const StandardClock&, const StandardClock&) = default;
};

/// An id of the policy and its sentence.
struct Advice {
    std::string id;
    std::string text;
    friend bool operator==(const Advice&, const Advice&) = default;
};

struct AssessmentDecision {
    PerNeed<Urgency> urgencyOf;
    Urgency urgency = Urgency::routine;
    bool agreeNewTime = false;  ///< intoxicated right now: agree a time to see the person again, never "no need"
    Lead lead;
    bool severeMentalIllness = false;
    std::vector<Score> scores;
    PerNeed<std::vector<Candidate>> candidates;   ///< every service of the directory, ranked
    std::vector<event::ReferralSent::Leg> draft;  ///< the joint referral: a leg for each open need that has a match
    std::vector<StandardClock> clocks;
    std::vector<Advice> interimSupport;
    std::vector<Advice> cautions;
    std::vector<Advice> ask;  ///< facts nobody recorded that matter
    std::vector<Why> why;
    std::string policyId;
    std::string policyVersion;
    friend bool operator==(const AssessmentDecision&, const AssessmentDecision&) = default;
};

/// `signedFacts` may be an unfinished draft: what is missing is asked for, never guessed. `safety` are the facts current.
AssessmentDecision assess(const Context& context, const PersonFacts& person, const event::AssessmentSigned& signedFacts,
                          const SafetyFacts& safety, Instant now);

}  // namespace holdfast::engine
