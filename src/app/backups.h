// Copies of a store in a file: made while people work, thinned out with time, and put back. A server's database is backed
// up by its keeper.
#pragma once

#include "app/backup_rotation.h"
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
    std::int64_t bytes = 0;
    KeptAs as = KeptAs::newest;
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

/// When and where backups are made without being asked for. It stands in the store, for everybody who opens it.
struct BackupPlan {
    std::string folder{};
    std::optional<std::chrono::minutes> dailyAt{};  ///< from midnight in London; nothing: only by hand
    friend bool operator==(const BackupPlan&, const BackupPlan&) = default;
};

struct BackupStanding {
    BackupPlan plan{};
    std::optional<Instant> last{};  ///< the newest that was read back and found whole
    bool due = false;
    bool overdue = false;  ///< due for more than a day
};

/// When the newest one that should be there by now was due.
Instant lastDue(std::chrono::minutes dailyAt, Instant now);
BackupStanding standingOf(const BackupPlan& plan, std::optional<Instant> last, Instant now);

class Backups {
public:
    explicit Backups(Workspace& workspace) : m_workspace{workspace} {}

    /// ErrorCode::unavailable on a server, as in begin().
    Result<BackupStanding> standing(const Session& session);
    Result<Done> keepPlan(const Session& session, const BackupPlan& plan);
    /// Nothing when none is due. Whoever has the store open may: what is copied where was decided by who made the plan.
    Result<std::optional<BackupJob>> beginDue(const Session& session);
    /// It was read back and found whole.
    Result<Done> noteMade(const Session& session, const BackupMade& made);

    /// ErrorCode::unavailable on a server. Whether `folder` is there is asked by run(): a share that does not answer would
    /// hold up whoever waits for the store.
    Result<BackupJob> begin(const Session& session, const std::string& folder);

    /// Copies, reads the copy back, and only then takes away what is no longer to be kept. ErrorCode::cancelled leaves nothing;
    /// ErrorCode::notFound when the folder is not there.
    static Result<BackupMade> run(const BackupJob& job, const OnCopied& onCopied = {});

    /// What was written down in the store since then, and would be set aside if a backup of that moment took its place.
    struct Since {
        std::int64_t events = 0;    ///< about people
        std::int64_t people = 0;    ///< whom those are about
        std::int64_t added = 0;     ///< people who were not in the store then
        std::int64_t notes = 0;     ///< signed since
        std::int64_t entries = 0;   ///< of the audit: looking and printing as well
        std::int64_t disposed = 0;  ///< records that were disposed of since, and would come back
        friend bool operator==(const Since&, const Since&) = default;
    };
    Result<Since> since(const Session& session, Instant then);

private:
    Result<BackupJob> jobFor(const std::string& folder);

    Workspace& m_workspace;
};

/// What earlier restores set aside beside the store, by name.
std::vector<std::string> keptBeforeRestore(const std::string& store);

struct RestoreRequest {
    std::string backup;
    SignIn backupSignIn{};  ///< as it was when the backup was made
    std::string store;
    SignIn storeSignIn{};  ///< as it is now; not needed when the store is damaged or gone
};

/// Whether the store and the backup open with what was typed, and whether every page of the backup is whole. Changes
/// nothing. `Error::where` of a secret that does not open is "store" or "backup"; ErrorCode::refused when it is
/// too soon after a wrong one.
Result<Done> checkRestore(const RestoreRequest& request, const Clock& clock);

/// Puts a backup in the place of the store and says so in its audit. Answers where what was there is kept; empty when there
/// was nothing. Who signs in must be allowed to: in the store that is there, or else in the backup.
Result<std::string> restoreStore(const RestoreRequest& request, const Clock& clock, Random& random,
                                 const OnCopied& onCopied = {});

}  // namespace holdfast::app
