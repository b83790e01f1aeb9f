#include "engine/fold.h"

#include "domain/policy.h"
#include "engine/closing_step.h"
#include "engine/moves.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

/// A fact stays current until a later event states otherwise.
void takeSafety(State& state, const SafetyFacts& stated)
{
    const auto take = [](std::optional<bool>& current, const std::optional<bool>& said) {
        if (said)
            current = said;
    };
    take(state.safety.suicidalThoughts, stated.suicidalThoughts);
    take(state.safety.recentAttempt, stated.recentAttempt);
    take(state.safety.overdose, stated.overdose);
    take(state.safety.pregnant, stated.pregnant);
    take(state.safety.withdrawalRisk, stated.withdrawalRisk);
    take(state.safety.intoxicatedNow, stated.intoxicatedNow);
    if (!stated.suicidalThoughts)
        return;
    state.suicidalThoughtsScored = false;
    dropTodos(state, TodoKind::askSafety, NeedScope::both);
}

bool statesRisk(const SafetyFacts& stated)
{
    return stated.suicidalThoughts.value_or(false) || stated.recentAttempt.value_or(false) ||
           stated.overdose.value_or(false) || stated.pregnant.value_or(false) || stated.withdrawalRisk.value_or(false);
}

/// A risk that this event states is followed up, unless what it did has asked for that already.
void escalateIfStated(const Step& step)
{
    const auto raisedNow = [&](const TodoRecord& todo) {
        return todo.kind == TodoKind::safety && todo.event == step.index;
    };
    if (statesRisk(step.event.safety) && std::ranges::none_of(step.state.todos, raisedNow))
        escalateIfAtRisk(step, NeedScope::both);
}

Result<Done> foldBody(const Step& step)
{
    return std::visit(
        [&]<class Body>(const Body& body) -> Result<Done> {
            // These two are applied to the events they name before anything is folded; here they only pass.
            if constexpr (std::is_same_v<Body, event::SecondLook> || std::is_same_v<Body, event::EnteredInError> ||
                          std::is_same_v<Body, event::Now>)
                return Done{};
            else
                return fold(step, body);
        },
        step.event.body);
}

}  // namespace

Result<Done> applyStep(const Step& step)
{
    State& state = step.state;
    state.fired.clear();
    advance(step.context, state, step.at(), false);
    if (!state.died) {
        const bool stated = step.event.safety.any();
        if (stated)
            takeSafety(state, step.event.safety);
        if (auto folded = foldBody(step); !folded)
            return folded;
        if (stated)
            escalateIfStated(step);
    }
    closingStep(step);
    return Done{};
}

}  // namespace holdfast::engine
