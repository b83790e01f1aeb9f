// How a store in a file is examined, made and brought up to date. The door to it is store_file.h.
#pragma once

#include "db/sqlite_connection.h"
#include "db/store_file.h"

namespace holdfast::db {

using OpenedFile = Result<std::unique_ptr<SqliteConnection>>;

/// Opens the file and finds out whether it is a store of ours, whole, and complete, without changing a byte. The
/// schema is not looked at. Throws Failure; the caller names the file.
OpenedFile examine(const std::string& path, const StoreKey* key, const OpenOptions& options);

/// Makes an examined store ready for work: journal, counting, folding on close.
void makeReady(SqliteConnection& connection, const std::string& path, const StoreKey* key);

/// The anchor of a store, sealed with its key when it has one.
std::unique_ptr<Anchor> anchorOf(const std::string& path, const StoreKey* key);

/// How many transactions were saved, by the store's own count.
std::int64_t savedCount(Connection& connection);

/// Applies the missing steps to a copy, checks it, keeps the old file as <path>.before-v<N> and swaps the copy in.
/// ErrorCode::busy when another program has the store open. Throws Failure; then the store is as it was.
Result<Done> migrateFile(const std::string& path, const StoreKey* key, std::span<const Migration> steps,
                         const OpenOptions& options);

/// Runs `work`; a Failure becomes an Error at `path`. For a store whose key has been proven, "not a database" can
/// only mean damage.
template <class Work>
auto atStore(const std::string& path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const Failure& failure) {
        Error error = toError(failure, path);
        if (error.code == ErrorCode::notAStore)
            error.code = ErrorCode::damaged;
        return error;
    }
}

}  // namespace holdfast::db
