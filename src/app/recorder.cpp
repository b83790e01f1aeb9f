#include "app/recorder.h"

#include "app/case_cache.h"
#include "app/changes.h"
#include "app/event_rules.h"
#include "app/record_person.h"
#include "app/use_case.h"
#include "base/log.h"
#include "domain/policy_book.h"
#include "exchange/event_json.h"
#include "store/command_log.h"
#include "store/record_parts.h"
#include "store/restriction_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// An engine error's place is "/events/3/reason"; of the new event only "/reason" is left, and a fault that the new
/// event causes in a later one is the new event's.
Error placed(Error error, std::size_t position)
{
    const std::string own = "/events/" + std::to_string(position);
    if (error.where == own || error.where.starts_with(own + '/'))
        error.where.erase(0, own.size());
    else if (error.where.starts_with("/events/"))
        return {ErrorCode::refused, "/at", "what was recorded after it would not be possible: " + error.detail};
    return error;
}

/// What corrects an entry is kept beside it; everything else under the id that leads the record.
PersonId partFor(const History& history, const EventBody& body, const PersonId& record)
{
    const auto* error = std::get_if<event::EnteredInError>(&body);
    const auto* look = std::get_if<event::SecondLook>(&body);
    if (error == nullptr && look == nullptr)
        return record;
    const Entry* about = history.find(error != nullptr ? error->event : look->event);
    return about == nullptr || about->part.empty() ? record : about->part;
}

/// Nobody comes to hold a need of a restricted person without being able to see them.
Result<Done> holdersNamed(db::Connection& connection, const store::CaseCacheRows& rows)
{
    const auto now = store::RestrictionRepository{connection}.current(rows.person);
    if (!now || !now->restricted)
        return Done{};
    for (const Need need : allNeeds)
        if (isOpen(rows.needs[need].status) &&
            std::ranges::find(now->named, rows.needs[need].holderWorker) == now->named.end())
            return Error{ErrorCode::refused, "restricted.holder", {}};
    return Done{};
}

std::string policyLine(const Policy& policy)
{
    return policy.id + ' ' + policy.version;
}

}  // namespace

Instant asOf(const History& history, Instant now)
{
    return std::max(now, history.lastAt().value_or(now));
}

Result<Person> Recorder::person(const PersonId& id) const
{
    auto found = personOfRecord(m_workspace.connection(), id);
    if (!found)
        return noSuchPerson(m_workspace.connection(), id);
    return *std::move(found);
}

Result<engine::Snapshot> Recorder::snapshotOf(const Person& person, const History& history, engine::Explain explain)
{
    return engine::evaluate(contextOf(m_workspace), factsOf(person), history.events(),
                            asOf(history, m_workspace.clock().now()), explain);
}

Result<Done> Recorder::check(const Person& person, const History& history, const Event& event)
{
    const auto isWorker = [this](const WorkerId& id) {
        return store::WorkerRepository{m_workspace.connection()}.find(id).has_value();
    };
    // What is written must come back the same: the store's text is as strict as a file from outside.
    const exchange::Known known{&m_workspace.directory(), &m_workspace.instruments(), {}};
    const auto read = exchange::readEvent(exchange::writeEventBody(event), event.id, event.recordedAt, known);
    if (!read)
        return read.error();
    return checkEvent({person, history, m_workspace.directory(), m_workspace.policyBook().at(event.at).policy,
                       m_workspace.instruments(), asOf(history, m_workspace.clock().now()), isWorker},
                      event);
}

Result<Recording> Recorder::fold(const PersonId& id, std::int64_t seenVersion, const WorkerId& author,
                                 const CommandId& command, std::span<const Submission> submissions)
{
    auto found = person(id);
    if (!found)
        return std::move(found).error();
    auto loaded = History::load(m_workspace.connection(), id);
    if (!loaded)
        return std::move(loaded).error();
    if (loaded->version() != seenVersion)
        return Error{ErrorCode::conflict, "version", "the case is at version " + std::to_string(loaded->version())};

    Recording recording{*std::move(found), *std::move(loaded), {}, seenVersion, {}, {}, {}};
    auto before = snapshotOf(recording.person, recording.history, engine::Explain::no);
    if (!before)
        return std::move(before).error();
    recording.before = *std::move(before);

    const Instant now = m_workspace.clock().now();
    for (const Submission& submission : submissions) {
        Event event{m_workspace.ids().make<EventId>(),
                    std::chrono::floor<std::chrono::seconds>(submission.at),
                    now,
                    submission.safety,
                    submission.words,
                    submission.body};
        if (auto checked = check(recording.person, recording.history, event); !checked)
            return std::move(checked).error();
        recording.added.push_back(event.id);
        const std::int64_t seq = recording.history.version() + 1;
        const PersonId part = partFor(recording.history, event.body, recording.person.id);
        const std::int64_t ownSeq = recording.history.countOf(part) + 1;
        const std::size_t position =
            recording.history.insert({std::move(event), seq, author, command, submission.channel, submission.toldBy,
                                      submission.whyNotChallenged, part, ownSeq});
        if (recording.added.size() == 1)
            recording.eventsBefore = recording.history.standingBefore(position);
        auto after = snapshotOf(recording.person, recording.history, engine::Explain::yes);
        if (!after)
            return placed(std::move(after).error(), recording.history.placeInEvents(position));
        recording.after = *std::move(after);
    }
    return recording;
}

Result<Done> Recorder::save(const Recording& recording, const WorkerId& author, const CommandId& command,
                            std::string_view action)
{
    db::Connection& connection = m_workspace.connection();
    const PersonId& id = recording.person.id;
    store::EventRepository events{connection};
    events.lockCase(id);
    if (store::recordOf(connection, id) != id)
        return Error{ErrorCode::conflict, "version", "the record was joined to another since it was read"};
    store::CommandLog{connection}.remember({command, std::string{action}, id.str(), author, m_workspace.clock().now()});
    for (const EventId& added : recording.added) {
        const Entry& entry = *recording.history.find(added);
        const Policy& decidedUnder = m_workspace.policyBook().at(entry.event.at).policy;
        if (auto appended = events.append(rowOf(id, entry, policyLine(decidedUnder))); !appended)
            return appended;
    }
    auto rows = cacheRows(contextOf(m_workspace), recording.person, recording.history, recording.after.at);
    if (!rows)
        return std::move(rows).error();
    if (auto named = holdersNamed(connection, *rows); !named)
        return named;
    store::CaseCache{connection}.replace(*rows);
    for (const EventId& added : recording.added)
        log::info("event.recorded", id, added);
    return Done{};
}

Result<std::optional<Recording>> Recorder::repeated(const PersonId& id, const CommandId& command)
{
    const auto known = store::CommandLog{m_workspace.connection()}.find(command);
    if (!known)
        return std::optional<Recording>{};
    const auto rows = store::EventRepository{m_workspace.connection()}.byCommand(id, command);
    if (rows.empty())
        return commandUsed();
    auto found = person(id);
    if (!found)
        return std::move(found).error();
    auto loaded = History::load(m_workspace.connection(), id);
    if (!loaded)
        return std::move(loaded).error();

    // In a joined record an event counts on from those of both.
    const Entry* first = loaded->find(rows.front().id);
    const Entry* last = loaded->find(rows.back().id);
    if (first == nullptr || last == nullptr)
        return Error{ErrorCode::damaged, "command", "an event of it cannot be found"};
    Recording recording{*std::move(found), loaded->upTo(last->seq), {}, first->seq - 1, {}, {}, {}};
    for (const store::EventRow& row : rows)
        recording.added.push_back(row.id);
    const auto& entries = recording.history.entries();
    const auto place = std::ranges::find(entries, recording.added.front(), [](const Entry& e) { return e.event.id; });
    recording.eventsBefore = recording.history.standingBefore(static_cast<std::size_t>(place - entries.begin()));
    auto before = snapshotOf(recording.person, recording.history.upTo(recording.versionBefore), engine::Explain::no);
    if (!before)
        return std::move(before).error();
    auto after = snapshotOf(recording.person, recording.history, engine::Explain::yes);
    if (!after)
        return std::move(after).error();
    recording.before = *std::move(before);
    recording.after = *std::move(after);
    return std::optional{std::move(recording)};
}

RecordOutcome Recorder::outcome(const Recording& recording)
{
    const Event& event = recording.history.find(recording.added.front())->event;
    RecordOutcome outcome;
    outcome.event = event.id;
    outcome.after = recording.after;
    outcome.changed = changesBetween(recording.before, recording.after);
    outcome.late = londonDate(event.recordedAt) > londonDate(event.at);
    outcome.names = nameBook(m_workspace, recording.history, recording.after);
    outcome.version = recording.history.version();
    if (std::holds_alternative<event::Response>(event.body)) {
        auto verdict = engine::judge(contextOf(m_workspace), factsOf(recording.person), recording.eventsBefore, event);
        if (verdict)
            outcome.verdict = *std::move(verdict);
    }
    return outcome;
}

Result<bool> Recorder::refresh(const PersonId& id)
{
    db::Connection& connection = m_workspace.connection();
    store::EventRepository{connection}.lockCase(store::recordOf(connection, id));  // nobody adds an event unseen
    auto found = person(id);
    if (!found)
        return std::move(found).error();
    auto history = History::load(m_workspace.connection(), id);
    if (!history)
        return std::move(history).error();
    auto rows = cacheRows(contextOf(m_workspace), *found, *history, asOf(*history, m_workspace.clock().now()));
    if (!rows)
        return std::move(rows).error();
    store::CaseCache cache{m_workspace.connection()};
    auto old = cache.find(found->id);
    const bool changed = !old || *old != *rows;
    cache.replace(*rows);
    return changed;
}

}  // namespace holdfast::app
