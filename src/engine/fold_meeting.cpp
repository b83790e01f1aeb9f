// People talking: a joint MDT, and the calls and messages between.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

Result<Done> check(const Step& step, const event::Mdt& body)
{
    if (body.lead.empty())
        return invalid("/lead", "expected the worker who leads");
    if (body.decision.empty())
        return invalid("/decision", "expected what was decided, found nothing");
    for (std::size_t i = 0; i < body.actions.size(); ++i) {
        const std::string where = "/actions/" + std::to_string(i);
        if (body.actions[i].what.empty())
            return invalid(where + "/what", "expected what is to be done, found nothing");
        if (body.actions[i].owner.empty() || !WorkerId::fits(body.actions[i].owner))
            return invalid(where + "/owner", "expected one owner");
        if (body.actions[i].due < step.at())
            return invalid(where + "/due", "expected an instant that is not before the meeting");
    }
    return Done{};
}

/// A message or an unanswered call waits for a call back; anything said ends the wait.
void runCallBackClock(const Step& step, const event::Contact& body)
{
    State& state = step.state;
    const auto sameService = [&](const TodoRecord& todo) {
        return todo.kind == TodoKind::callBack && todo.service == body.service;
    };
    const bool answered = body.outcome == ContactOutcome::spoke || body.outcome == ContactOutcome::replied;
    if (answered) {
        std::erase_if(state.todos, sameService);
        return;
    }
    if (std::ranges::any_of(state.todos, sameService))
        return;
    NeedScope scope = NeedScope::both;
    const auto leads = [&](Need which) {
        return step.need(which).leg && step.need(which).leg->service == body.service;
    };
    if (leads(Need::mentalHealth) != leads(Need::substanceUse))
        scope = leads(Need::mentalHealth) ? NeedScope::mentalHealth : NeedScope::substanceUse;
    const policy::Delays& delays = step.context.policy.delays;
    const bool pressing = urgencyOf(state, step.context.policy) != Urgency::routine;
    const Instant due = pressing ? step.at() + std::chrono::hours{delays.urgentCallBackHours}
                                 : step.context.days.due(step.at(), delays.callBack);
    addTodo(step, TodoKind::callBack, scope, due);
    state.todos.back().service = body.service;
    state.todos.back().part = body.direction == ContactDirection::out ? callWeWaitFor : callTheyWaitFor;
    state.fired.add(RuleCode::callBack, Stated{"service", body.service}, Stated{"direction", nameOf(body.direction)},
                    Stated{"outcome", nameOf(body.outcome)}, Stated{"due", due});
}

void readAsHeard(const Step& step, const event::Contact& body, Need which)
{
    NeedRecord& need = step.need(which);
    if (!need.leg || need.leg->service != body.service || isTerminal(need.leg->state))
        return;
    const bool answered = body.outcome == ContactOutcome::spoke || body.outcome == ContactOutcome::replied;
    if (answered || body.direction == ContactDirection::in)
        heard(step, *need.leg);
    if (body.outcome != ContactOutcome::spoke)
        return;
    need.leg->missedVisits = 0;
    dropTodos(step.state, TodoKind::missedVisit, scopeOf(which));
    dropTodos(step.state, TodoKind::confirmWithPerson, scopeOf(which));
}

/// A service that replied gave its reason; one that spoke answered its own questions; the holder's own service, when
/// it spoke, was in touch with the person.
void settleByContact(const Step& step, const event::Contact& body, Need which)
{
    State& state = step.state;
    if (body.direction == ContactDirection::in && body.outcome == ContactOutcome::replied)
        settle(state, TodoKind::reasonInWriting, which, body.service);
    if (body.outcome != ContactOutcome::spoke)
        return;
    settle(state, TodoKind::phoneCall, which, body.service);
    const auto& holder = step.need(which).holder;
    if (holder && holder->service == body.service) {
        touched(state, step.at());
        dropTodos(state, TodoKind::outreach, scopeOf(which));
    }
}

}  // namespace

Result<Done> fold(const Step& step, const event::Mdt& body)
{
    if (auto checked = check(step, body); !checked)
        return checked;
    State& state = step.state;
    state.coordinator = body.lead;
    state.tennisSince.reset();
    state.refusalsSinceMdt = static_cast<std::uint32_t>(state.bounces.size());
    for (ChallengeRecord& challenge : state.challenges)
        if (challenge.open)
            completeRung(step, challenge, "hold_mdt");
    std::erase_if(state.todos, [](const TodoRecord& todo) {
        return todo.kind == TodoKind::mdtAction || todo.kind == TodoKind::safety ||
               todo.kind == TodoKind::crisisReassess || todo.kind == TodoKind::repeatAttendance ||
               todo.kind == TodoKind::protocolReview || todo.kind == TodoKind::worse;
    });
    state.attendances.clear();
    for (std::size_t i = 0; i < body.actions.size(); ++i) {
        addTodo(step, TodoKind::mdtAction, body.actions[i].need, body.actions[i].due, OwnerRule::worker);
        state.todos.back().part = static_cast<std::uint16_t>(i);
    }
    state.fired.add(RuleCode::mdtHeld, Stated{"lead", body.lead},
                    Stated{"attended", static_cast<std::int64_t>(body.attended.size())},
                    Stated{"actions", static_cast<std::int64_t>(body.actions.size())});
    return Done{};
}

Result<Done> fold(const Step& step, const event::Contact& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    step.state.fired.add(RuleCode::contactLogged, Stated{"service", body.service},
                         Stated{"direction", nameOf(body.direction)}, Stated{"outcome", nameOf(body.outcome)});
    for (const Need which : allNeeds) {
        readAsHeard(step, body, which);
        settleByContact(step, body, which);
    }
    runCallBackClock(step, body);
    return Done{};
}

}  // namespace holdfast::engine
