#include "engine/closing_step.h"

#include "domain/policy.h"
#include "engine/moves.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

bool endsWithTheClasp(TodoKind kind)
{
    return kind == TodoKind::mdtAction || kind == TodoKind::callBack || kind == TodoKind::repeatAttendance ||
           kind == TodoKind::worse || kind == TodoKind::askSafety;
}

}  // namespace

void closingStep(const Step& step)
{
    State& state = step.state;
    // Again after the event: it may have opened a need whose clock has run out meanwhile.
    advance(step.context, state, step.at(), true);
    const policy::DutyHolder& duty = step.context.policy.dutyHolder;
    for (const Need which : allNeeds) {
        NeedRecord& need = state.needs[which];
        if (!isOpen(need))
            need.holder.reset();
        else if (!need.holder)
            hold(step, which, duty.service, duty.worker, RuleCode::heldDuty);
    }
    // A safety follow-up stands as long as any of its facts does.
    const bool safe = !isAtRisk(state, step.context.policy);
    const bool released = claspOf(state) == ClaspState::released;
    if (safe || released)
        std::erase_if(state.todos, [&](const TodoRecord& todo) {
            return (safe && todo.kind == TodoKind::safety) || (released && endsWithTheClasp(todo.kind));
        });
}

}  // namespace holdfast::engine
