#include "engine/closing_step.h"

#include "domain/policy.h"
#include "engine/moves.h"

#include <algorithm>

namespace holdfast::engine {

void closingStep(const Step& step)
{
    State& state = step.state;
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
    if (!isAtRisk(state, step.context.policy))
        dropTodos(state, TodoKind::safety, NeedScope::both);
    if (claspOf(state) == ClaspState::released)
        std::erase_if(state.todos, [](const TodoRecord& todo) {
            return todo.kind == TodoKind::mdtAction || todo.kind == TodoKind::callBack ||
                   todo.kind == TodoKind::repeatAttendance || todo.kind == TodoKind::worse ||
                   todo.kind == TodoKind::askSafety;
        });
}

}  // namespace holdfast::engine
