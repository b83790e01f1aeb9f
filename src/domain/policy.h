// The policy is data: every reason, clock, rung, citation and sentence the engine works with. Read from
// resources/policy/*.json by exchange/policy_reader.h; a value of these types has passed all its checks.
#pragma once

#include "domain/calendar.h"
#include "domain/event.h"
#include "domain/need.h"
#include "domain/service.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

/// How sure we are of a fact of guidance (domain.md): verified, verified second hand, seed, inference, unverified.
enum class Certainty : std::uint8_t { verified, secondary, seed, inference, unverified };

/// Who typically says it, or whom a citation binds.
enum class Side : std::uint8_t { mentalHealth, substanceUse, both, crisis, referrer, person };

/// What the waiting clock does when a reason is given; first_asked_at never moves whatever this says.
enum class ReasonClock : std::uint8_t { runsOn, startsAtAttempt, pausesOnAcceptance, merges, stops };

/// The cases that guidance is chosen for (domain.md 2.3).
enum class Situation : std::uint8_t {
    smiRefusedByMentalHealth,
    smiRefusedBySubstanceUse,
    commonProblem,
    crisis,
    notEnoughUse,
    nonAttendance,
    underFourteen,
    general,
};

enum class Urgency : std::uint8_t { emergency, veryUrgent, urgent, routine };

enum class SafetyFact : std::uint8_t {
    suicidalThoughts,
    recentAttempt,
    overdose,
    pregnant,
    withdrawalRisk,
    intoxicatedNow
};

// clang-format off
template <> struct Names<Certainty> { static constexpr std::array<std::string_view, 5> list{"V", "V3", "S", "I", "U"}; };
template <> struct Names<Side> { static constexpr std::array<std::string_view, 6> list{
    "mental_health", "substance_use", "both", "crisis", "referrer", "person"}; };
template <> struct Names<ReasonClock> { static constexpr std::array<std::string_view, 5> list{
    "runs_on", "starts_at_attempt", "pauses_on_acceptance", "merges", "stops"}; };
template <> struct Names<Situation> { static constexpr std::array<std::string_view, 8> list{
    "smi_refused_by_mental_health", "smi_refused_by_substance_use", "common_problem", "crisis", "not_enough_use", "non_attendance", "under_fourteen", "general"}; };
template <> struct Names<Urgency> { static constexpr std::array<std::string_view, 4> list{"emergency", "very_urgent", "urgent", "routine"}; };
template <> struct Names<SafetyFact> { static constexpr std::array<std::string_view, 6> list{
    "suicidal_thoughts", "recent_attempt", "overdose", "pregnant", "withdrawal_risk", "intoxicated_now"}; };
// clang-format on

/// What the engine watches for besides the ladders, and what must follow (policy: "detections").
enum class Watch : std::uint8_t {
    askSafety,
    crisisBounce,
    feedback,
    informationLoop,
    masked,
    namedContact,
    noCallBack,
    outreach,
    protocol,
    protocolOmitted,
    reasonInWriting,
    repeatAttendance,
    secondOpinion,
    unallocated,
    worse,
};
// clang-format off
template <> struct Names<Watch> { static constexpr std::array<std::string_view, 15> list{
    "ask_safety", "crisis_bounce", "feedback", "information_loop", "masked", "named_contact", "no_call_back", "outreach",
    "protocol", "protocol_omitted", "reason_in_writing", "repeat_attendance", "second_opinion", "unallocated", "worse"}; };
// clang-format on

namespace policy {

/// One way a service turns somebody away, and what must follow.
struct Reason {
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    Side side = Side::both;
    std::optional<Need> cites;  ///< the need it names as its ground; QS188 statement 2 counts these, one side each
    std::string label;          ///< one label everywhere: "Must be abstinent first"
    std::string protocol;       ///< what the protocol says, a sentence
    std::string step;           ///< the required next step, a sentence
    std::string action;         ///< the code of the required action, empty when class or closing step give it
    ReasonClock clock = ReasonClock::runsOn;
    std::string rejection;  ///< MHSDS referral rejection: "01", "02", "03" or empty
    std::string closure;    ///< MHSDS referral closure: "05" or empty
    std::string basis;      ///< what the class rests on
    Certainty certainty = Certainty::inference;
    std::vector<std::string>
        keywords;  ///< words that make this code a candidate; lower case, every word of an entry must occur
    std::optional<Situation> situation;  ///< guidance is chosen by this instead of by condition
    std::string tellPerson;              ///< a template; empty = that of the class
    friend bool operator==(const Reason&, const Reason&) = default;
};

struct Citation {
    std::string key;   ///< begins every printed citation: "QS188 st.2"
    std::string text;  ///< our own words
    Certainty certainty = Certainty::unverified;
    bool needsSignOff = false;  ///< never printed in a letter until signed off by name
    std::string signedOffBy;    ///< empty until an administrator signs it
    std::optional<int> minAge;  ///< inclusive
    std::optional<int> maxAge;  ///< exclusive
    bool severeMentalIllnessOnly = false;
    Side side = Side::both;  ///< which service it binds
    friend bool operator==(const Citation&, const Citation&) = default;

    bool printable() const { return !needsSignOff || !signedOffBy.empty(); }
};

/// Which citations fit a situation, best first; positions in Policy::citations.
struct SituationGuide {
    Situation situation = Situation::general;
    std::vector<std::string> cite;
    friend bool operator==(const SituationGuide&, const SituationGuide&) = default;
};

/// One step of the challenge ladder.
struct Rung {
    int level = 0;
    std::string what;
    std::string owner;  ///< "holder" or a role
    int workingDays = 1;
    friend bool operator==(const Rung&, const Rung&) = default;
};

/// How long a leg may stay silent in a state, and what the silence is called.
struct SilenceClock {
    LegState state = LegState::sent;
    int workingDays = 0;  ///< 0 when counted in weeks
    int weeks = 0;
    ReasonCode code;
    friend bool operator==(const SilenceClock&, const SilenceClock&) = default;
};

struct SilenceLadder {
    int firstChase = 1;  ///< due, working days after the clock passed
    int secondChase = 6;
    int escalateAt = 11;
    int escalateEvery = 5;
    std::vector<Rung> levels;  ///< from level 2 up; workingDays unused
    friend bool operator==(const SilenceLadder&, const SilenceLadder&) = default;
};

struct Tennis {
    int windowDays = 90;  ///< times 24 h
    int mdtWorkingDays = 10;
    std::array<ReasonCode, 2> pair;
    friend bool operator==(const Tennis&, const Tennis&) = default;
};

struct Safety {
    int hours = 4;
    int emergencyHours = 1;
    std::vector<SafetyFact> triggers;
    friend bool operator==(const Safety&, const Safety&) = default;
};

/// All the facts of one entry must be true for the urgency to be reached; entries in order, first match wins.
struct UrgencyRule {
    Urgency urgency = Urgency::routine;
    std::vector<SafetyFact> facts;
    friend bool operator==(const UrgencyRule&, const UrgencyRule&) = default;
};

/// The codes that answers without a reason of their own get.
struct DefaultReasons {
    ReasonCode returnedWithAdvice, signposted, secondInformationRequest, noAftercare, oneMissedVisit, moreMissedVisits,
        workerLeft;
    ReasonCode noCallBack{"S08"};
    friend bool operator==(const DefaultReasons&, const DefaultReasons&) = default;
};

/// Due times of single actions, in working days unless named otherwise.
struct Delays {
    int askBoth = 1, askCapacity = 1, nameWorker = 2, makeReferral = 2, completeHandover = 5, confirmWithPerson = 1;
    int missedVisit = 1, callBack = 1, urgentCallBackHours = 2, stepDownPlan = 5, waitingWellWeeks = 4, bereavement = 1;
    int challengeAnswer = 10, transitionMonths = 6;
    int reOfferDays = 28;  ///< when an assessment records a no without a date
    friend bool operator==(const Delays&, const Delays&) = default;
};

/// The numbers of one thing the engine watches for; which of them mean anything depends on what it is.
struct Detection {
    int count = 0;       ///< how often within the window
    int windowDays = 0;  ///< times 24 h
    int hours = 0;
    int workingDays = 0;
    std::vector<std::string> sources;  ///< who was asked, as an attempt's `source` names them
    Certainty certainty = Certainty::inference;
    friend bool operator==(const Detection&, const Detection&) = default;
};
using Detections = std::array<Detection, Names<Watch>::list.size()>;

/// What holds where a policy says nothing: local defaults of ours.
Detections usualDetections();

struct DutyHolder {
    ServiceId service;
    WorkerId worker;
    friend bool operator==(const DutyHolder&, const DutyHolder&) = default;
};

/// A national or local response standard, shown as a clock after an assessment.
struct Standard {
    std::string id;
    std::string label;
    std::vector<ServiceKind> kinds;  ///< services it applies to
    std::optional<int> hours, workingDays, weeks;
    std::vector<Urgency> urgencies;  ///< empty = any
    Certainty certainty = Certainty::inference;
    std::string status;  ///< "live standard", "local default" ...
    friend bool operator==(const Standard&, const Standard&) = default;
};

/// Who should lead at these severities.
struct LeadRule {
    std::optional<bool> severeMentalIllness;           ///< nothing = either
    std::vector<Severity> mentalHealth, substanceUse;  ///< empty = any
    std::string quadrant;                              ///< "mental_health_leads", "held_together", ...
    std::string label;
    std::vector<ServiceKind> lead;  ///< kinds in order of preference
    Need leadNeed = Need::mentalHealth;
    std::string rule;
    std::string sentence;
    friend bool operator==(const LeadRule&, const LeadRule&) = default;
};

/// Something to keep in mind, shown when any of `when` holds.
struct Caution {
    std::string id;
    std::vector<SafetyFact> facts;   ///< any of these true
    std::vector<std::string> words;  ///< any of these among substances, conditions or barriers
    std::optional<Severity> substanceUseAtLeast;
    std::vector<std::string> instruments;  ///< "AUDIT>=20"
    bool children = false;                 ///< children in the household
    std::string text;
    friend bool operator==(const Caution&, const Caution&) = default;
};

/// What to do while waiting, by the same conditions as a caution.
using Support = Caution;

/// A rule the engine can fire, and how it is explained: "{worker} at {service} ..." with the facts' names in braces.
struct Rule {
    RuleId id;
    std::string sentence;
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// A sentence template by name, for verdicts, questions and letters: "tell.person.never".
struct Sentence {
    std::string id;
    std::string text;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Points given to a candidate service for one criterion.
struct Weight {
    std::string criterion;
    int points = 0;
    friend bool operator==(const Weight&, const Weight&) = default;
};

}  // namespace policy

/// One complete policy. Look-ups are by code and cheap: the engine asks for every answer of every case.
struct Policy {
    std::string id;
    std::string version;
    std::string title;

    std::vector<policy::Reason> reasons;  ///< ordered by code
    std::vector<policy::Citation> citations;
    std::vector<policy::SituationGuide> situations;
    std::vector<policy::Rung> challengeLadder;
    std::vector<policy::SilenceClock> silenceClocks;
    policy::SilenceLadder silenceLadder;
    policy::Tennis tennis;
    policy::Safety safety;
    std::vector<policy::UrgencyRule> urgency;
    policy::DefaultReasons defaults;
    policy::Delays delays;
    policy::Detections detections = policy::usualDetections();
    policy::DutyHolder dutyHolder;
    std::vector<std::string> severeConditions;          ///< always severe mental illness
    std::vector<std::string> severeConditionsIfSevere;  ///< only at severity severe
    std::vector<policy::Standard> standards;
    std::vector<policy::LeadRule> leadRules;  ///< first match wins; the last matches everything
    std::vector<policy::Caution> cautions;
    std::vector<policy::Support> interimSupport;
    std::vector<policy::Weight> weights;
    std::vector<policy::Rule> rules;
    std::vector<policy::Sentence> sentences;
    std::vector<SpecialDay> specialDays;  ///< changes to England's bank holidays

    const policy::Reason* reason(const ReasonCode& code) const;
    const policy::Citation* citation(std::string_view key) const;
    const policy::SilenceClock* silenceClock(LegState state) const;
    const policy::Detection& watch(Watch what) const { return detections[static_cast<std::size_t>(what)]; }
    std::string_view sentence(std::string_view name) const;      ///< empty when there is none
    std::string_view ruleSentence(std::string_view name) const;  ///< empty when there is none
    int weight(std::string_view criterion) const;                ///< 0 when there is none

    friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace holdfast
