// Who decided that a record, or every one, is kept longer, and who lifted that. Nothing here is ever changed.
#pragma once

#include "domain/retention_keep.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class RetentionRepository {
public:
    explicit RetentionRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const RetentionKeep& keep);
    /// False when somebody lifted it already.
    bool lift(const RetentionKeepId& keep, const RetentionLift& lift);

    std::optional<RetentionKeep> find(const RetentionKeepId& keep) const;
    std::optional<RetentionKeep> byCommand(const CommandId& command) const;
    std::optional<RetentionKeep> liftedByCommand(const CommandId& command) const;

    /// Of the record, under whichever of its ids; newest first, those that are over too.
    std::vector<RetentionKeep> of(const PersonId& record) const;
    /// Of those that hold on `today` the one that does so longest.
    std::optional<RetentionKeep> longestOf(const PersonId& record, Date today) const;
    /// Of single records, those not lifted whose day is after `today`: by that day.
    std::vector<RetentionKeep> standing(Date today, int limit) const;
    /// What holds every record now.
    std::optional<RetentionKeep> ofAll() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
