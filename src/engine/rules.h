// Every rule the engine can fire. The names are stable for ever: caches, tests and the policy's catalogue use them.
// In alphabetical order, so that comparing two codes orders them as their names do.
#pragma once

#include "domain/names.h"

#include <cstdint>

namespace holdfast::engine {

enum class RuleCode : std::uint8_t {
    aftercareMissing,
    aftercarePlanned,
    askBoth,
    askCapacity,
    assessNeeds,
    attemptLogged,
    bereavement,
    callBack,
    challengeAnswered,
    challengeLadder,
    challengeNever,
    challengeSent,
    challengeWithdrawn,
    claspClosureNeeded,
    claspJointClosure,
    claspOneNeed,
    clockStarted,
    completed,
    contactLogged,
    declinedReoffer,
    declinedRespected,
    eighteenPlan,
    eighteenStays,
    handoverAccepted,
    handoverConfirm,
    handoverOwed,
    heldAccepted,
    heldActing,
    heldAssessor,
    heldDuty,
    heldNameWorker,
    heldNamed,
    historyCorrected,
    historyNoGround,
    legPointed,
    loopRefusedBefore,
    matchOutside,
    mdtAction,
    mdtHeld,
    missedClosed,
    missedFollowUp,
    nextCheckReply,
    nextMakeReferral,
    nextReview,
    nextWaitingWell,
    personDied,
    reopened,
    responseForeign,
    responseLogged,
    responseState,
    safetySupervisor,
    secondLook,
    silenceChase,
    silenceEscalate,
    silencePassed,
    softChase,
    tennisMdt,
};

}  // namespace holdfast::engine

namespace holdfast {

// clang-format off
template <> struct Names<engine::RuleCode> { static constexpr std::array<std::string_view, 57> list{
    "aftercare.missing", "aftercare.planned", "ask.both", "ask.capacity", "assess.needs", "attempt.logged",
    "bereavement.one", "call_back.clock", "challenge.answered", "challenge.ladder", "challenge.never",
    "challenge.sent", "challenge.withdrawn", "clasp.closure_needed", "clasp.joint_closure", "clasp.one_need",
    "clock.started", "completed.both_safe", "contact.logged", "declined.reoffer", "declined.respected",
    "eighteen.plan", "eighteen.stays", "handover.accepted", "handover.confirm", "handover.owed",
    "held.accepted", "held.acting", "held.assessor", "held.duty", "held.name_worker", "held.named",
    "history.corrected", "history.no_ground", "leg.pointed", "loop.refused_before", "match.outside",
    "mdt.action", "mdt.held", "missed.closed", "missed.follow_up", "next.check_reply", "next.make_referral",
    "next.review", "next.waiting_well", "person.died", "reopened.same_clock", "response.foreign",
    "response.logged", "response.state", "safety.supervisor", "second_look.class", "silence.chase",
    "silence.escalate", "silence.passed", "soft.chase", "tennis.mdt"}; };
// clang-format on

}  // namespace holdfast

namespace holdfast::engine {

/// Something true of the case at this instant; also in alphabetical order.
enum class Flag : std::uint8_t {
    aftercare,
    clasp,
    eighteen,
    hearsay,
    history,
    loop,
    mismatch,
    safety,
    silence,
    tennis
};

}  // namespace holdfast::engine

namespace holdfast {

// clang-format off
template <> struct Names<engine::Flag> { static constexpr std::array<std::string_view, 10> list{
    "aftercare", "clasp", "eighteen", "hearsay", "history", "loop", "mismatch", "safety", "silence", "tennis"}; };
// clang-format on

}  // namespace holdfast
