#include "base/platform.h"
#include "db/file_copy.h"
#include "db/sqlite_store.h"

#include <algorithm>
#include <filesystem>

namespace holdfast::db {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostBeside = std::size_t{1} << 20U;

bool isThere(const std::string& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// The store that is to be replaced, alone with it, when it can still be opened.
std::unique_ptr<SqliteConnection> present(const Restoring& what)
{
    if (!isThere(what.store))
        return nullptr;
    SqliteOpening opening;
    opening.key = what.presentKey;
    try {
        auto connection = openAlone(what.store, opening);
        connection->number("SELECT count(*) FROM sqlite_schema");
        return connection;
    } catch (const Failure& failure) {
        if (failure.kind() == Failure::Kind::busy)
            throw;
        return nullptr;  // damaged: that is what backups are for
    }
}

/// What lies beside the store is kept beside its kept copy. A journal that could not be folded in goes there as well: left
/// behind it would be taken for the new file's.
Result<Done> keepBeside(const std::string& store, const std::string& kept)
{
    if (isThere(store + "-wal"))
        if (auto moved = platform::replaceFile(store + "-wal", kept + "-wal"); !moved)
            return moved;
    std::error_code ignored;
    fs::remove(store + "-shm", ignored);
    for (const std::string_view suffix : besideStore) {
        const std::string from = store + std::string{suffix};
        if (!isThere(from))
            continue;
        const auto bytes = platform::readFile(from, mostBeside);
        if (!bytes)
            return bytes.error();
        if (auto written = platform::writeFileAtomically(kept + std::string{suffix}, *bytes); !written)
            return written;
    }
    return Done{};
}

OpenedFile wholeBackup(const std::string& path, const StoreKey* key, const Schema& schema, const OnPages& onPages = {})
{
    OpenOptions reading;
    reading.readOnly = true;
    auto backup = examine(path, key, reading);
    if (!backup)
        return backup;
    if (const auto steps = pending(**backup, schema.sqlite); !steps)
        return steps.error();
    checkPages(**backup, key != nullptr, "the backup is not whole; the store is as it was", onPages, Reading::before);
    return backup;
}

/// The copy of the backup under its working name, whole, and knowing so many saves.
Result<Done> prepare(const Restoring& what, const StoreKey* key, const std::string& working, std::int64_t recorded,
                     const Schema& schema, const OnPages& onPages, std::int64_t& count)
{
    auto backup = wholeBackup(what.backup, what.backupKey, schema, onPages);
    if (!backup)
        return backup.error();
    if (!makeCopy(**backup, working, key, onPages))
        return Error{ErrorCode::cancelled, what.store, "it was stopped; the store is as it was"};
    SqliteOpening opening;
    opening.key = key;
    const auto copy = openSqlite(working, opening);
    copy->foldOnClose(true);
    checkPages(*copy, key != nullptr, "the backup is not whole; the store is as it was", onPages);
    // The record of saves beside the store must fit the old file and the new one: the swap is a single step.
    count = std::max(recorded, savedCount(*copy));
    copy->script("UPDATE store_commit SET count = " + std::to_string(count) + " WHERE id = 1");
    copy->fold();
    return Done{};
}

Result<Done> putInPlace(const Restoring& what, const std::string& working, const StoreKey* key, bool keepKeys,
                        std::int64_t count, bool hasRecord)
{
    const auto anchor = anchorOf(what.store, key);
    if (auto told = hasRecord ? anchor->intend(count) : anchor->reset(count); !told)
        return told;
    if (key && !keepKeys) {
        const auto keys = readEnvelope(what.backup);
        if (!keys)
            return keys.error();
        if (auto written = writeEnvelope(what.store, keys->envelope); !written)
            return written;
    }
    if (auto swapped = platform::replaceFile(working, what.store); !swapped)
        return swapped;
    std::error_code ignored;
    fs::remove(auditAnchorPath(what.store), ignored);  // it speaks of entries that were set aside
    return anchor->complete(count);
}

}  // namespace

Result<Done> checkBackup(const std::string& path, const StoreKey* key, const Schema& schema)
{
    return atStore(path, [&]() -> Result<Done> {
        const auto backup = wholeBackup(path, key, schema);
        if (!backup)
            return backup.error();
        return Done{};
    });
}

Result<std::string> restore(const Restoring& what, const Schema& schema, const OnPages& onPages)
{
    const auto lock = platform::lockFile(what.store + ".lock");
    if (!lock)
        return lock.error();
    const std::string working = what.store + ".restoring";
    const auto run = [&]() -> Result<std::string> {
        const auto old = present(what);
        // Today's passphrases stay as long as there is a store that they open.
        const bool keepKeys = old && what.presentKey;
        const StoreKey* key = keepKeys ? what.presentKey : what.backupKey;
        const auto record = anchorOf(what.store, key)->read();
        std::int64_t count = 0;
        if (auto prepared = prepare(what, key, working, record ? record->intent : 0, schema, onPages, count); !prepared)
            return prepared.error();
        std::string kept;
        if (isThere(what.store)) {
            kept = keepUnder(what.store + std::string{keptBeforeRestore}, what.store, old.get(), key);
            if (auto beside = keepBeside(what.store, kept); !beside)
                return beside.error();
        }
        if (auto put = putInPlace(what, working, key, keepKeys, count, record.has_value()); !put)
            return put.error();
        return kept;
    };
    auto done = atStore(what.backup, run);
    if (!done)
        removeWithSidecars(working);
    return done;
}

}  // namespace holdfast::db
