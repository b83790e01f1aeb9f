// A person's events as the store keeps them and as the engine reads them, and new ones put where they belong.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/person.h"
#include "engine/context.h"
#include "engine/evaluate.h"
#include "store/event_repository.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::app {

class Workspace;

engine::Context contextOf(Workspace& workspace);

/// One event with what is kept beside it.
struct Entry {
    Event event;
    std::int64_t seq = 0;
    WorkerId author;
    CommandId command;
    std::string channel;
    std::string toldBy;
    std::string whyNotChallenged;
};

/// Entries in the order the engine folds: by when they happened, then by when they were recorded.
class History {
public:
    static Result<History> load(db::Connection& connection, const PersonId& person);
    /// From rows in that order.
    static Result<History> of(const std::vector<store::EventRow>& rows);

    std::int64_t version() const { return static_cast<std::int64_t>(m_entries.size()); }
    const std::vector<Entry>& entries() const { return m_entries; }
    const Entry* find(const EventId& id) const;

    /// The place it takes among the others: after those that happened at the same instant.
    std::size_t insert(Entry entry);

    /// What was known when the case had this version.
    History upTo(std::int64_t version) const;

    std::vector<Event> events() const;
    /// Those before `position` that nobody has called entered in error since.
    std::vector<Event> standingBefore(std::size_t position) const;

    bool isVoided(const EventId& id) const;

private:
    std::vector<Entry> m_entries;
};

/// The row the store keeps of an entry.
store::EventRow rowOf(const PersonId& person, const Entry& entry, const std::string& policyVersion);

}  // namespace holdfast::app
