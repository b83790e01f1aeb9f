#include "db/sqlite_store.h"

#include "base/platform.h"
#include "db/backup.h"

#include <filesystem>

namespace holdfast::db {
namespace {

bool hasContent(const std::string& path)
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    return !problem && size > 0;
}

SqliteOpening openingOf(const StoreKey* key, const OpenOptions& options)
{
    SqliteOpening opening;
    opening.key = key;
    opening.busyTimeout = options.busyTimeout;
    opening.cacheKib = options.cacheKib;
    return opening;
}

/// Opens and reads the first page, which is where a wrong key, a damaged head and read-only media show.
std::unique_ptr<SqliteConnection> openAndRead(const std::string& path, const SqliteOpening& opening)
{
    auto connection = openSqlite(path, opening);
    // Until the store has been found sound a journal that waits is left waiting: folding it in would change the file,
    // and with it go the traces of what is wrong.
    connection->foldOnClose(!hasContent(path + "-wal"));
    connection->number("SELECT count(*) FROM sqlite_schema");
    return connection;
}

/// For a check or a report. A store with a journal cannot be read in a read-only folder the usual way; when nothing
/// waits in the journal the file alone is the whole truth.
std::unique_ptr<SqliteConnection> openForReading(const std::string& path, SqliteOpening opening)
{
    try {
        auto connection = openAndRead(path, opening);
        connection->script("PRAGMA query_only = ON");
        return connection;
    } catch (const Failure& failure) {
        if (failure.kind() != Failure::Kind::readOnly || hasContent(path + "-wal"))
            throw;
    }
    opening.immutable = true;
    return openAndRead(path, opening);
}

/// What the bytes on disk must look like, whatever the library said.
std::optional<Error> proveBytes(SqliteConnection& connection, const std::string& path, bool encrypted)
{
    const std::string header = connection.rawHeader();
    if (header.empty())
        return Error{ErrorCode::damaged, path, "the file is empty"};
    if (encrypted && hasPlainHeader(header))
        return Error{ErrorCode::damaged, path, "it has keys beside it, but it is not encrypted"};
    if (connection.number("PRAGMA application_id") != applicationId)
        return Error{encrypted ? ErrorCode::damaged : ErrorCode::notAStore, path, "it is not a Holdfast store"};
    return std::nullopt;
}

/// Whether every save that was recorded is there. `before` was read before the count and the anchor is read again
/// after it, because another program may be saving.
std::optional<Error> proveSaves(SqliteConnection& connection, const std::string& path, const StoreKey* key)
{
    const auto anchor = anchorOf(path, key);
    const auto before = anchor->read();
    const std::int64_t count = savedCount(connection);
    const auto after = anchor->read();
    if (!before || !after) {
        const Error& error = before ? after.error() : before.error();
        return error.code == ErrorCode::notFound ? std::nullopt : std::optional{error};
    }
    const std::string gap = gapBetween({before->done, after->intent}, count);
    if (gap.empty())
        return std::nullopt;
    return Error{ErrorCode::damaged, path,
                 gap + ". Restore a backup; if this copy was put here on purpose, remove " + anchorPath(path)};
}

}  // namespace

std::unique_ptr<Anchor> anchorOf(const std::string& path, const StoreKey* key)
{
    return anchorBeside(path, key ? key->derived(Purpose::anchor) : Secret{});
}

std::int64_t savedCount(Connection& connection)
{
    return connection
        .first("SELECT count FROM store_commit WHERE id = 1", {}, [](const Row& row) { return row.integer(0); })
        .value_or(0);
}

OpenedFile examine(const std::string& path, const StoreKey* key, const OpenOptions& options)
{
    const SqliteOpening opening = openingOf(key, options);
    auto connection = options.readOnly ? openForReading(path, opening) : openAndRead(path, opening);
    if (!options.readOnly && connection->isReadOnly())
        return Error{ErrorCode::readOnly, path, "the file may not be written"};
    if (auto fault = proveBytes(*connection, path, key != nullptr))
        return *fault;
    if (!options.readOnly)
        if (auto fault = proveSaves(*connection, path, key))
            return *fault;
    return connection;
}

void makeReady(SqliteConnection& connection, const std::string& path, const StoreKey* key)
{
    if (connection.word("PRAGMA journal_mode = WAL") != "wal")
        throw Failure{Failure::Kind::busy, "another program has it open"};
    connection.foldOnClose(true);
    auto anchor = anchorOf(path, key);
    if (const auto record = anchor->read(); !record && record.error().code == ErrorCode::notFound)
        if (const auto begun = anchor->reset(savedCount(connection)); !begun)
            throw Failure{begun.error().code == ErrorCode::diskFull ? Failure::Kind::diskFull : Failure::Kind::readOnly,
                          begun.error().detail};
    connection.countWith(std::move(anchor));
    connection.copyWith(std::make_shared<const StoreCopier>(path, key));
}

}  // namespace holdfast::db
