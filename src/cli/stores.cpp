#include "cli/stores.h"

#include "app/audit.h"
#include "app/store_setup.h"
#include "app/workers.h"
#include "base/platform.h"
#include "base/storage_place.h"

#include <algorithm>
#include <ostream>

namespace holdfast::cli {
namespace {

constexpr std::size_t longestSecret = 4096;

/// Nothing where it cannot be told: what is asked of the store next says why.
void warnOfClock(std::ostream& err, app::Workspace& workspace)
{
    const auto ahead = app::Audit{workspace}.aheadOfClock();
    if (ahead && *ahead)
        err << "holdfast: warning: this computer's clock says " << formatInstant(workspace.clock().now())
            << ", but something was written to the store at " << formatInstant(**ahead)
            << "; set the clock before anything is recorded\n";
}

std::string firstLine(std::string text)
{
    text.erase(std::min(text.find_first_of("\r\n"), text.size()));
    return text;
}

Result<Worker> actingWorker(const std::vector<Worker>& workers, const Arguments& arguments)
{
    const std::string wanted = arguments.get("--worker");
    if (!wanted.empty()) {
        const auto at = std::ranges::find(workers, wanted, [](const Worker& worker) { return worker.id.str(); });
        if (at == workers.end())
            return unfit(arguments, "--worker", "the id of an active worker of this store");
        return *at;
    }
    for (const Role role : {Role::supervisor, Role::administrator})
        if (const auto at = std::ranges::find(workers, role, &Worker::role); at != workers.end())
            return *at;
    return Error{ErrorCode::notFound, "--worker", "the store has no active supervisor or administrator"};
}

}  // namespace

Result<std::string> passphraseFor(const Arguments& arguments, const std::string& store)
{
    const std::string file = arguments.get("--passphrase-file");
    if (!file.empty() && file != "-") {
        auto text = platform::readFile(file, longestSecret);
        if (!text)
            return text;
        if (!platform::isPrivate(file))
            return Error{ErrorCode::invalid, file, "expected a file that only you can read; run chmod 600 on it"};
        return std::move(text).transform(firstLine);
    }
    if (file == "-")
        return platform::readStandardInput(longestSecret).transform(firstLine);
    if (app::probeStore(store) != app::StoreKind::encrypted)
        return std::string{};
    return platform::askSecretly("Passphrase: ");
}

Result<app::SignIn> signInFor(const Arguments& arguments, const std::string& store)
{
    auto secret = passphraseFor(arguments, store);
    if (!secret)
        return std::move(secret).error();
    return app::SignIn{arguments.get("--user"), std::move(secret).value()};
}

Result<OpenStore> openFor(const Arguments& arguments, Surroundings& around, app::SignIn typed)
{
    auto answer = app::openStore(arguments.get("--store"), std::move(typed), around.clock, around.random);
    if (!answer)
        return std::move(answer).error();
    app::OpenedStore opened = *std::move(answer);
    warnOfClock(around.err, *opened.workspace);
    if (opened.session) {
        const std::string wanted = arguments.get("--worker");
        if (!wanted.empty() && wanted != opened.session->worker.id.str())
            return unfit(arguments, "--worker", "nobody else: the passphrase says who you are (see --user)");
        if (opened.choosePassphrase)
            return Error{ErrorCode::refused, "--user", "sign in on the screen first and choose your own passphrase"};
        return OpenStore{std::move(opened.workspace), *std::move(opened.session)};
    }
    app::Workers workers{*opened.workspace};
    const auto choices = workers.signInChoices();
    if (!choices)
        return choices.error();
    const auto worker = actingWorker(*choices, arguments);
    if (!worker)
        return worker.error();
    auto session = workers.signIn(worker->id);
    if (!session)
        return std::move(session).error();
    return OpenStore{std::move(opened.workspace), *std::move(session)};
}

Result<OpenStore> openNamed(const Arguments& arguments, Surroundings& around)
{
    auto typed = signInFor(arguments, arguments.get("--store"));
    if (!typed)
        return std::move(typed).error();
    auto opened = openFor(arguments, around, *std::move(typed));
    if (!opened)
        return inStore(arguments, std::move(opened).error());
    return opened;
}

void warnOfStorePlace(std::ostream& err, const std::string& store)
{
    if (app::probeStore(store) == app::StoreKind::server)
        return;
    const StoragePlace place = placeOf(store);
    if (place.kind == StoragePlace::Kind::syncedFolder)
        err << "holdfast: warning: " << store << " lies in a folder that " << place.by
            << " keeps in step; it can put an older copy in its place; move the store to a folder of this computer\n";
    else if (place.kind != StoragePlace::Kind::local)
        err << "holdfast: warning: " << store << " lies on another computer (" << place.by
            << "); a store in a file can be damaged there; move it to a disk of this computer, or use a server\n";
}

void warnOfBackupPlace(std::ostream& err, const std::string& folder)
{
    const StoragePlace place = placeOf(folder);
    if (place.kind == StoragePlace::Kind::syncedFolder)
        err << "holdfast: warning: " << folder << " is a folder that " << place.by
            << " keeps in step; the backups leave this building; ask whoever answers for your data\n";
    else if (place.kind != StoragePlace::Kind::local)
        err << "holdfast: warning: " << folder << " lies on another computer (" << place.by
            << "); make sure that only your team can reach it\n";
}

Result<bool> saidYes(const Arguments& arguments, const std::string& question)
{
    if (arguments.has("--yes"))
        return true;
    const auto typed = platform::askSecretly(question);
    if (!typed)
        return typed.error();
    return *typed == "yes";
}

Error inStore(const Arguments& arguments, Error error)
{
    if (error.where.empty() || error.where == "store")
        error.where = arguments.get("--store");
    return error;
}

Result<Done> writeOut(const std::string& file, std::string_view content, std::ostream& out)
{
    if (file != "-")
        return platform::writeFileAtomically(file, content);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    return Done{};  // run() sees to it that it arrived
}

}  // namespace holdfast::cli
