// A person's events as the store keeps them and as the engine reads them, and new ones put where they belong.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/merge.h"
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
    PersonId part{};          ///< under which id it is kept: of a joined record one of several
    std::int64_t ownSeq = 0;  ///< its number there; `seq` counts through all of them
};

/// Entries in the order the engine folds: by when they happened, then by when they were recorded.
class History {
public:
    /// Of a joined record both histories, with what it takes for them to go on as one.
    static Result<History> load(db::Connection& connection, const PersonId& person);
    /// From rows in that order.
    static Result<History> of(const std::vector<store::EventRow>& rows);
    /// As it would be without the records that this merge brought in.
    static Result<History> without(db::Connection& connection, const PersonId& person, const PersonMerge& merge);
    /// Both as one, in the order of time; nothing is set aside yet.
    static History together(const History& kept, const History& merged);

    std::int64_t version() const { return static_cast<std::int64_t>(m_entries.size()); }
    const std::vector<Entry>& entries() const { return m_entries; }
    const Entry* find(const EventId& id) const;

    /// The place it takes among the others: after those that happened at the same instant.
    std::size_t insert(Entry entry);

    /// What was known when the case had this version.
    History upTo(std::int64_t version) const;

    /// When the last of it happened; nothing in an empty one.
    std::optional<Instant> lastAt() const;

    /// How many are kept under that id.
    std::int64_t countOf(const PersonId& part) const;

    /// For the engine: the entries, and what joining made of them.
    std::vector<Event> events() const;
    /// Where the entry at `position` stands among those.
    std::size_t placeInEvents(std::size_t position) const;
    /// Those before `position` that nobody has called entered in error since.
    std::vector<Event> standingBefore(std::size_t position) const;

    bool isVoided(const EventId& id) const;
    /// It is kept for reading only: two records were joined, and it would have let go of what the other one holds.
    bool isSetAside(const EventId& id) const;

private:
    void numberThrough();
    void goOnAsOne(const std::vector<MergeRecord>& merges);

    std::vector<Entry> m_entries;
    std::vector<Event> m_joining;  ///< by time; written by nobody
};

/// The row the store keeps of an entry; of one without an id of its own, under `person`.
store::EventRow rowOf(const PersonId& person, const Entry& entry, const std::string& policyVersion);

}  // namespace holdfast::app
