#include "engine/history.h"

#include "engine/moves.h"

#include <algorithm>
#include <unordered_map>

namespace holdfast::engine {
namespace {

bool corrects(const Event& event)
{
    return std::holds_alternative<event::EnteredInError>(event.body) ||
           std::holds_alternative<event::SecondLook>(event.body);
}

bool isAnswer(const Event& event)
{
    return std::holds_alternative<event::Response>(event.body) || std::holds_alternative<event::Attempt>(event.body);
}

using Positions = std::unordered_map<EventId, std::size_t>;

Result<std::size_t> targetOf(const Positions& positions, const EventId& named, std::size_t index)
{
    const auto at = positions.find(named);
    if (at == positions.end() || at->second >= index)
        return located(index, invalid("/event", "expected the id of an event before this one"));
    return at->second;
}

}  // namespace

Error located(std::size_t index, Error error)
{
    error.where = "/events/" + std::to_string(index) + error.where;
    return error;
}

Result<History> History::read(std::span<const Event> events)
{
    History history;
    if (std::ranges::none_of(events, corrects))
        return history;
    history.m_any = true;
    history.m_void.resize(events.size());
    history.m_class.resize(events.size());
    Positions positions;
    for (std::size_t i = 0; i < events.size(); ++i)
        positions.emplace(events[i].id, i);

    // From the last to the first, so that a correction that was itself a mistake has no effect.
    for (std::size_t i = events.size(); i-- > 0;) {
        if (const auto* error = std::get_if<event::EnteredInError>(&events[i].body)) {
            if (error->reason.empty())
                return located(i, invalid("/reason", "expected why it was a mistake, found nothing"));
            const auto target = targetOf(positions, error->event, i);
            if (!target)
                return target.error();
            if (!history.m_void[i])
                history.m_void[*target] = true;
        } else if (const auto* look = std::get_if<event::SecondLook>(&events[i].body)) {
            const auto target = targetOf(positions, look->event, i);
            if (!target)
                return target.error();
            if (!isAnswer(events[*target]))
                return located(i, invalid("/event", "expected the id of a response or an attempt"));
            if (!history.m_void[i] && !history.m_class[*target])
                history.m_class[*target] = look->cls;
        }
    }
    return history;
}

Result<Done> foldAll(const Context& context, const PersonFacts& person, std::span<const Event> events,
                     const History& history, State& state)
{
    state.fired.listen(true);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i > 0 && events[i].at < events[i - 1].at)
            return located(i, invalid("/at", "expected an instant that is not before the event before it"));
        state.fired.listen(i + 1 == events.size());
        if (history.isVoid(i)) {
            state.fired.clear();
            advance(context, state, events[i].at, true);
            continue;
        }
        const auto index = static_cast<EventIndex>(i);
        const Context then = context.at(events[i].at);
        const Step step{then, person, state, events[i], index, history.classOf(i)};
        if (!history.hasCorrections()) {
            if (auto applied = applyStep(step); !applied)
                return located(i, std::move(applied).error());
            continue;
        }
        const State before = state;
        if (const auto applied = applyStep(step); !applied) {
            state = before;
            state.fired.clear();
            state.withoutGround.push_back(index);
            state.fired.add(RuleCode::historyNoGround, Stated{"kind", kindOf(events[i])},
                            Stated{"since", events[i].at});
            advance(context, state, events[i].at, true);
        } else if (corrects(events[i])) {
            state.fired.add(RuleCode::historyCorrected, Stated{"kind", kindOf(events[i])},
                            Stated{"since", events[i].at});
        }
    }
    return Done{};
}

}  // namespace holdfast::engine
