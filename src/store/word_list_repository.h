// What teams made of the list of words that hurt: rows are added, never changed.
#pragma once

#include "domain/kind_words.h"

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class WordListRepository {
public:
    explicit WordListRepository(db::Connection& connection) : m_connection{connection} {}

    /// The newest row of each entry, by its id.
    std::vector<KindWordRow> of(const ServiceId& service) const;
    /// Every row of one entry, oldest first.
    std::vector<KindWordRow> history(const ServiceId& service, const KindWordId& word) const;
    /// Adds the row after version `row.version` (0: the first); ErrorCode::conflict when somebody else did.
    Result<KindWordRow> add(const ServiceId& service, KindWordRow row);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
