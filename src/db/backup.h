// Copies of a store in a file, made while people work, and the way back to one. A copy is a store of its own: with the keys
// of that day and its own record of saves beside it.
#pragma once

#include "base/result.h"
#include "db/store_file.h"

#include <functional>
#include <optional>
#include <string>

namespace holdfast::db {

/// How many pages were copied, of how many: all of them while the copy is read back. False stops it.
using OnPages = std::function<bool(std::int64_t done, std::int64_t of)>;

/// Copies the store as it is at one moment to `target`, where nothing may be yet. It has that name only once every page
/// was read back from the disk and found whole. ErrorCode::cancelled when it was stopped: then nothing is left.
Result<Done> backUp(const std::string& storePath, const StoreKey* key, const std::string& target,
                    const OnPages& onPages = {});

/// Makes backups of one open store on any thread, without its connection.
class StoreCopier {
public:
    StoreCopier(std::string path, const StoreKey* key);
    const std::string& path() const { return m_path; }
    Result<Done> copyTo(const std::string& target, const OnPages& onPages = {}) const;

private:
    std::string m_path;
    std::optional<StoreKey> m_key;
};

/// Takes a backup with everything beside it away.
void removeBackup(const std::string& path);

/// Opens it and reads every page. ErrorCode::damaged when it is not whole, ErrorCode::newerStore when it is of a later
/// version; ErrorCode::wrongKey, notAStore and notFound say what they say.
Result<Done> checkBackup(const std::string& path, const StoreKey* key, const Schema& schema);

/// What stood in a store's place is kept beside it under its name and this, then "-2", "-3" ...
inline constexpr std::string_view keptBeforeRestore = ".before-restore";

/// What is put where by restore().
struct Restoring {
    std::string backup;
    const StoreKey* backupKey = nullptr;  ///< of the backup, which may be older than the store's
    std::string store;
    /// Of the store that is there now: its passphrases stay those of today. Without it, when it cannot be opened any more or
    /// there is none, the backup's own passphrases hold again.
    const StoreKey* presentKey = nullptr;
};

/// Puts the backup in the place of the store, in one step: cut off at any moment, the old store is there or the new one.
/// What was there is kept; its new name is the answer, empty when there was nothing. ErrorCode::busy when another program
/// has the store open, ErrorCode::newerStore when the backup is of a later version, ErrorCode::damaged when it is not whole.
Result<std::string> restore(const Restoring& what, const Schema& schema, const OnPages& onPages = {});

}  // namespace holdfast::db
