// Joined records: what was joined and taken apart stays for good, and which ids make up a record now is kept beside it for
// record_parts.h.
#pragma once

#include "base/result.h"
#include "domain/merge.h"

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class MergeRepository {
public:
    explicit MergeRepository(db::Connection& connection) : m_connection{connection} {}

    /// Joins `merged` and all that was joined to it to the record of `kept`. Both lead a record of their own; else
    /// ErrorCode::conflict with where "merged" or "kept".
    Result<Done> join(const PersonMerge& merge);

    /// ErrorCode::notFound when there is no such merge, ErrorCode::conflict when it was undone before.
    Result<Done> takeApart(const PersonUnmerge& unmerge);

    std::optional<MergeRecord> find(const MergeId& id) const;
    std::optional<MergeRecord> byCommand(const CommandId& command) const;
    std::optional<MergeRecord> undoneByCommand(const CommandId& command) const;

    /// Those in which one of these ids was kept or merged, oldest first, the undone ones too.
    std::vector<MergeRecord> of(const std::vector<PersonId>& people) const;
    /// Those by which something was joined to one of these ids, oldest first, the undone ones too.
    std::vector<MergeRecord> into(const std::vector<PersonId>& kept) const;

    /// The words of every id of a record, under the leading one; nobody is found by an id that was merged.
    void putWords(const PersonId& record);

    /// What to do is shown once in a joined record; apart again, each has what its own plans and meetings say. Carers whom
    /// what was written under `kept` speaks of are known to it too.
    void restore(const PersonId& kept, const PersonId& merged);

private:
    void regroup(const std::vector<PersonId>& people);

    db::Connection& m_connection;
};

}  // namespace holdfast::store
