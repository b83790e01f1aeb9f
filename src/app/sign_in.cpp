#include "app/sign_in.h"

#include "app/store_key.h"
#include "app/use_case.h"
#include "base/log.h"
#include "base/text.h"
#include "db/anchor.h"
#include "db/key_rotation.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

bool hasAccounts(const db::StoreLocation& location)
{
    return location.isFile() && db::probe(location.text) == db::FileKind::encryptedStore;
}

/// The account of that name, or the only one there is; empty when nobody has it.
std::string accountMeant(const std::vector<db::Account>& accounts, const std::string& typed)
{
    if (typed.empty())
        return accounts.size() == 1 ? accounts.front().user : std::string{};
    return std::ranges::find(accounts, typed, &db::Account::user) == accounts.end() ? std::string{} : typed;
}

Error refusedFor(const SignInStanding& standing)
{
    return {ErrorCode::refused, "sign_in", standing.locked ? "sign_in.locked" : "sign_in.wait"};
}

/// Who keeps the store: the recovery key opens it as them.
std::optional<Worker> keeperOf(const std::vector<Worker>& workers)
{
    for (const Role role : {Role::administrator, Role::supervisor})
        for (const Worker& worker : workers)
            if (worker.active && worker.role == role)
                return worker;
    return std::nullopt;
}

/// Says in the audit what was tried while the store was closed: who, how often, until when.
void tellTries(Workspace& workspace, const SignInTries& tries, const std::vector<db::Account>& accounts)
{
    for (const SignInTries::Line& line : tries.untold()) {
        const auto account = std::ranges::find(accounts, line.user, &db::Account::user);
        const std::string subject = account == accounts.end() ? std::string{} : account->worker;
        writeAudit(
            workspace, WorkerId{subject}, Action::signIn,
            {subject, "refused",
             std::to_string(line.untold) + " tries, " + formatInstant(line.first) + " to " + formatInstant(line.last)});
    }
}

Result<Worker> workerOf(Workspace& workspace, const OpenedKey& opened)
{
    const store::WorkerRepository workers{workspace.connection()};
    const auto worker = opened.account ? workers.find(WorkerId{opened.account->worker}) : keeperOf(workers.all());
    if (!worker)
        return Error{ErrorCode::notFound, "worker", "nobody in the store belongs to this account"};
    if (!worker->active)
        return Error{ErrorCode::forbidden, "worker", "this worker has left"};
    return *worker;
}

Result<Done> signInAs(OpenedStore& opened, const OpenedKey& by, const std::string& path)
{
    auto accounts = db::accountsOf(path);
    if (!accounts)
        return accounts.error();
    Workspace& workspace = *opened.workspace;
    SignInTries tries{path};
    auto worker = inTransaction(workspace.connection(), db::Access::write, [&]() -> Result<Worker> {
        auto found = workerOf(workspace, by);
        if (!found)
            return found;
        tellTries(workspace, tries, *accounts);
        writeAudit(workspace, found->id, Action::signIn, {found->id.str(), by.account ? "passphrase" : "recovery key"});
        return found;
    });
    if (!worker) {
        if (by.account)
            noteFailedSignIn(workspace, WorkerId{by.account->worker}, "left");
        return worker.error();
    }
    tries.told();
    log::info("worker.signed_in", worker->id);
    const auto account = std::ranges::find(*accounts, worker->id.str(), &db::Account::worker);
    opened.user = account == accounts->end() ? std::string{} : account->user;
    opened.choosePassphrase = by.account ? by.account->mustChange : !opened.user.empty();
    opened.session = Session{*std::move(worker)};
    return Done{};
}

/// A change of the store's key that was cut off is brought to an end first.
Result<OpenedKey> settledKey(const std::string& storePath, OpenedKey opened)
{
    auto key = db::settled(storePath, std::move(opened.key));
    if (!key)
        return std::move(key).error();
    opened.key = *std::move(key);
    return opened;
}

Result<bool> isPractice(db::Connection& connection)
{
    return inTransaction(connection, db::Access::read, [&]() -> Result<bool> {
        return store::MetaRepository{connection}.get(store::metaPractice) == "yes";
    });
}

}  // namespace

Result<std::string> checkedUser(const std::string& typed)
{
    std::string user = typed;
    std::ranges::transform(user, user.begin(), smallLetter);
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
    constexpr std::size_t shortest = 2;
    constexpr std::size_t longest = 40;
    if (user.size() < shortest || user.size() > longest || !std::ranges::all_of(user, fits))
        return Error{ErrorCode::invalid, "user", "expected 2 to 40 small letters, digits, dots or dashes"};
    return user;
}

std::string suggestedUser(const std::string& name)
{
    std::string user;
    bool initialOnly = false;
    bool taken = false;
    for (const char c : name) {
        const char small = smallLetter(c);
        if (c == ' ' && !user.empty()) {
            initialOnly = true;
            taken = false;
        } else if (small >= 'a' && small <= 'z' && !(initialOnly && taken)) {
            if (initialOnly)
                user += '.';
            user += small;
            taken = true;
            if (initialOnly)
                break;
        }
    }
    return user.size() < 2 ? "worker" : user.substr(0, 40);
}

std::vector<std::string> signInNames(const std::string& location)
{
    std::vector<std::string> names;
    const auto parsed = db::parseLocation(location);
    if (!parsed || !hasAccounts(*parsed))
        return names;
    if (const auto accounts = db::accountsOf(parsed->text))
        for (const db::Account& account : *accounts)
            names.push_back(account.user);
    return names;
}

SignInStanding signInStanding(const std::string& location, const std::string& user, const Clock& clock)
{
    const auto accounts = db::accountsOf(location);
    return accounts ? SignInTries{location}.standing(accountMeant(*accounts, user), clock.now()) : SignInStanding{};
}

Result<OpenedKey> openKey(const std::string& storePath, SignIn typed, const Clock& clock)
{
    if (const auto recovery = db::parseRecoveryKey(typed.secret)) {
        db::wipe(typed.secret);
        auto key = db::openWithRecoveryKey(storePath, *recovery);
        if (!key)
            return std::move(key).error();
        return settledKey(storePath, OpenedKey{*std::move(key)});
    }
    const db::Secret passphrase = db::Secret::taking(std::move(typed.secret));
    const auto accounts = db::accountsOf(storePath);
    if (!accounts)
        return accounts.error();
    const std::string user = accountMeant(*accounts, typed.user);
    SignInTries tries{storePath};
    if (const auto standing = tries.standing(user, clock.now()); standing.locked || standing.wait.count() > 0)
        return refusedFor(standing);
    tries.begin(user, clock.now());
    if (user.empty())
        return Error{ErrorCode::wrongKey, storePath,
                     typed.user.empty() ? "several people have accounts; say whose passphrase it is"
                                        : "it does not open with this name and passphrase"};
    auto opened = db::openWithPassphrase(storePath, passphrase, user);
    if (!opened)
        return std::move(opened).error();
    tries.end();
    db::Unlocked unlocked = *std::move(opened);
    return settledKey(storePath, OpenedKey{std::move(unlocked.key), std::move(unlocked.account)});
}

Result<OpenedStore> openStore(const std::string& text, SignIn typed, const Clock& clock, Random& random)
{
    const auto location = db::parseLocation(text);
    if (!location)
        return location.error();
    std::optional<OpenedKey> by;
    if (hasAccounts(*location)) {
        auto key = openKey(location->text, std::move(typed), clock);
        if (!key)
            return std::move(key).error();
        by.emplace(*std::move(key));
        log::info("store.unlocked");  // what follows is the store's own time, not that of the passphrase
    }
    auto connection = db::openStore(*location, by ? &by->key : nullptr, store::schema());
    if (!connection)
        return std::move(connection).error();
    StoreFacts facts;
    facts.server = !location->isFile();
    facts.encrypted = by.has_value();
    facts.file = location->isFile() ? location->text : std::string{};
    const auto practice = isPractice(**connection);
    if (!practice)
        return practice.error();
    facts.practice = *practice;
    auto workspace = Workspace::make(*std::move(connection), std::move(facts), clock, random);
    if (!workspace)
        return std::move(workspace).error();
    if (location->isFile())
        workspace.value()->keepAuditAnchor(db::auditAnchorPath(location->text));
    OpenedStore opened{*std::move(workspace)};
    if (by)
        if (auto signedIn = signInAs(opened, *by, location->text); !signedIn)
            return std::move(signedIn).error();
    return opened;
}

}  // namespace holdfast::app
