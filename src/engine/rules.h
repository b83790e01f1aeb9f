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
    attemptBounced,
    attemptLogged,
    bereavement,
    callBack,
    callBackEscalate,
    callBackNone,
    challengeAnswered,
    challengeHandedOn,
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
    crisisAskSafety,
    crisisBounced,
    declinedReoffer,
    declinedRespected,
    eighteenPlan,
    eighteenStays,
    feedbackGiven,
    feedbackOwed,
    handoverAccepted,
    handoverConfirm,
    handoverOwed,
    heldAccepted,
    heldActing,
    heldAssessor,
    heldDuty,
    heldNameWorker,
    heldNamed,
    heldUnallocated,
    historyCorrected,
    historyNoGround,
    informationLoop,
    legPointed,
    letterSent,
    loopRefusedBefore,
    maskedProposed,
    matchOutside,
    mdtAction,
    mdtHeld,
    missedClosed,
    missedFollowUp,
    nextCheckReply,
    nextMakeReferral,
    nextReview,
    nextWaitingWell,
    outreachTrust,
    personDied,
    protocolApplied,
    protocolAsked,
    protocolOmitted,
    refuserContact,
    refuserReason,
    refuserSeat,
    reopened,
    repeatAttendance,
    responseForeign,
    responseLogged,
    responseState,
    safetySupervisor,
    secondLook,
    secondOpinionAsked,
    silenceChase,
    silenceEscalate,
    silencePassed,
    softChase,
    supportCheckIn,
    supportChecked,
    supportWorse,
    tennisMdt,
};

}  // namespace holdfast::engine

namespace holdfast {

// clang-format off
template <> struct Names<engine::RuleCode> { static constexpr std::array<std::string_view, 81> list{
    "aftercare.missing", "aftercare.planned", "ask.both", "ask.capacity", "assess.needs", "attempt.bounced",
    "attempt.logged", "bereavement.one", "call_back.clock", "call_back.escalate", "call_back.none",
    "challenge.answered", "challenge.handed_on", "challenge.ladder", "challenge.never", "challenge.sent", "challenge.withdrawn",
    "clasp.closure_needed", "clasp.joint_closure", "clasp.one_need", "clock.started", "completed.both_safe",
    "contact.logged", "crisis.ask_safety", "crisis.bounced", "declined.reoffer", "declined.respected",
    "eighteen.plan", "eighteen.stays", "feedback.given", "feedback.owed", "handover.accepted",
    "handover.confirm", "handover.owed", "held.accepted", "held.acting", "held.assessor", "held.duty",
    "held.name_worker", "held.named", "held.unallocated", "history.corrected", "history.no_ground",
    "information.loop", "leg.pointed", "letter.sent", "loop.refused_before", "masked.proposed", "match.outside",
    "mdt.action", "mdt.held", "missed.closed", "missed.follow_up", "next.check_reply", "next.make_referral",
    "next.review", "next.waiting_well", "outreach.trust", "person.died", "protocol.applied", "protocol.asked",
    "protocol.omitted", "refuser.contact", "refuser.reason", "refuser.seat", "reopened.same_clock",
    "repeat.attendance", "response.foreign", "response.logged", "response.state", "safety.supervisor",
    "second_look.class", "second_opinion.asked", "silence.chase", "silence.escalate", "silence.passed",
    "soft.chase", "support.check_in", "support.checked", "support.worse", "tennis.mdt"}; };
// clang-format on

}  // namespace holdfast

namespace holdfast::engine {

/// Something true of the case at this instant; also in alphabetical order.
enum class Flag : std::uint8_t {
    aftercare,
    clasp,
    crisisBounce,
    eighteen,
    feedback,
    hearsay,
    history,
    informationLoop,
    loop,
    masked,
    mismatch,
    noCallBack,
    preReferral,
    protocol,
    repeatAttendance,
    safety,
    secondOpinion,
    silence,
    tennis,
    waitingSilence,
    workerLeft,
    worse
};

}  // namespace holdfast::engine

namespace holdfast {

// clang-format off
template <> struct Names<engine::Flag> { static constexpr std::array<std::string_view, 22> list{
    "aftercare", "clasp", "crisis_bounce", "eighteen", "feedback", "hearsay", "history", "information_loop",
    "loop", "masked", "mismatch", "no_call_back", "pre_referral", "protocol", "repeat_attendance", "safety",
    "second_opinion", "silence", "tennis", "waiting_silence", "worker_left", "worse"}; };
// clang-format on

}  // namespace holdfast
