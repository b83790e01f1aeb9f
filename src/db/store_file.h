// Where a store is, what is there, and opening it. Whatever is wrong with it becomes an Error that says so, and the
// file is left as it was.
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "db/envelope.h"
#include "db/migrator.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace holdfast::db {

/// What --store names: a file, or a PostgreSQL server by URI.
struct StoreLocation {
    enum class Kind : std::uint8_t { file, server };
    Kind kind = Kind::file;
    std::string text;  ///< the path or the URI

    bool isFile() const noexcept { return kind == Kind::file; }
    /// For messages and the log: the path, or "host/database" of a server.
    std::string label() const;
};

/// ErrorCode::invalid for a URI that cannot be read, that carries a password (it would be seen in the process list;
/// the passfile is the place) or that asks for a clear connection to another machine.
Result<StoreLocation> parseLocation(std::string_view text);

enum class FileKind : std::uint8_t { missing, plainStore, encryptedStore, notAStore, unreadable };

/// Looks at the first bytes and at the envelope beside; changes nothing.
FileKind probe(const std::string& path);

/// Where the bringing up to date of a file has got to, for a line on the screen.
enum class MigrationStage : std::uint8_t { copying, changing, checking, swapping, swapped };

struct OpenOptions {
    bool readOnly = false;  ///< for checks and reports: nothing is migrated, nothing can be saved
    std::chrono::milliseconds busyTimeout{5000};
    std::int64_t cacheKib = std::int64_t{64} * 1024;
    std::function<void(MigrationStage)> onMigration;
};

using Opened = Result<std::unique_ptr<Connection>>;

/// A new store for practice, not encrypted. Never replaces a file.
Opened createPlain(const std::string& path, const Schema& schema, const OpenOptions& options = {});

/// A new encrypted store with its envelope. Never replaces a file.
Opened createEncrypted(const std::string& path, const NewEnvelope& made, const Schema& schema,
                       const OpenOptions& options = {});

/// Opens an existing store and brings it up to `schema`; a file is migrated on a copy that is checked and swapped in,
/// the old one kept as <path>.before-v<N>. A server's database may be empty. `key` is needed for an encrypted file.
Opened openStore(const StoreLocation& location, const StoreKey* key, const Schema& schema,
                 const OpenOptions& options = {});

}  // namespace holdfast::db
