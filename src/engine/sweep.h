// The cheap path for a whole caseload: state and next actions with rule ids and owners, no text, no allocation once its
// memory has grown to the largest case seen.
#pragma once

#include "base/result.h"
#include "domain/person.h"
#include "engine/actions.h"
#include "engine/context.h"
#include "engine/state.h"

#include <span>

namespace holdfast::engine {

class Sweep {
public:
    explicit Sweep(const Context& context) : m_context{context} { m_state.fired.deafen(); }

    /// Folds the events and looks ahead from `now`. The answers below hold until the next call.
    Result<Done> run(const PersonFacts& person, std::span<const Event> events, Instant now);

    const State& state() const { return m_state; }
    const std::vector<Action>& actions() const { return m_outlook.actions; }
    bool has(Flag flag) const { return m_outlook.has(flag); }
    ClaspState clasp() const { return claspOf(m_state); }

private:
    Context m_context;
    State m_state;
    Outlook m_outlook;
};

}  // namespace holdfast::engine
