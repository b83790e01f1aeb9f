// Handover packs as they were signed, and what became of them. Neither is ever changed.
#pragma once

#include "domain/handover_pack.h"

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct HandoverRow {
    HandoverPack pack;  ///< its text is empty: it is in the body
    std::string body;
    std::optional<HandoverAnswer> answer;
};

class HandoverRepository {
public:
    explicit HandoverRepository(db::Connection& connection) : m_connection{connection} {}

    void add(const HandoverPack& pack, const std::string& body);
    /// False when it has an answer already.
    bool answer(const HandoverAnswer& answer);

    std::optional<HandoverRow> find(const HandoverPackId& id) const;
    std::optional<HandoverRow> byCommand(const CommandId& command) const;
    std::vector<HandoverRow> of(const PersonId& person) const;  ///< newest first
    /// Those without an answer that this worker wrote or is to agree, newest first.
    std::vector<HandoverRow> waiting(const WorkerId& worker) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
