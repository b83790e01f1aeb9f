#include "app/accounts.h"

#include "app/store_key.h"
#include "app/use_case.h"
#include "base/log.h"
#include "db/key_rotation.h"
#include "db/store_file.h"
#include "store/schema.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

Error noAccountsHere()
{
    return {ErrorCode::refused, "accounts", "accounts.none_here"};
}

std::optional<db::Account> accountOf(const std::string& path, const WorkerId& worker)
{
    const auto accounts = db::accountsOf(path);
    if (!accounts)
        return std::nullopt;
    const auto account = std::ranges::find(*accounts, worker.str(), &db::Account::worker);
    return account == accounts->end() ? std::nullopt : std::optional{*account};
}

Result<db::Account> accountNamed(const std::string& path, const std::string& user)
{
    const auto accounts = db::accountsOf(path);
    if (!accounts)
        return accounts.error();
    const auto account = std::ranges::find(*accounts, user, &db::Account::user);
    if (account == accounts->end())
        return Error{ErrorCode::notFound, "user", "nobody has an account of this name"};
    return *account;
}

/// The store's key, by the passphrase of whoever asks or by the recovery key.
Result<OpenedKey> keyOf(Workspace& workspace, const Session& session, std::string own)
{
    const std::string& path = workspace.facts().file;
    const auto account = accountOf(path, session.worker.id);
    auto key = openKey(path, {account ? account->user : "-", std::move(own)}, workspace.clock());
    if (!key && key.error().code == ErrorCode::wrongKey)
        return Error{ErrorCode::wrongKey, "own", "it is not your passphrase"};
    return key;
}

/// Asks whether `session` may, for its passphrase, and does `work(key)` with its audit entry about `worker`.
template <class Work>
Result<Done> withKey(Workspace& workspace, const Session& session, Action action, const WorkerId& worker,
                     const char* said, std::string own, Work work)
{
    if (!workspace.facts().encrypted)
        return noAccountsHere();
    auto allowed = unsaved(workspace, session, action, {}, [] { return Result<Done>{Done{}}; });
    if (!allowed && allowed.error().code == ErrorCode::forbidden)
        noteRefusal(workspace, session, action, worker.str());
    if (!allowed)
        return allowed;
    // It takes most of a second, and nobody's saving waits for that.
    auto key = keyOf(workspace, session, std::move(own));
    if (!key)
        return std::move(key).error();
    return audited(workspace, session, action, worker.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = said;
        return work(key->key);
    });
}

/// The workspace goes on with a connection under the new key, or under the old one when it could not be changed.
Result<Done> rotate(Workspace& workspace, const Session& session, const std::string& own)
{
    const std::string path = workspace.facts().file;
    auto old = keyOf(workspace, session, own);
    if (!old)
        return std::move(old).error();
    workspace.close();
    const auto rotated = db::rotateDataKey(path, old->key);
    auto now = keyOf(workspace, session, own);
    if (!now)
        return std::move(now).error();
    auto connection = db::openStore({db::StoreLocation::Kind::file, path}, &now->key, store::schema());
    if (!connection)
        return std::move(connection).error();
    workspace.reopen(*std::move(connection));
    return rotated;
}

}  // namespace

Result<std::vector<AccountRow>> Accounts::list(const Session& session)
{
    return audited(m_workspace, session, Action::manageAccounts, {},
                   [&](AuditNote& note) -> Result<std::vector<AccountRow>> {
                       const std::string& path = m_workspace.facts().file;
                       if (!m_workspace.facts().encrypted)
                           return noAccountsHere();
                       const auto accounts = db::accountsOf(path);
                       if (!accounts)
                           return accounts.error();
                       const SignInTries tries{path};
                       std::vector<AccountRow> rows;
                       for (const db::Account& account : *accounts)
                           rows.push_back({account.user, WorkerId{account.worker}, account.mustChange,
                                           tries.standing(account.user, m_workspace.clock().now()).locked});
                       note.detail = std::to_string(rows.size()) + " rows";
                       return rows;
                   });
}

Result<Done> Accounts::add(const Session& session, std::string own, NewAccount account)
{
    auto user = checkedUser(account.user);
    if (!user)
        return std::move(user).error();
    const auto passphrase = db::Secret::taking(std::move(account.passphrase));
    return withKey(
        m_workspace, session, Action::manageAccounts, account.worker, "added", std::move(own),
        [&](const db::StoreKey& key) -> Result<Done> {
            const auto worker = store::WorkerRepository{m_workspace.connection()}.find(account.worker);
            if (!worker || !worker->active)
                return Error{ErrorCode::notFound, "worker", "expected a worker who works here now"};
            return db::addAccount(m_workspace.facts().file, key, {*user, worker->id.str(), true}, passphrase);
        });
}

Result<AccountRemoved> Accounts::remove(const Session& session, std::string own, const std::string& user)
{
    const std::string path = m_workspace.facts().file;
    const auto account = accountNamed(path, user);
    if (!account)
        return account.error();
    if (account->worker == session.worker.id.str())
        return Error{ErrorCode::refused, "user", "accounts.own"};
    auto removed = withKey(m_workspace, session, Action::manageAccounts, WorkerId{account->worker}, "removed", own,
                           [&](const db::StoreKey& key) { return db::removeAccount(path, key, user); });
    if (!removed)
        return std::move(removed).error();
    const auto changed = changeKey(session, std::move(own));
    if (!changed && changed.error().code != ErrorCode::busy)
        return changed.error();
    return AccountRemoved{changed.has_value()};
}

Result<Done> Accounts::changeKey(const Session& session, std::string own)
{
    auto changed = withKey(m_workspace, session, Action::manageAccounts, {}, "key asked to change", own,
                           [](const db::StoreKey&) { return Result<Done>{Done{}}; });
    if (!changed)
        return changed;
    changed = rotate(m_workspace, session, own);
    db::wipe(own);
    if (!changed)
        return changed;
    return audited(m_workspace, session, Action::manageAccounts, {}, [](AuditNote& note) -> Result<Done> {
        note.detail = "key changed";
        return Done{};
    });
}

Result<Done> Accounts::reset(const Session& session, std::string own, const std::string& user, std::string passphrase)
{
    const std::string path = m_workspace.facts().file;
    const auto fresh = db::Secret::taking(std::move(passphrase));
    const auto account = accountNamed(path, user);
    if (!account)
        return account.error();
    auto done = withKey(m_workspace, session, Action::manageAccounts, WorkerId{account->worker}, "passphrase given",
                        std::move(own),
                        [&](const db::StoreKey& key) { return db::changePassphrase(path, key, user, fresh, true); });
    if (done)
        SignInTries{path}.forgive(user);
    return done;
}

Result<Done> Accounts::changeOwn(const Session& session, std::string own, std::string passphrase)
{
    const std::string path = m_workspace.facts().file;
    if (own == passphrase)
        return Error{ErrorCode::invalid, "passphrase", "expected another one than before"};
    const auto fresh = db::Secret::taking(std::move(passphrase));
    const auto account = accountOf(path, session.worker.id);
    if (!account)
        return Error{ErrorCode::notFound, "user", "this worker has no account here"};
    auto done =
        withKey(m_workspace, session, Action::changePassphrase, session.worker.id, "changed", std::move(own),
                [&](const db::StoreKey& key) { return db::changePassphrase(path, key, account->user, fresh, false); });
    if (done)
        SignInTries{path}.forgive(account->user);
    return done;
}

}  // namespace holdfast::app
