// Bringing a file up to date: never in place. Everything happens to a copy, which takes the store's name in one step
// when it has been checked; until then the store is the old one, whole.
#include "base/platform.h"
#include "db/sqlite_store.h"

#include <filesystem>

namespace holdfast::db {
namespace {

namespace fs = std::filesystem;

/// Gives the old file a second name. After an earlier attempt that was cut off it may have it already.
void keepOld(const std::string& path, SqliteConnection& old, const SqliteOpening& opening)
{
    const std::string kept = path + ".before-v" + std::to_string(old.number("PRAGMA user_version"));
    std::string name = kept;
    std::error_code problem;
    for (int n = 2; fs::exists(name, problem); ++n) {
        if (fs::equivalent(name, path, problem))
            return;
        name = kept + "-" + std::to_string(n);
    }
    fs::create_hard_link(path, name, problem);
    if (!problem)
        return;
    SqliteOpening whole = opening;  // a file system without links: a copy does as well
    whole.create = true;
    old.copyInto(*openSqlite(name, whole));
}

void notify(const OpenOptions& options, MigrationStage stage)
{
    if (options.onMigration)
        options.onMigration(stage);
}

}  // namespace

void removeWithSidecars(const std::string& path)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(path + suffix, ignored);
}

std::unique_ptr<SqliteConnection> openAlone(const std::string& path, const SqliteOpening& opening)
{
    auto connection = openSqlite(path, opening);
    connection->foldOnClose(true);
    connection->script("PRAGMA locking_mode = EXCLUSIVE");
    connection->script("BEGIN IMMEDIATE; COMMIT");
    if (connection->word("PRAGMA journal_mode = DELETE") != "delete")
        throw Failure{Failure::Kind::busy, "another program has it open"};
    connection->script("BEGIN EXCLUSIVE; COMMIT");
    return connection;
}

void checkCopy(SqliteConnection& copy, bool encrypted)
{
    if (copy.word("PRAGMA integrity_check(1)") != "ok" ||
        (encrypted && copy.first("PRAGMA cipher_integrity_check", {}, [](const Row&) { return true; })) ||
        copy.first("PRAGMA foreign_key_check", {}, [](const Row&) { return true; }))
        throw Failure{Failure::Kind::damaged,
                      "it does not check out after being brought up to date; nothing was changed"};
}

Result<Done> migrateFile(const std::string& path, const StoreKey* key, std::span<const Migration> steps,
                         const OpenOptions& options)
{
    const auto lock = platform::lockFile(path + ".lock");
    if (!lock)
        return lock.error();
    SqliteOpening opening;
    opening.key = key;
    opening.busyTimeout = options.busyTimeout;
    const auto old = openAlone(path, opening);
    const auto missing = pending(*old, steps);
    if (!missing || missing->empty())
        return missing ? Result<Done>{Done{}} : missing.error();

    const std::string copyPath = path + ".migrating";
    removeWithSidecars(copyPath);
    try {
        notify(options, MigrationStage::copying);
        if (auto made = platform::writeFileAtomically(copyPath, ""); !made)  // so that it is private from the start
            return made;
        auto copy = openSqlite(copyPath, opening);
        copy->foldOnClose(true);
        old->copyInto(*copy);
        notify(options, MigrationStage::changing);
        if (auto ran = migrate(*copy, steps); !ran)
            return ran.error();
        notify(options, MigrationStage::checking);
        checkCopy(*copy, key != nullptr);
    } catch (const Failure&) {
        removeWithSidecars(copyPath);
        throw;
    }
    notify(options, MigrationStage::swapping);
    keepOld(path, *old, opening);
    auto swapped = platform::replaceFile(copyPath, path);
    notify(options, MigrationStage::swapped);
    return swapped;
}

}  // namespace holdfast::db
