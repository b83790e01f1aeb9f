// One event at a time onto a state. Each kind of event has its own file; apply() is the only way in, and its closing
// step re-establishes HELD and NEXT whatever happened before.
#pragma once

#include "base/result.h"
#include "domain/person.h"
#include "engine/context.h"
#include "engine/state.h"

namespace holdfast {
struct Service;
}

namespace holdfast::engine {

/// What one step of the fold works with. `cls` is the class a second look gave to this event's answer; `passed` is when
/// a time ran out, where no event but time itself moves the case.
struct Step {
    const Context& context;
    const PersonFacts& person;
    State& state;
    const Event& event;
    EventIndex index = noEvent;
    std::optional<BounceClass> cls{};
    std::optional<Instant> passed{};
    mutable const Service* named = nullptr;  ///< found last: an event speaks of one service again and again

    NeedRecord& need(Need which) const { return state.needs[which]; }
    Instant at() const { return passed.value_or(event.at); }
};

/// Time, safety, the event itself, the closing step. On an error the state is not to be used any further.
Result<Done> applyStep(const Step& step);

/// Brings time forward: silences that have run out by `to` are recorded. Before an event, one that runs out at that
/// very instant still counts as answered in time.
void advance(const Context& context, State& state, Instant to, bool including);

// One for each kind of event (fold_*.cpp).
Result<Done> fold(const Step& step, const event::Attempt& body);
Result<Done> fold(const Step& step, const event::AssessmentSigned& body);
Result<Done> fold(const Step& step, const event::ReferralSent& body);
Result<Done> fold(const Step& step, const event::Response& body);
Result<Done> fold(const Step& step, const event::ChallengeSent& body);
Result<Done> fold(const Step& step, const event::ChallengeAnswered& body);
Result<Done> fold(const Step& step, const event::ChallengeWithdrawn& body);
Result<Done> fold(const Step& step, const event::HandoverAccepted& body);
Result<Done> fold(const Step& step, const event::WorkerChanged& body);
Result<Done> fold(const Step& step, const event::PersonDeclined& body);
Result<Done> fold(const Step& step, const event::AftercarePlanned& body);
Result<Done> fold(const Step& step, const event::JointClosure& body);
Result<Done> fold(const Step& step, const event::Mdt& body);
Result<Done> fold(const Step& step, const event::Contact& body);
Result<Done> fold(const Step& step, const event::Reopened& body);
Result<Done> fold(const Step& step, const event::PersonDied& body);
Result<Done> fold(const Step& step, const event::LetterSent& body);
Result<Done> fold(const Step& step, const event::ProtocolApplied& body);
Result<Done> fold(const Step& step, const event::SecondOpinionRequested& body);
Result<Done> fold(const Step& step, const event::OutcomeFedBack& body);
Result<Done> fold(const Step& step, const event::SupportCheckIn& body);
Result<Done> fold(const Step& step, const event::StepHandedOn& body);
Result<Done> fold(const Step& step, const event::GoodExperience& body);
Result<Done> fold(const Step& step, const event::CostBorne& body);

}  // namespace holdfast::engine
