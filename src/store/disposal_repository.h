// Who proposed to dispose of a record, who confirmed it or withdrew it, and whose records are gone. Nothing here is ever
// changed; only the words of a reason go with their record (record_removal.h).
#pragma once

#include "domain/disposal.h"
#include "store/unseen.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct DisposalRow {
    Disposal disposal;
    std::optional<DisposalAnswer> answer;
};

/// What of a report's events is no longer there.
struct DisposedCounts {
    std::int64_t records = 0;
    std::int64_t events = 0;
    friend bool operator==(const DisposedCounts&, const DisposedCounts&) = default;
};

class DisposalRepository {
public:
    explicit DisposalRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const Disposal& disposal);
    /// False when it was withdrawn or confirmed before.
    bool answer(const DisposalAnswer& answer);

    std::optional<DisposalRow> find(const DisposalId& id) const;
    std::optional<DisposalRow> byCommand(const CommandId& command) const;
    /// Of this record, neither withdrawn nor confirmed.
    std::optional<DisposalRow> openOf(const PersonId& record) const;
    /// Neither withdrawn nor confirmed, oldest first.
    std::vector<DisposalRow> awaiting(const Unseen& unseen) const;
    /// Confirmed, newest first.
    std::vector<DisposalRow> done(int limit) const;

    /// When the record went that this id was of; nothing for everybody else.
    std::optional<Instant> disposedAt(const PersonId& person) const;
    /// How many records went after it.
    std::int64_t countSince(Instant then) const;
    /// Every event that was ever recorded and is gone.
    std::int64_t eventsGone() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
