// The one path by which something that was written about a person leaves the store: the whole record, with every id that was
// joined to it, in the caller's transaction. What the audit and old reports are built on stays: ids, times, links.
#pragma once

#include "domain/disposal.h"
#include "store/found_index.h"

#include <span>
#include <string_view>
#include <vector>

namespace holdfast::store {

/// A table of which a person's rows go, and which those are.
struct RecordTable {
    std::string_view name;
    std::string_view where;  ///< "person IN (@)"
    std::string_view
        changed;  ///< a sum that another writing changes, "0" when rows are only added; empty: says nothing
};

/// In the order in which they go.
std::span<const RecordTable> recordTables();

class RecordRemoval {
public:
    RecordRemoval(db::Connection& connection, const PersonId& record);

    const std::vector<PersonId>& people() const { return m_people; }

    RecordContents contents() const;
    /// The record counted table by table: the same until something is written to it. Reading it changes nothing.
    std::string held() const;

    /// Nobody writes to the record from here to the end of the transaction.
    void lock();
    /// All of it. The disposal has been confirmed in this transaction.
    void run(const DisposalId& disposal, const FoundIndex::LetterText& letterText);

private:
    void everywhere(std::string_view sql, db::Params values = {});
    void leaveIds(const DisposalId& disposal);
    void removeRows();

    db::Connection& m_connection;
    std::vector<PersonId> m_people;
};

}  // namespace holdfast::store
