// Papers kept whole, where the letters among them went, and each team's letterhead. A paper and its bytes never change.
#pragma once

#include "base/result.h"
#include "domain/document.h"
#include "domain/letterhead.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class DocumentRepository {
public:
    explicit DocumentRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const KeptDocument& document, const std::string& content);
    std::optional<KeptDocument> find(const DocumentId& id) const;
    std::optional<KeptDocument> byCommand(const CommandId& command) const;
    std::vector<KeptDocument> forPerson(const PersonId& person) const;  ///< newest first
    std::optional<std::string> content(const DocumentId& id) const;
    /// Ids in order, for going through all of them.
    std::vector<DocumentId> ids(const DocumentId& after, int limit) const;

    void insertSending(const LetterSending& sending);
    std::vector<LetterSending> sendings(const PersonId& person) const;

private:
    db::Connection& m_connection;
};

class LetterheadRepository {
public:
    explicit LetterheadRepository(db::Connection& connection) : m_connection{connection} {}

    std::optional<Letterhead> find(const ServiceId& service) const;
    /// Saves if `letterhead.version` is current (0: there is none yet) and returns it one up; else ErrorCode::conflict.
    Result<Letterhead> save(Letterhead letterhead);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
