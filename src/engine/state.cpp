#include "engine/state.h"

#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::engine {

void State::clear()
{
    at = {};
    needs = {};
    safety = {};
    suicidalThoughtsScored = false;
    severeMentalIllness = false;
    died = false;
    coordinator.reset();
    tennisSince.reset();
    refusalsSinceMdt = 0;
    bounces.clear();
    challenges.clear();
    todos.clear();
    letters.clear();
    checkedInAt.reset();
    attendances.clear();
    referrers = {};
    withoutGround.clear();
    fired.clear();
}

ClaspState claspOf(const State& state)
{
    bool open = false;
    for (const Need which : allNeeds) {
        const NeedRecord& need = state.needs[which];
        if (!isOpen(need))
            continue;
        open = true;
        if (!need.leg || !isJoined(need.leg->state))
            return ClaspState::held;
    }
    return open ? ClaspState::joined : ClaspState::released;
}

bool isCurrent(const State& state, SafetyFact fact)
{
    switch (fact) {
    case SafetyFact::suicidalThoughts:
        return state.safety.suicidalThoughts.value_or(false) || state.suicidalThoughtsScored;
    case SafetyFact::recentAttempt: return state.safety.recentAttempt.value_or(false);
    case SafetyFact::overdose: return state.safety.overdose.value_or(false);
    case SafetyFact::pregnant: return state.safety.pregnant.value_or(false);
    case SafetyFact::withdrawalRisk: return state.safety.withdrawalRisk.value_or(false);
    case SafetyFact::intoxicatedNow: return state.safety.intoxicatedNow.value_or(false);
    }
    return false;
}

bool isAtRisk(const State& state, const Policy& policy)
{
    // Asked several times an event, and the answer is nearly always that nothing was ever said.
    if (!state.safety.any() && !state.suicidalThoughtsScored)
        return false;
    return std::ranges::any_of(policy.safety.triggers, [&](SafetyFact fact) { return isCurrent(state, fact); });
}

Urgency urgencyOf(const State& state, const Policy& policy)
{
    for (const policy::UrgencyRule& rule : policy.urgency)
        if (std::ranges::all_of(rule.facts, [&](SafetyFact fact) { return isCurrent(state, fact); }))
            return rule.urgency;
    return Urgency::routine;
}

bool hasAftercare(const NeedRecord& need, Instant at)
{
    return need.aftercare.declined || (need.aftercare.until && *need.aftercare.until > londonDate(at));
}

}  // namespace holdfast::engine
