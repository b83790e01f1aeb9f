#include "engine/closing_step.h"

#include "domain/policy.h"
#include "engine/moves.h"

#include <cstdint>
#include <vector>

namespace holdfast::engine {
namespace {

constexpr std::uint32_t bitOf(TodoKind kind)
{
    return std::uint32_t{1} << static_cast<unsigned>(kind);
}

constexpr std::uint32_t endsWithTheClasp = bitOf(TodoKind::mdtAction) | bitOf(TodoKind::callBack) |
                                           bitOf(TodoKind::repeatAttendance) | bitOf(TodoKind::worse) |
                                           bitOf(TodoKind::askSafety);

/// A safety follow-up stands as long as any of its facts does; some others as long as the clasp holds.
void dropWhatEnded(const Step& step)
{
    State& state = step.state;
    std::uint32_t kinds = 0;
    for (const TodoRecord& todo : state.todos)
        kinds |= bitOf(todo.kind);
    // Asked only where something hangs on it: this runs after every event of a sweep.
    std::uint32_t ended = 0;
    if ((kinds & bitOf(TodoKind::safety)) != 0 && !isAtRisk(state, step.context.policy))
        ended |= bitOf(TodoKind::safety);
    if ((kinds & endsWithTheClasp) != 0 && claspOf(state) == ClaspState::released)
        ended |= endsWithTheClasp;
    if ((kinds & ended) != 0)
        std::erase_if(state.todos, [&](const TodoRecord& todo) { return (bitOf(todo.kind) & ended) != 0; });
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
    dropWhatEnded(step);
}

}  // namespace holdfast::engine
