#include "app/history.h"

#include "app/workspace.h"
#include "domain/policy.h"
#include "exchange/event_json.h"

#include <algorithm>

namespace holdfast::app {

engine::Context contextOf(Workspace& workspace)
{
    workspace.refreshPolicies();
    return {workspace.policy(), workspace.directory(), workspace.days(), workspace.instruments(),
            &workspace.policyBook()};
}

Result<History> History::load(db::Connection& connection, const PersonId& person)
{
    return of(store::EventRepository{connection}.forPerson(person));
}

Result<History> History::of(const std::vector<store::EventRow>& rows)
{
    History history;
    history.m_entries.reserve(rows.size());
    for (const store::EventRow& row : rows) {
        auto event = exchange::readEvent(row.body, row.id, row.recordedAt);
        if (!event)
            return Error{ErrorCode::damaged, row.id.str() + event.error().where, event.error().detail};
        event.value().words = row.words;
        history.m_entries.push_back(
            {*std::move(event), row.seq, row.author, row.command, row.channel, row.toldBy, row.whyNotChallenged});
    }
    return history;
}

const Entry* History::find(const EventId& id) const
{
    const auto at = std::ranges::find(m_entries, id, [](const Entry& entry) { return entry.event.id; });
    return at == m_entries.end() ? nullptr : &*at;
}

std::size_t History::insert(Entry entry)
{
    const auto place =
        std::ranges::upper_bound(m_entries, entry.event.at, {}, [](const Entry& e) { return e.event.at; });
    const auto position = static_cast<std::size_t>(place - m_entries.begin());
    m_entries.insert(place, std::move(entry));
    return position;
}

History History::upTo(std::int64_t version) const
{
    History earlier;
    std::ranges::copy_if(m_entries, std::back_inserter(earlier.m_entries),
                         [&](const Entry& entry) { return entry.seq <= version; });
    return earlier;
}

std::vector<Event> History::events() const
{
    std::vector<Event> events;
    events.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        events.push_back(entry.event);
    return events;
}

std::vector<Event> History::standingBefore(std::size_t position) const
{
    std::vector<Event> events;
    for (std::size_t i = 0; i < position; ++i) {
        const Event& event = m_entries[i].event;
        if (!std::holds_alternative<event::EnteredInError>(event.body) && !isVoided(event.id))
            events.push_back(event);
    }
    return events;
}

bool History::isVoided(const EventId& id) const
{
    return std::ranges::any_of(m_entries, [&](const Entry& entry) {
        const auto* voids = std::get_if<event::EnteredInError>(&entry.event.body);
        return voids != nullptr && voids->event == id && !isVoided(entry.event.id);
    });
}

store::EventRow rowOf(const PersonId& person, const Entry& entry, const std::string& policyVersion)
{
    return {.person = person,
            .seq = entry.seq,
            .id = entry.event.id,
            .at = entry.event.at,
            .recordedAt = entry.event.recordedAt,
            .kind = std::string{kindOf(entry.event)},
            .body = exchange::writeEventBody(entry.event),
            .words = entry.event.words,
            .author = entry.author,
            .policyVersion = policyVersion,
            .command = entry.command,
            .channel = entry.channel,
            .toldBy = entry.toldBy,
            .whyNotChallenged = entry.whyNotChallenged};
}

}  // namespace holdfast::app
