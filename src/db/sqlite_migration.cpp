// Bringing a file up to date: never in place. Everything happens to a copy, which takes the store's name in one step
// when it has been checked; until then the store is the old one, whole.
#include "base/platform.h"
#include "db/file_copy.h"
#include "db/sqlite_store.h"

namespace holdfast::db {
namespace {

void notify(const OpenOptions& options, MigrationStage stage)
{
    if (options.onMigration)
        options.onMigration(stage);
}

}  // namespace

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
    try {
        notify(options, MigrationStage::copying);
        makeCopy(*old, copyPath, key);
        const auto copy = openSqlite(copyPath, opening);
        copy->foldOnClose(true);
        notify(options, MigrationStage::changing);
        if (auto ran = migrate(*copy, steps); !ran)
            return ran.error();
        notify(options, MigrationStage::checking);
        checkPages(*copy, key != nullptr, "it does not check out after being brought up to date; nothing was changed");
        copy->fold();
    } catch (const Failure&) {
        removeWithSidecars(copyPath);
        throw;
    }
    notify(options, MigrationStage::swapping);
    keepUnder(path + ".before-v" + std::to_string(old->number("PRAGMA user_version")), path, old.get(), key);
    auto swapped = platform::replaceFile(copyPath, path);
    notify(options, MigrationStage::swapped);
    return swapped;
}

}  // namespace holdfast::db
