#include "engine/moves.h"

#include "domain/calendar.h"
#include "domain/service.h"
#include "engine/silence.h"
#include "engine/tennis.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {

Error invalid(std::string where, std::string detail)
{
    return Error{ErrorCode::invalid, std::move(where), std::move(detail)};
}

Error refused(RuleCode rule, std::string where, std::string detail)
{
    return Error{ErrorCode::refused, std::move(where), std::string{nameOf(rule)} + ": " + std::move(detail)};
}

const Service* findService(const Step& step, const ServiceId& id)
{
    if (step.named == nullptr || step.named->id != id)
        step.named = step.context.directory.find(id);
    return step.named;
}

Error unknownService(std::string where)
{
    return invalid(std::move(where), "expected the id of a service in the directory");
}

void enter(const Step& step, Need which, LegState state)
{
    LegRecord& leg = *step.need(which).leg;
    const LegState before = leg.state;
    if (before != state) {
        leg.state = state;
        leg.since = step.at();
        step.state.fired.add(RuleCode::responseState, Stated{"need", nameOf(which)}, Stated{"service", leg.service},
                             Stated{"from", nameOf(before)}, Stated{"state", nameOf(state)});
    }
    heard(step, leg);
    if (isJoined(state)) {
        leg.closeTried.reset();
        leg.noAftercare.reset();
        leg.stayedAtBirthday = false;
        endLostDays(step.state, which, step.at());
    }
}

void heard(const Step& step, LegRecord& leg)
{
    leg.softFrom.reset();
    restartSilenceClock(step.context, leg, step.at());
}

void point(const Step& step, Need which, const Service& service, LegState state)
{
    NeedRecord& need = step.need(which);
    for (const Need lost : allNeeds)  // whoever is asked next ends the wait, for whichever need it was
        endLostDays(step.state, lost, step.at());
    dropTodos(step.state, TodoKind::phoneCall, scopeOf(which));
    LegRecord leg;
    leg.state = state;
    leg.service = service.id;
    leg.since = step.at();
    leg.sentAt = step.at();
    if (need.leg && need.leg->service == service.id && need.leg->sentAt)
        leg.sentAt = need.leg->sentAt;
    if (service.maxAge)
        leg.maxAge = static_cast<std::int16_t>(*service.maxAge);
    need.leg = leg;
    if (need.nameAwaited && *need.nameAwaited != service.id) {
        need.nameAwaited.reset();
        if (need.holder && need.holder->acting)  // whoever stands in still waits for a name where they hold
            need.nameAwaited = need.holder->service;
    }
    restartSilenceClock(step.context, *need.leg, step.at());
    step.state.fired.add(RuleCode::legPointed, Stated{"need", nameOf(which)}, Stated{"service", service.id},
                         Stated{"state", nameOf(state)});
}

void startClock(const Step& step, Need which, Instant asked)
{
    NeedRecord& need = step.need(which);
    if (need.firstAskedAt && *need.firstAskedAt <= asked)
        return;
    need.firstAskedAt = asked;
    step.state.fired.add(RuleCode::clockStarted, Stated{"need", nameOf(which)}, Stated{"since", asked});
}

void open(const Step& step, Need which, NeedStatus status)
{
    NeedRecord& need = step.need(which);
    if (!isOpen(need)) {
        need.openedAt = step.at();
        need.reOfferOn.reset();
    }
    need.status = status;
    startClock(step, which, step.at());
}

void close(const Step& step, Need which, NeedStatus status)
{
    NeedRecord& need = step.need(which);
    if (need.holder)
        need.lastHolder = need.holder;
    need.holder.reset();
    need.nameAwaited.reset();
    need.status = status;
    endLostDays(step.state, which, step.at());
    std::erase_if(step.state.todos, [which](const TodoRecord& todo) {
        return todo.need == scopeOf(which) && todo.kind != TodoKind::safety && todo.kind != TodoKind::feedback;
    });
    outcomeKnown(step, which);
}

void hold(const Step& step, Need which, const ServiceId& service, const WorkerId& worker, RuleCode rule)
{
    NeedRecord& need = step.need(which);
    if (need.holder && need.holder->service == service && need.holder->worker == worker) {
        need.holder->acting = false;
        need.holder->duty = rule == RuleCode::heldDuty;
        return;
    }
    HolderRecord holder;
    holder.service = service;
    holder.worker = worker;
    holder.since = step.at();
    holder.duty = rule == RuleCode::heldDuty;
    if (const Service* known = findService(step, service); known && known->maxAge)
        holder.maxAge = static_cast<std::int16_t>(*known->maxAge);
    need.holder = holder;
    step.state.fired.add(rule, Stated{"need", nameOf(which)}, Stated{"service", service}, Stated{"worker", worker},
                         Stated{"since", step.at()});
}

void acceptBy(const Step& step, Need which, const ServiceId& service, const std::optional<WorkerId>& worker)
{
    NeedRecord& need = step.need(which);
    if (!isOpen(need))
        return;
    taken(step, which, service);
    if (worker) {
        need.nameAwaited.reset();
        hold(step, which, service, *worker, RuleCode::heldAccepted);
        return;
    }
    const bool holds = need.holder && need.holder->service == service && !need.holder->acting;
    if (holds || (need.nameAwaited && *need.nameAwaited == service))
        return;
    need.nameAwaited = service;
    need.nameAwaitedFrom = step.at();
}

void endLostDays(State& state, Need which, Instant at)
{
    for (BounceRecord& record : state.bounces)
        if (record.need == which && !record.endedAt)
            record.endedAt = at;
}

void bounce(const Step& step, BounceRecord record)
{
    State& state = step.state;
    // Oldest first: an attempt may have happened before what is already known, a silence may have run out before it.
    const auto where = std::ranges::upper_bound(state.bounces, record.at, {}, &BounceRecord::at);
    const auto position = static_cast<std::uint32_t>(where - state.bounces.begin());
    if (position < state.refusalsSinceMdt)
        ++state.refusalsSinceMdt;
    const NeedScope scope = scopeOf(record.need);
    state.bounces.insert(where, std::move(record));
    if (position >= state.refusalsSinceMdt)
        detectTennis(step.context, state, position);
    escalateIfAtRisk(step, scope);
}

void bounceOfTime(const Context& context, State& state, BounceRecord record)
{
    static const PersonFacts nobody;
    static const Event nothing;
    const Step step{context, nobody, state, nothing, noEvent, std::nullopt, record.at};
    bounce(step, std::move(record));
}

void escalateIfAtRisk(const Step& step, NeedScope scope)
{
    const Policy& policy = step.context.policy;
    if (step.state.died || !isAtRisk(step.state, policy))
        return;
    const Urgency urgency = urgencyOf(step.state, policy);
    const int hours = urgency == Urgency::emergency ? policy.safety.emergencyHours : policy.safety.hours;
    const Instant due = step.at() + std::chrono::hours{hours};
    const auto same = [&](const TodoRecord& todo) {
        return todo.kind == TodoKind::safety && todo.need == scope && todo.due == due;
    };
    if (std::ranges::any_of(step.state.todos, same))
        return;
    addTodo(step, TodoKind::safety, scope, due, OwnerRule::supervisor);
    step.state.fired.add(RuleCode::safetySupervisor, Stated{"need", nameOf(scope)}, Stated{"urgency", nameOf(urgency)},
                         Stated{"hours", std::int64_t{hours}}, Stated{"due", due});
}

void addTodo(const Step& step, TodoKind kind, NeedScope scope, Instant due, OwnerRule owner)
{
    TodoRecord& todo = step.state.todos.emplace_back();
    todo.kind = kind;
    todo.need = scope;
    todo.owner = owner;
    todo.from = step.at();
    todo.due = due;
    todo.event = step.index;
}

void askBoth(const Step& step, OwnerRule owner, const WorkerId& worker)
{
    if (std::ranges::find(step.state.todos, TodoKind::askBoth, &TodoRecord::kind) != step.state.todos.end())
        return;
    addTodo(step, TodoKind::askBoth, NeedScope::both,
            step.context.days.due(step.at(), step.context.policy.delays.askBoth), owner);
    step.state.todos.back().worker = worker;
}

void dropTodos(State& state, TodoKind kind, NeedScope scope)
{
    std::erase_if(state.todos, [&](const TodoRecord& todo) {
        return todo.kind == kind && (todo.need == scope || scope == NeedScope::both);
    });
}

ChallengeRecord* openChallenge(State& state, Need which, const ServiceId& service)
{
    const auto at = std::ranges::find_if(state.challenges, [&](const ChallengeRecord& challenge) {
        return challenge.open && challenge.need == which && challenge.service == service;
    });
    return at != state.challenges.end() ? &*at : nullptr;
}

void endChallenges(State& state, Need which)
{
    for (ChallengeRecord& challenge : state.challenges)
        if (challenge.need == which)
            challenge.open = false;
    std::erase_if(state.letters, [which](const LetterRecord& letter) { return letter.need == which; });
}

void overturn(State& state, Need which, const ServiceId& service)
{
    if (ChallengeRecord* challenge = openChallenge(state, which, service))
        challenge->open = false;
    settleRefuser(state, which, service);
    for (BounceRecord& record : state.bounces)
        if (record.refusal && !record.attempt && record.need == which && record.service == service)
            record.overturned = true;
}

const std::vector<policy::Rung>& ladderOf(const Context& context, const ChallengeRecord& challenge)
{
    return context.policyAt(challenge.declinedAt).challengeLadder;
}

Instant rungDue(const Context& context, const ChallengeRecord& challenge, std::size_t rung)
{
    const Context then = context.at(challenge.declinedAt);
    const Instant due = then.days.due(challenge.declinedAt, then.policy.challengeLadder[rung].workingDays);
    return rung == challenge.minimumRung ? std::max(due, then.days.due(challenge.openedAt, 1)) : due;
}

std::size_t rungAt(const Context& context, const ChallengeRecord& challenge, Instant now)
{
    std::size_t rung = challenge.minimumRung;
    while (rung + 1 < ladderOf(context, challenge).size() && rungDue(context, challenge, rung) <= now)
        ++rung;
    return rung;
}

void completeRung(const Step& step, ChallengeRecord& challenge, std::string_view what)
{
    const auto& ladder = ladderOf(step.context, challenge);
    const auto done = std::ranges::find(ladder, what, &policy::Rung::what);
    if (done == ladder.end() || done + 1 == ladder.end())
        return;
    const auto next = static_cast<std::size_t>(done - ladder.begin()) + 1;
    if (rungAt(step.context, challenge, step.at()) >= next)
        return;
    challenge.minimumRung = static_cast<std::uint8_t>(next);
    challenge.openedAt = step.at();
}

}  // namespace holdfast::engine
