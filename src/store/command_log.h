// Every command that changed something, by the id its sender made for it, so that a repeated send is harmless.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct CommandRow {
    CommandId id;
    std::string action;   ///< nameOf(app::Action)
    std::string subject;  ///< id of what it changed or made: a person, a service, a worker
    WorkerId worker;
    Instant at;

    friend bool operator==(const CommandRow&, const CommandRow&) = default;
};

class CommandLog {
public:
    explicit CommandLog(db::Connection& connection) : m_connection{connection} {}

    /// False when a command with that id is known already; then nothing is written.
    bool remember(const CommandRow& command);

    std::optional<CommandRow> find(const CommandId& id) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
