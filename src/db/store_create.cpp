// New stores. The file is made under another name, complete with its schema, and takes its own name in one step.
#include "base/platform.h"
#include "db/file_copy.h"
#include "db/sqlite_store.h"

#include <filesystem>

namespace holdfast::db {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 3> sidecars{"-wal", "-journal", "-shm"};

std::optional<Error> inTheWay(const std::string& path, bool encrypted)
{
    std::error_code ignored;
    if (fs::exists(path, ignored))
        return Error{ErrorCode::conflict, path, "there is a file already; expected a new name"};
    for (const char* suffix : sidecars)
        if (fs::exists(path + suffix, ignored))
            return Error{ErrorCode::conflict, path + suffix, "it is left over from another store; move it away first"};
    if (const std::string keys = envelopeFileAt(path); !keys.empty())
        return Error{ErrorCode::conflict, keys,
                     encrypted ? "the keys of another store are there; move them away first"
                               : "the keys of an encrypted store are there; move them away first"};
    if (!fs::is_directory(fs::absolute(path).parent_path(), ignored))
        return Error{ErrorCode::notFound, path, "there is no such folder"};
    if (platform::isOnNetworkShare(path))
        return Error{ErrorCode::unavailable, path,
                     "it is on a network share, where saves can be lost; choose a folder of this machine"};
    return std::nullopt;
}

/// Everything of a store that could not be finished. Nothing was there before, so nothing else is removed.
void removeMade(const std::string& path, const std::string& working)
{
    removeWithSidecars(working);
    removeWithSidecars(path);
    std::error_code ignored;
    for (const char* suffix : {".anchor", ".keys-a", ".keys-b", ".keys-a.part", ".keys-b.part"})
        fs::remove(path + suffix, ignored);
}

/// The whole new file under its working name, closed and synced.
Result<Done> make(const std::string& working, const StoreKey* key, const Schema& schema, const OpenOptions& options)
{
    removeWithSidecars(working);
    if (auto empty = platform::writeFileAtomically(working, ""); !empty)  // private from its first byte
        return empty;
    SqliteOpening opening;
    opening.key = key;
    opening.busyTimeout = options.busyTimeout;
    const auto connection = openSqlite(working, opening);
    connection->foldOnClose(true);
    if (connection->word("PRAGMA journal_mode = WAL") != "wal")
        return Error{ErrorCode::storeFailed, working, "the journal cannot be kept there"};
    if (auto ran = migrate(*connection, schema.sqlite); !ran)
        return ran.error();
    if (hasPlainHeader(connection->rawHeader()) != (key == nullptr))
        return Error{ErrorCode::storeFailed, working, "the new file is not what was asked for"};
    connection->fold();
    return Done{};
}

Opened create(const std::string& path, const NewEnvelope* made, const Schema& schema, const OpenOptions& options)
{
    const StoreKey* key = made ? &made->key : nullptr;
    const auto lock = platform::lockFile(path + ".lock");
    if (auto error = inTheWay(path, made != nullptr))
        return *error;
    if (!lock)
        return lock.error();

    const std::string working = path + ".making";
    auto done = atStore(path, [&] { return make(working, key, schema, options); });
    if (done)
        done = anchorOf(path, key)->reset(0);
    if (done && made)
        done = writeEnvelope(path, made->envelope);
    if (done) {
        std::error_code ignored;
        fs::remove(auditAnchorPath(path), ignored);  // of a store that was here before
        done = platform::replaceFile(working, path);
    }
    auto opened = done ? openStore({StoreLocation::Kind::file, path}, key, schema, options) : Opened{done.error()};
    if (opened)
        return opened;
    removeMade(path, working);
    return Error{opened.error().code, path, opened.error().detail};
}

}  // namespace

Opened createPlain(const std::string& path, const Schema& schema, const OpenOptions& options)
{
    return create(path, nullptr, schema, options);
}

Opened createEncrypted(const std::string& path, const NewEnvelope& made, const Schema& schema,
                       const OpenOptions& options)
{
    return create(path, &made, schema, options);
}

}  // namespace holdfast::db
