#include "engine/evaluate.h"

#include "engine/fold.h"
#include "engine/history.h"
#include "engine/moves.h"
#include "engine/render.h"

namespace holdfast::engine {
namespace {

bool corrects(const Event& event)
{
    return std::holds_alternative<event::EnteredInError>(event.body) ||
           std::holds_alternative<event::SecondLook>(event.body);
}

Error withoutEvents(Error error)
{
    const std::string_view prefix = "/events/";
    if (error.where.starts_with(prefix)) {
        const auto end = error.where.find('/', prefix.size());
        error.where = end == std::string::npos ? std::string{} : error.where.substr(end);
    }
    return error;
}

}  // namespace

struct Case::Parts {
    Context context;
    PersonFacts person;
    std::vector<Event> events;
    History history;
    State state;

    /// Corrections reach back, so the whole list is folded again.
    Result<Done> refold(const Event& event)
    {
        std::vector<Event> all = events;
        all.push_back(event);
        auto corrected = History::read(all);
        if (!corrected)
            return withoutEvents(std::move(corrected).error());
        State fresh;
        if (auto folded = foldAll(context, person, all, *corrected, fresh); !folded)
            return withoutEvents(std::move(folded).error());
        events = std::move(all);
        history = std::move(*corrected);
        state = std::move(fresh);
        return Done{};
    }
};

Case::Case(const Context& context, const PersonFacts& person)
    : m_parts{std::make_unique<Parts>(Parts{context, person, {}, {}, {}})}
{}

Case::~Case() = default;
Case::Case(const Case& other) : m_parts{std::make_unique<Parts>(*other.m_parts)} {}
Case::Case(Case&&) noexcept = default;

Result<Done> Case::apply(const Event& event)
{
    Parts& parts = *m_parts;
    if (!parts.events.empty() && event.at < parts.events.back().at)
        return invalid("/at", "expected an instant that is not before the event before it");
    if (parts.history.hasCorrections() || corrects(event))
        return parts.refold(event);
    State next = parts.state;
    const auto index = static_cast<EventIndex>(parts.events.size());
    const Context then = parts.context.at(event.at);
    if (auto applied = applyStep(Step{then, parts.person, next, event, index, std::nullopt}); !applied)
        return applied;
    parts.state = std::move(next);
    parts.events.push_back(event);
    return Done{};
}

Snapshot Case::snapshot(Instant now, Explain explain) const
{
    const Parts& parts = *m_parts;
    State state = parts.state;
    advance(parts.context, state, now, true);
    return render(parts.context, parts.person, state, parts.events, parts.history, now, explain);
}

Result<Snapshot> evaluate(const Context& context, const PersonFacts& person, std::span<const Event> events, Instant now,
                          Explain explain)
{
    const auto history = History::read(events);
    if (!history)
        return history.error();
    State state;
    if (auto folded = foldAll(context, person, events, *history, state); !folded)
        return std::move(folded).error();
    if (!events.empty() && now < events.back().at)
        return Error{ErrorCode::invalid, "/now", "expected an instant that is not before the last event"};
    advance(context, state, now, true);
    return render(context, person, state, events, *history, now, explain);
}

Result<std::vector<Snapshot>> replay(const Context& context, const PersonFacts& person, std::span<const Event> events,
                                     Explain explain)
{
    std::vector<Snapshot> snapshots;
    snapshots.reserve(events.size());
    Case growing{context, person};
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (auto applied = growing.apply(events[i]); !applied)
            return located(i, std::move(applied).error());
        snapshots.push_back(growing.snapshot(events[i].at, explain));
    }
    return snapshots;
}

}  // namespace holdfast::engine
