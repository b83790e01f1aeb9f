// The few ways in which a fold may change a state. Every one says which rule did it and what that rule read.
#pragma once

#include "engine/fold.h"

namespace holdfast::engine {

Error invalid(std::string where, std::string detail);
Error refused(RuleCode rule, std::string where, std::string detail);

/// The service, or nothing when the directory does not know it.
const Service* findService(const Step& step, const ServiceId& id);
Error unknownService(std::string where);

/// The leg comes into `state`, and its silence clock starts anew.
void enter(const Step& step, Need which, LegState state);

/// Somebody was heard on this leg: silence and any chase end, the clock starts anew.
void heard(const Step& step, LegRecord& leg);

/// Opens the leg to `service`, or points it there. Counters of the service before it are forgotten, the clock of the
/// person is not.
void point(const Step& step, Need which, const Service& service, LegState state);

/// CLOCK: the earliest wins, for ever.
void startClock(const Step& step, Need which, Instant asked);

/// The need is open from now on.
void open(const Step& step, Need which, NeedStatus status);

/// The need stops being open: whoever held it is remembered for a re-offer, and what was to do for it alone is not any more.
void close(const Step& step, Need which, NeedStatus status);

/// The holder becomes this worker of this service. Who holds already keeps the date since when.
void hold(const Step& step, Need which, const ServiceId& service, const WorkerId& worker, RuleCode rule);

/// The service accepted: the holder moves when a worker is named; else a name is asked for.
void acceptBy(const Step& step, Need which, const ServiceId& service, const std::optional<WorkerId>& worker);

/// Lost days of this need's bounces stop counting.
void endLostDays(State& state, Need which, Instant at);

/// Records a bounce, and what follows from any bounce: TENNIS and SAFETY.
void bounce(const Step& step, BounceRecord record);
/// The same when no event did it: a time ran out at `record.at`.
void bounceOfTime(const Context& context, State& state, BounceRecord record);

/// SAFETY, when any of its facts is current.
void escalateIfAtRisk(const Step& step, NeedScope scope);

void addTodo(const Step& step, TodoKind kind, NeedScope scope, Instant due, OwnerRule owner = OwnerRule::holder);
/// ask_both, unless it is asked for already: its due time never moves later.
void askBoth(const Step& step, OwnerRule owner = OwnerRule::holder, const WorkerId& worker = {});
void dropTodos(State& state, TodoKind kind, NeedScope scope);

/// The current challenge of this need to this service, or nothing.
ChallengeRecord* openChallenge(State& state, Need which, const ServiceId& service);

/// The need ended with everybody's agreement, or by the person's own decision: nothing is left to challenge.
void endChallenges(State& state, Need which);

/// The challenge is over because the service changed its answer.
void overturn(State& state, Need which, const ServiceId& service);

/// The rungs of the policy that the decline was recorded under: what was promised then is kept.
const std::vector<policy::Rung>& ladderOf(const Context& context, const ChallengeRecord& challenge);

/// When a rung falls due; a rung that an answer opened has at least one working day.
Instant rungDue(const Context& context, const ChallengeRecord& challenge, std::size_t rung);

/// Work that a rung asks for is done: the ladder shows what follows it.
void completeRung(const Step& step, ChallengeRecord& challenge, std::string_view what);

/// Which rung is open at `now`: the later of what time and what answers opened.
std::size_t rungAt(const Context& context, const ChallengeRecord& challenge, Instant now);

}  // namespace holdfast::engine
