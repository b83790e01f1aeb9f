#include "app/history.h"

#include "app/workspace.h"
#include "domain/policy.h"
#include "engine/joining.h"
#include "exchange/event_json.h"
#include "store/merge_repository.h"
#include "store/record_parts.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace holdfast::app {

engine::Context contextOf(Workspace& workspace)
{
    workspace.refreshPolicies();
    return {workspace.policy(), workspace.directory(), workspace.days(), workspace.instruments(),
            &workspace.policyBook()};
}

Result<History> History::load(db::Connection& connection, const PersonId& person)
{
    auto history = of(store::EventRepository{connection}.forPerson(person));
    if (history)
        history.value().goOnAsOne(store::MergeRepository{connection}.into(store::partsOf(connection, person)));
    return history;
}

Result<History> History::without(db::Connection& connection, const PersonId& person, const PersonMerge& merge)
{
    auto merges = store::MergeRepository{connection}.into(store::partsOf(connection, person));
    std::vector<PersonId> gone{merge.merged};
    const auto isGone = [&](const PersonId& id) { return std::ranges::find(gone, id) != gone.end(); };
    for (std::size_t i = 0; i < gone.size(); ++i)
        for (const MergeRecord& each : merges)
            if (each.merge.kept == gone[i] && !each.undone && !isGone(each.merge.merged))
                gone.push_back(each.merge.merged);
    auto rows = store::EventRepository{connection}.forPerson(person);
    std::erase_if(rows, [&](const store::EventRow& row) { return isGone(row.person); });
    auto history = of(rows);
    std::erase_if(merges,
                  [&](const MergeRecord& each) { return each.merge.id == merge.id || isGone(each.merge.kept); });
    if (history)
        history.value().goOnAsOne(merges);
    return history;
}

/// Each id's events keep their own order; between ids, what was written down earlier has the lower number.
void History::numberThrough()
{
    std::map<PersonId, std::vector<Entry*>> parts;
    for (Entry& entry : m_entries)
        parts[entry.part].push_back(&entry);
    for (auto& [part, entries] : parts)
        std::ranges::sort(entries, std::ranges::greater{}, &Entry::ownSeq);
    for (std::int64_t seq = 1; seq <= version(); ++seq) {
        std::vector<Entry*>* next = nullptr;
        for (auto& [part, entries] : parts)
            if (!entries.empty() &&
                (next == nullptr || entries.back()->event.recordedAt < next->back()->event.recordedAt))
                next = &entries;
        next->back()->seq = seq;
        next->pop_back();
    }
    std::ranges::sort(m_entries, [](const Entry& a, const Entry& b) {
        return std::pair{a.event.at, a.seq} < std::pair{b.event.at, b.seq};
    });
}

void History::goOnAsOne(const std::vector<MergeRecord>& merges)
{
    for (const MergeRecord& each : merges) {
        const EventId marker{"joined " + each.merge.id.str()};
        Joining joining = each.merge.joining;
        Instant at = each.merge.at;
        if (each.undone) {
            joining = {each.undone->uneven, {}, {}};
            at = each.undone->at;
        }
        // What was taken out of the record since has nothing left to be set aside.
        std::erase_if(joining.setAside, [&](const EventId& id) { return find(id) == nullptr; });
        std::ranges::move(engine::eventsOf(joining, at, marker), std::back_inserter(m_joining));
    }
    std::ranges::stable_sort(m_joining, {}, &Event::at);
}

History History::together(const History& kept, const History& merged)
{
    History both = kept;
    std::ranges::copy(merged.m_entries, std::back_inserter(both.m_entries));
    std::ranges::copy(merged.m_joining, std::back_inserter(both.m_joining));
    std::ranges::stable_sort(both.m_joining, {}, &Event::at);
    both.numberThrough();
    return both;
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
        history.m_entries.push_back({*std::move(event), row.seq, row.author, row.command, row.channel, row.toldBy,
                                     row.whyNotChallenged, row.person, row.seq});
    }
    const auto isOfAnother = [&](const Entry& entry) { return entry.part != history.m_entries.front().part; };
    if (std::ranges::any_of(history.m_entries, isOfAnother))
        history.numberThrough();
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
    std::ranges::copy_if(m_joining, std::back_inserter(earlier.m_joining), [&](const Event& event) {
        const auto* voids = std::get_if<event::EnteredInError>(&event.body);
        return voids == nullptr || find(voids->event) == nullptr || earlier.find(voids->event) != nullptr;
    });
    return earlier;
}

std::optional<Instant> History::lastAt() const
{
    std::optional<Instant> last;
    if (!m_entries.empty())
        last = m_entries.back().event.at;
    if (!m_joining.empty() && (!last || *last < m_joining.back().at))
        last = m_joining.back().at;
    return last;
}

std::int64_t History::countOf(const PersonId& part) const
{
    return std::ranges::count(m_entries, part, &Entry::part);
}

std::vector<Event> History::events() const
{
    std::vector<Event> events;
    events.reserve(m_entries.size() + m_joining.size());
    auto joining = m_joining.begin();
    for (const Entry& entry : m_entries) {
        for (; joining != m_joining.end() && joining->at < entry.event.at; ++joining)
            events.push_back(*joining);
        events.push_back(entry.event);
    }
    events.insert(events.end(), joining, m_joining.end());
    return events;
}

std::size_t History::placeInEvents(std::size_t position) const
{
    const Instant at = m_entries[position].event.at;
    return position + static_cast<std::size_t>(
                          std::ranges::count_if(m_joining, [&](const Event& event) { return event.at < at; }));
}

std::vector<Event> History::standingBefore(std::size_t position) const
{
    std::vector<Event> events;
    auto joining = m_joining.begin();
    const auto join = [&](auto isBefore) {
        for (; joining != m_joining.end() && isBefore(joining->at); ++joining)
            if (const auto* voids = std::get_if<event::EnteredInError>(&joining->body);
                voids == nullptr || find(voids->event) == nullptr)
                events.push_back(*joining);
    };
    for (std::size_t i = 0; i < position; ++i) {
        const Event& event = m_entries[i].event;
        join([&](Instant at) { return at < event.at; });
        if (!std::holds_alternative<event::EnteredInError>(event.body) && !isVoided(event.id))
            events.push_back(event);
    }
    join([&](Instant at) { return position == m_entries.size() || at < m_entries[position].event.at; });
    return events;
}

bool History::isSetAside(const EventId& id) const
{
    return std::ranges::any_of(m_joining, [&](const Event& event) {
        const auto* voids = std::get_if<event::EnteredInError>(&event.body);
        return voids != nullptr && voids->event == id;
    });
}

bool History::isVoided(const EventId& id) const
{
    return isSetAside(id) || std::ranges::any_of(m_entries, [&](const Entry& entry) {
               const auto* voids = std::get_if<event::EnteredInError>(&entry.event.body);
               return voids != nullptr && voids->event == id && !isVoided(entry.event.id);
           });
}

store::EventRow rowOf(const PersonId& person, const Entry& entry, const std::string& policyVersion)
{
    return {.person = entry.part.empty() ? person : entry.part,
            .seq = entry.part.empty() ? entry.seq : entry.ownSeq,
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
