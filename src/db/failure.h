// The one exception of the program: a database that could not do what it was told. Caught in one place, app's unit of
// work, and turned into an Error there by toError().
#pragma once

#include "base/error.h"

#include <cstdint>
#include <stdexcept>
#include <string>

namespace holdfast::db {

class Failure : public std::runtime_error {
public:
    enum class Kind : std::uint8_t {
        unavailable,  ///< a server or file that cannot be reached, or a disk that answers with errors
        busy,         ///< another program holds it; worth another try
        constraint,   ///< a rule of the schema said no
        readOnly,     ///< the folder or file cannot be written
        diskFull,     ///< no room, or a size limit of the process was met
        damaged,      ///< the file does not check out
        wrongKey,     ///< the key does not open it
        notAStore,    ///< not a database, or not one of ours
        stopped,      ///< whoever waits for it said so
        other,
    };

    /// `detail` never holds a person's data. `code` is the database's own: "2067" (SQLite) or "23505" (SQLSTATE).
    Failure(Kind kind, const std::string& detail, std::string code = {})
        : std::runtime_error{detail}, m_kind{kind}, m_code{std::move(code)}
    {}

    Kind kind() const noexcept { return m_kind; }
    const std::string& code() const noexcept { return m_code; }

    /// A value that must be unique was there already.
    bool isDuplicate() const noexcept;

private:
    Kind m_kind;
    std::string m_code;
};

/// The failure as a value; `where` is usually the store's path or server.
Error toError(const Failure& failure, std::string where);

}  // namespace holdfast::db
