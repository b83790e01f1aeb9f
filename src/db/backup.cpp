#include "db/backup.h"

#include "base/platform.h"
#include "db/file_copy.h"
#include "db/sqlite_store.h"

#include <filesystem>

namespace holdfast::db {
namespace {

namespace fs = std::filesystem;

std::optional<Error> inTheWay(const std::string& target)
{
    std::error_code ignored;
    if (fs::exists(target, ignored) || hasEnvelope(target))
        return Error{ErrorCode::conflict, target, "there is a file already; expected a new name"};
    if (!fs::is_directory(fs::absolute(target).parent_path(), ignored))
        return Error{ErrorCode::notFound, target, "there is no such folder"};
    return std::nullopt;
}

/// The store as it is now, whatever is saved meanwhile; how many saves the copy holds.
Result<std::int64_t> copyPages(const std::string& from, const StoreKey* key, const std::string& to,
                               const OnPages& onPages)
{
    OpenOptions reading;
    reading.readOnly = true;
    const auto source = examine(from, key, reading);
    if (!source)
        return source.error();
    (*source)->script("BEGIN; SELECT count(*) FROM store_commit");
    const std::int64_t count = savedCount(**source);
    if (!makeCopy(**source, to, key, onPages))
        return Error{ErrorCode::cancelled, to, "it was stopped; nothing was kept of it"};
    return count;
}

/// Read back from the disk, not from what was just written.
void checkWritten(const std::string& path, const StoreKey* key, std::int64_t count, const OnPages& onPages)
{
    SqliteOpening opening;
    opening.key = key;
    opening.immutable = true;
    const auto copy = openSqlite(path, opening);
    if (hasPlainHeader(copy->rawHeader()) != (key == nullptr) || savedCount(*copy) != count)
        throw Failure{Failure::Kind::damaged, "the copy is not what was copied; nothing was kept of it"};
    checkPages(*copy, key != nullptr, "the copy does not check out; nothing was kept of it", onPages);
}

Result<Done> finish(const std::string& storePath, const StoreKey* key, const std::string& target, std::int64_t count)
{
    if (auto recorded = anchorOf(target, key)->reset(count); !recorded)
        return recorded;
    if (key) {
        const auto keys = readEnvelope(storePath);
        if (!keys)
            return keys.error();
        if (auto written = writeEnvelope(target, keys->envelope); !written)
            return written;
    }
    return platform::replaceFile(target + ".part", target);
}

}  // namespace

Result<Done> backUp(const std::string& storePath, const StoreKey* key, const std::string& target,
                    const OnPages& onPages)
{
    if (auto error = inTheWay(target))
        return *error;
    const std::string working = target + ".part";
    auto done = atStore(storePath, [&]() -> Result<Done> {
        const auto count = copyPages(storePath, key, working, onPages);
        if (!count)
            return count.error();
        checkWritten(working, key, *count, onPages);
        return finish(storePath, key, target, *count);
    });
    if (!done) {
        removeWithSidecars(working);
        removeBackup(target);
    }
    return done;
}

StoreCopier::StoreCopier(std::string path, const StoreKey* key) : m_path{std::move(path)}
{
    if (key)
        m_key = withData(*key, key->data);
}

Result<Done> StoreCopier::copyTo(const std::string& target, const OnPages& onPages) const
{
    return backUp(m_path, m_key ? &*m_key : nullptr, target, onPages);
}

void removeBackup(const std::string& path)
{
    removeWithSidecars(path);
    std::error_code ignored;
    for (const std::string_view suffix : besideStore)
        fs::remove(path + std::string{suffix}, ignored);
    for (const char* suffix : {".lock", ".keys-lock"})
        fs::remove(path + suffix, ignored);
}

}  // namespace holdfast::db
