#include "engine/sweep.h"

#include "engine/fold.h"
#include "engine/history.h"

namespace holdfast::engine {

Result<Done> Sweep::run(const PersonFacts& person, std::span<const Event> events, Instant now)
{
    m_state.clear();
    const auto history = History::read(events);
    if (!history)
        return history.error();
    if (auto folded = foldAll(m_context, person, events, *history, m_state); !folded)
        return folded;
    advance(m_context, m_state, now, true);
    lookAhead(m_context, person, m_state, events, now, m_outlook);
    return Done{};
}

}  // namespace holdfast::engine
