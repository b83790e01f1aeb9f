#include "app/why_case.h"

#include "app/recorder.h"
#include "app/use_case.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// Only what fired at the event itself: the actions that were outstanding then are not asked about.
std::vector<engine::Why> firedAt(engine::Snapshot snapshot)
{
    const std::size_t actions = snapshot.nextActions.size();
    snapshot.why.resize(snapshot.why.size() - std::min(actions, snapshot.why.size()));
    return std::move(snapshot.why);
}

/// What was judged when it happened; nothing for anything but an answer that turned the person away.
std::vector<engine::VerdictCitation> citationsAt(const engine::Context& context, const PersonFacts& person,
                                                 std::span<const Event> before, const Event& event)
{
    if (!std::holds_alternative<event::Response>(event.body))
        return {};
    auto verdict = engine::judge(context, person, before, event);
    return verdict ? std::move(verdict->citations) : std::vector<engine::VerdictCitation>{};
}

}  // namespace

Result<CaseWhy> WhyCase::explain(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewPerson, person.str(), [&](AuditNote& note) -> Result<CaseWhy> {
        note.detail = "why";
        auto found = Recorder{m_workspace}.person(person);
        if (!found)
            return std::move(found).error();
        auto history = History::load(m_workspace.connection(), person);
        if (!history)
            return std::move(history).error();
        const engine::Context context = contextOf(m_workspace);
        const auto events = history->events();
        auto now = engine::evaluate(context, factsOf(*found), events, asOf(*history, m_workspace.clock().now()),
                                    engine::Explain::yes);
        if (!now)
            return std::move(now).error();
        // A correction may have taken away what a later event stood on; then only what is true now can be told.
        const auto steps = engine::replay(context, factsOf(*found), events, engine::Explain::yes);
        CaseWhy why;
        why.name = displayName(*found);
        why.names = nameBook(m_workspace, *history, *now);
        why.now = *std::move(now);
        if (steps)
            for (std::size_t i = events.size(); i-- > 0;)
                why.past.push_back({events[i], firedAt((*steps)[i]),
                                    citationsAt(context, factsOf(*found), std::span{events}.first(i), events[i])});
        return why;
    });
}

}  // namespace holdfast::app
