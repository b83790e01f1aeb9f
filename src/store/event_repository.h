// The append-only log of what happened. The body is JSON text made by the caller (exchange/event_json.h).
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

#include <functional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct EventRow {
    PersonId person;
    std::int64_t seq = 0;  ///< 1, 2, 3, ... for each person: the version of the case after it
    EventId id;
    Instant at;
    Instant recordedAt;
    std::string kind;
    std::string body;  ///< JSON text of the facts
    std::string words;
    WorkerId author;
    std::string policyVersion;  ///< "england 1.0.0": id and version of the policy it was decided under
    CommandId command;          ///< known to CommandLog before the event is appended
    std::string channel;
    std::string toldBy;
    std::string whyNotChallenged;

    friend bool operator==(const EventRow&, const EventRow&) = default;
};

class EventRepository {
public:
    explicit EventRepository(db::Connection& connection) : m_connection{connection} {}

    /// First thing in a use case that changes a case or its caches: others who would change it wait until this
    /// transaction ends. SQLite has one writer anyway.
    void lockCase(const PersonId& person);

    /// ErrorCode::conflict when another event took that number first. A gap in the numbers throws db::Failure.
    Result<Done> append(const EventRow& event);
    /// Without the words it is found by: FoundIndex::rebuild() must follow.
    Result<Done> appendWithoutWords(const EventRow& event);

    /// By when it happened, then by the order recorded: the order the engine folds in. Of a joined record the events of
    /// all ids, each with the number it has under its own; of equal times the one recorded earlier comes first.
    std::vector<EventRow> forPerson(const PersonId& person) const;

    /// How many events were written under this id alone.
    std::int64_t countOwn(const PersonId& person) const;
    /// The version of the case: how many events it has, of all ids of the record.
    std::int64_t count(const PersonId& person) const;
    std::int64_t countAll() const;
    std::int64_t countSince(Instant then) const;  ///< written down after it, whenever it happened
    std::int64_t countPeopleSince(Instant then) const;

    /// What one command recorded for one person, in the order recorded; empty when it is not known.
    std::vector<EventRow> byCommand(const PersonId& person, const CommandId& command) const;

    /// The bodies of what was recorded about protocols, of every person, latest first.
    std::vector<std::string> protocolBodies(int limit) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
