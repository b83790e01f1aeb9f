#include "app/backups.h"

#include "app/backup_rotation.h"
#include "app/store_key.h"
#include "app/store_setup.h"
#include "app/use_case.h"
#include "app/workers.h"
#include "base/log.h"
#include "db/backup.h"
#include "store/audit_trail.h"
#include "store/disposal_repository.h"
#include "store/event_repository.h"
#include "store/schema.h"

#include <algorithm>
#include <filesystem>
#include <functional>

namespace holdfast::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".holdfast-backup";

/// "20261123-074207" of 2026-11-23T07:42:07Z.
std::string stampOf(Instant instant)
{
    std::string stamp = formatInstant(std::chrono::floor<std::chrono::seconds>(instant));
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
    std::ranges::replace(stamp, 'T', '-');
    return stamp;
}

constexpr std::size_t stampSize = 15;

std::optional<Instant> instantOf(std::string_view stamp)
{
    if (stamp.size() != stampSize || stamp[8] != '-')
        return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t size) { return std::string{stamp.substr(at, size)}; };
    return parseInstant(part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(9, 2) + ':' + part(11, 2) + ':' +
                        part(13, 2) + 'Z');
}

std::string nameOf(const std::string& store, Instant made)
{
    return fs::path{store}.stem().string() + '-' + stampOf(made) + std::string{suffix};
}

std::int64_t sizeOf(const fs::directory_entry& entry)
{
    std::error_code problem;
    const auto size = entry.file_size(problem);
    return problem ? 0 : static_cast<std::int64_t>(size);
}

std::vector<Instant> timesOf(const std::vector<BackupFile>& files)
{
    std::vector<Instant> times;
    for (const BackupFile& each : files)
        times.push_back(each.madeAt);
    return times;
}

bool isEncrypted(const std::string& path)
{
    return probeStore(path) == StoreKind::encrypted;
}

Result<Done> folderThere(const std::string& folder)
{
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return Error{ErrorCode::notFound, folder, "there is no such folder; choose another one"};
    return Done{};
}

Error byItsKeeper()
{
    return {ErrorCode::unavailable, {}, "a server is backed up by its keeper; ask them"};
}

Result<std::optional<OpenedKey>> keyOf(const std::string& path, const SignIn& typed, const Clock& clock)
{
    if (!isEncrypted(path))
        return std::optional<OpenedKey>{};
    auto key = openKey(path, typed, clock);
    if (!key)
        return std::move(key).error();
    return std::optional<OpenedKey>{*std::move(key)};
}

/// Whoever signs in to the store that is there must be allowed to replace it. One that cannot be opened any more has nobody
/// left to ask.
Result<Done> allowedIn(const RestoreRequest& request, const Clock& clock, Random& random)
{
    auto opened = openStore(request.store, request.storeSignIn, clock, random);
    if (!opened || !opened->session)
        return Done{};
    Workspace& workspace = *opened->workspace;
    const auto actor = inTransaction(workspace.connection(), db::Access::read,
                                     [&] { return permitted(workspace, *opened->session, Action::restoreStore); });
    if (actor)
        return Done{};
    noteRefusal(workspace, *opened->session, Action::restoreStore, {});
    return actor.error();
}

/// In the audit of the store that is back.
Result<Done> noteRestored(const RestoreRequest& request, const SignIn& signIn, const Clock& clock, Random& random)
{
    auto answer = openStore(request.store, signIn, clock, random);
    if (!answer)
        return std::move(answer).error();
    OpenedStore opened = *std::move(answer);
    if (!opened.session) {
        const auto choices = Workers{*opened.workspace}.signInChoices();
        if (!choices || choices->empty())
            return Done{};  // a practice store without anybody
        opened.session = Session{choices->front()};
    }
    return inTransaction(opened.workspace->connection(), db::Access::write, [&]() -> Result<Done> {
        writeAudit(*opened.workspace, opened.session->worker.id, Action::restoreStore,
                   {{}, fs::path{request.backup}.filename().string()});
        return Done{};
    });
}

}  // namespace

std::optional<Instant> madeAt(const std::string& backup)
{
    const std::string name = fs::path{backup}.filename().string();
    if (!name.ends_with(suffix) || name.size() < stampSize + suffix.size())
        return std::nullopt;
    return instantOf(std::string_view{name}.substr(name.size() - suffix.size() - stampSize, stampSize));
}

std::vector<BackupFile> backupsIn(const std::string& folder, const std::string& store)
{
    std::vector<BackupFile> found;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator{folder, problem})
        if (const auto at = madeAt(entry.path().string()); at && entry.path().filename().string() == nameOf(store, *at))
            found.push_back({entry.path().string(), *at, sizeOf(entry)});
    std::ranges::sort(found, std::greater{}, &BackupFile::madeAt);
    const auto kept = whyKept(timesOf(found));
    for (BackupFile& each : found)
        if (const auto as = kept.find(each.madeAt); as != kept.end())
            each.as = as->second;
    return found;
}

std::vector<std::string> keptBeforeRestore(const std::string& store)
{
    const std::string begin = fs::path{store}.filename().string() + std::string{db::keptBeforeRestore};
    const auto isNumbered = [&](std::string_view name) {
        name.remove_prefix(begin.size());
        return name.empty() || (name.front() == '-' && name.find_first_not_of("0123456789", 1) == name.npos);
    };
    std::vector<std::string> found;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator{fs::absolute(store).parent_path(), problem})
        if (const std::string name = entry.path().filename().string(); name.starts_with(begin) && isNumbered(name))
            found.push_back(name);
    std::ranges::sort(found);
    return found;
}

Result<BackupJob> Backups::begin(const Session& session, const std::string& folder)
{
    return audited(m_workspace, session, Action::backUpStore, {}, [&](AuditNote& note) -> Result<BackupJob> {
        auto job = jobFor(folder);
        if (job)
            note.detail = stampOf(job->now);
        return job;
    });
}

Result<BackupJob> Backups::jobFor(const std::string& folder)
{
    auto copier = m_workspace.connection().copier();
    if (!copier)
        return byItsKeeper();
    return BackupJob{std::move(copier), folder, m_workspace.clock().now()};
}

Result<BackupMade> Backups::run(const BackupJob& job, const OnCopied& onCopied)
{
    if (auto there = folderThere(job.folder); !there)
        return there.error();
    const std::string& store = job.copier->path();
    BackupMade made{(fs::path{job.folder} / nameOf(store, job.now)).string(), {}};
    if (auto copied = job.copier->copyTo(made.file, onCopied); !copied)
        return copied.error();
    const auto all = backupsIn(job.folder, store);
    const auto old = notKept(timesOf(all));
    for (const BackupFile& each : all)
        if (std::ranges::find(old, each.madeAt) != old.end()) {
            db::removeBackup(each.path);
            made.removed.push_back(each.path);
        }
    log::info("store.backed_up", made.removed.size());
    return made;
}

Result<Backups::Since> Backups::since(const Session& session, Instant then)
{
    return unsaved(m_workspace, session, Action::restoreStore, {}, [&]() -> Result<Since> {
        const store::EventRepository events{m_workspace.connection()};
        const store::AuditTrail audit{m_workspace.connection()};
        const store::DisposalRepository disposals{m_workspace.connection()};
        return Since{events.countSince(then),
                     events.countPeopleSince(then),
                     audit.countSince(then, nameOf(Action::registerPerson)),
                     audit.countSince(then, nameOf(Action::signNote)),
                     audit.countSince(then),
                     disposals.countSince(then)};
    });
}

Result<Done> checkRestore(const RestoreRequest& request, const Clock& clock)
{
    const auto keyAt = [&](const std::string& path, const SignIn& typed, const char* where) {
        auto key = keyOf(path, typed, clock);
        if (!key && (key.error().code == ErrorCode::wrongKey || key.error().where == "sign_in"))
            return Result<std::optional<OpenedKey>>{Error{key.error().code, where, key.error().detail}};
        return key;
    };
    if (!request.storeSignIn.secret.empty())
        if (const auto present = keyAt(request.store, request.storeSignIn, "store"); !present)
            return present.error();
    const auto key = keyAt(request.backup, request.backupSignIn, "backup");
    if (!key)
        return key.error();
    return db::checkBackup(request.backup, *key ? &(*key)->key : nullptr, store::schema());
}

Result<std::string> restoreStore(const RestoreRequest& request, const Clock& clock, Random& random,
                                 const OnCopied& onCopied)
{
    const auto backupKey = keyOf(request.backup, request.backupSignIn, clock);
    if (!backupKey)
        return backupKey.error();
    // Without a passphrase for it the store is taken for one that nobody can open any more.
    const bool asked = !request.storeSignIn.secret.empty();
    const auto presentKey = asked ? keyOf(request.store, request.storeSignIn, clock)
                                  : Result<std::optional<OpenedKey>>{std::optional<OpenedKey>{}};
    if (!presentKey)
        return presentKey.error();
    if (auto allowed = allowedIn(request, clock, random); !allowed)
        return allowed.error();
    const auto keyIn = [](const std::optional<OpenedKey>& opened) { return opened ? &opened->key : nullptr; };
    auto kept =
        db::restore({request.backup, keyIn(*backupKey), request.store, keyIn(*presentKey)}, store::schema(), onCopied);
    if (!kept)
        return kept;
    log::info("store.restored");
    if (auto noted = noteRestored(request, *presentKey ? request.storeSignIn : request.backupSignIn, clock, random);
        !noted)
        return noted.error();
    return kept;
}

}  // namespace holdfast::app
