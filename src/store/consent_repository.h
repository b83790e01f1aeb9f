// What people agreed to share, and what was shared outside it. Nothing here changes or goes.
#pragma once

#include "domain/consent.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class ConsentRepository {
public:
    explicit ConsentRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const Consent& consent);
    std::optional<Consent> find(const ConsentId& id) const;
    std::optional<Consent> byCommand(const CommandId& command) const;
    /// False when it is in error already.
    bool insertInError(const ConsentInError& inError);
    std::vector<ConsentRecord> records(const PersonId& person) const;  ///< newest first

    void insertException(const ShareException& exception);
    std::optional<ShareException> exceptionByCommand(const CommandId& command) const;
    std::vector<ShareException> exceptions(const PersonId& person) const;  ///< newest first

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
