// Recording: checks, folds, compares, and saves events with their caches. Used by every use case that changes a case, so
// there is one way in. The caller brings the transaction and writes the audit.
#pragma once

#include "app/cases.h"
#include "app/history.h"

#include <span>

namespace holdfast::app {

/// A case with new events folded in, not saved.
struct Recording {
    Person person;
    History history;  ///< with the new events
    std::vector<EventId> added;
    std::int64_t versionBefore = 0;
    std::vector<Event> eventsBefore;  ///< standing events before the first new one, for the verdict
    engine::Snapshot before;
    engine::Snapshot after;
};

/// Something to record, before it has an id and a number.
struct Submission {
    Instant at;
    EventBody body;
    std::string words;
    SafetyFacts safety;
    std::string channel;
    std::string toldBy;
    std::string whyNotChallenged;
};

class Recorder {
public:
    explicit Recorder(Workspace& workspace) : m_workspace{workspace} {}

    Result<Person> person(const PersonId& id) const;

    /// Folds the submissions into the person's history. Nothing is saved. ErrorCode::conflict when the case is not at
    /// `seenVersion`; errors of an event point into that event.
    Result<Recording> fold(const PersonId& person, std::int64_t seenVersion, const WorkerId& author,
                           const CommandId& command, std::span<const Submission> submissions);

    /// Remembers the command, appends the events and puts the new cache rows in place. False for a conflict is an Error.
    Result<Done> save(const Recording& recording, const WorkerId& author, const CommandId& command,
                      std::string_view action);

    /// What the command recorded, as it was answered the first time; nothing when it is not known.
    Result<std::optional<Recording>> repeated(const PersonId& person, const CommandId& command);

    /// The answer to a record: state, verdict, what changed.
    RecordOutcome outcome(const Recording& recording);

    /// Folds again as of now and puts the cache rows in place; true when the rows had changed.
    Result<bool> refresh(const PersonId& person);

private:
    Result<engine::Snapshot> snapshotOf(const Person& person, const History& history, engine::Explain explain);
    Result<Done> check(const Person& person, const History& history, const Event& event);

    Workspace& m_workspace;
};

/// Now, or the moment of the last event when that is a little ahead.
Instant asOf(const History& history, Instant now);

/// Names of all services, and of the workers that the case speaks of.
NameBook nameBook(Workspace& workspace, const History& history, const engine::Snapshot& snapshot);

}  // namespace holdfast::app
