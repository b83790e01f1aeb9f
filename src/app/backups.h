// Copies of a store in a file: made while people work, thinned out with time, and put back. A server's database is backed
// up by its keeper.
#pragma once

#include "app/sign_in.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace holdfast::db {
class StoreCopier;
}

namespace holdfast::app {

struct BackupFile {
    std::string path;
    Instant madeAt;
    friend bool operator==(const BackupFile&, const BackupFile&) = default;
};

/// The backups of the store in `folder`, the newest first. Their names say when they were made:
/// "caseload-20261123-074207.holdfast-backup", in UTC. Other files are not looked at.
std::vector<BackupFile> backupsIn(const std::string& folder, const std::string& store);

/// When it was made, by its name; nothing when that does not say.
std::optional<Instant> madeAt(const std::string& backup);

/// How much of the copying is done; false stops it.
using OnCopied = std::function<bool(std::int64_t done, std::int64_t of)>;

/// What is to be done, allowed and noted in the audit; may be run on any thread while people go on working.
struct BackupJob {
    std::shared_ptr<const db::StoreCopier> copier;
    std::string folder;
    Instant now;
};

struct BackupMade {
    std::string file;
    std::vector<std::string> removed;  ///< older ones that were no longer to be kept
};

class Backups {
public:
    explicit Backups(Workspace& workspace) : m_workspace{workspace} {}

    /// ErrorCode::unavailable on a server. `folder` must be there.
    Result<BackupJob> begin(const Session& session, const std::string& folder);

    /// Copies, reads the copy back, and only then takes away what is no longer to be kept. ErrorCode::cancelled leaves nothing.
    static Result<BackupMade> run(const BackupJob& job, const OnCopied& onCopied = {});

    /// What was written down in the store since then, and would be set aside if a backup of that moment took its place.
    struct Since {
        std::int64_t events = 0;   ///< about people
        std::int64_t entries = 0;  ///< of the audit: looking and printing as well
    };
    Result<Since> since(const Session& session, Instant then);

private:
    Workspace& m_workspace;
};

struct RestoreRequest {
    std::string backup;
    SignIn backupSignIn{};  ///< as it was when the backup was made
    std::string store;
    SignIn storeSignIn{};  ///< as it is now; not needed when the store is damaged or gone
};

/// Puts a backup in the place of the store and says so in its audit. Answers where what was there is kept; empty when there
/// was nothing. Who signs in must be allowed to: in the store that is there, or else in the backup.
Result<std::string> restoreStore(const RestoreRequest& request, const Clock& clock, Random& random,
                                 const OnCopied& onCopied = {});

}  // namespace holdfast::app
