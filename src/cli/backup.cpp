// Backing a store up, and putting a backup in its place.
#include "app/backups.h"

#include "app/open_marks.h"
#include "app/store_setup.h"
#include "cli/commands.h"
#include "cli/stores.h"

#include <ostream>

namespace holdfast::cli {
namespace {

Result<app::SignIn> signInToBackup(const Arguments& arguments, const std::string& backup)
{
    if (!arguments.has("--backup-passphrase-file"))
        return signInFor(arguments, backup);
    Arguments other = arguments;
    other.options["--passphrase-file"] = arguments.get("--backup-passphrase-file");
    return signInFor(other, backup);
}

/// What stands in the store and not in the backup, and whether that may be set aside.
Result<bool> agreed(const Arguments& arguments, Surroundings& around, const app::SignIn& signIn,
                    std::optional<Instant> made)
{
    auto opened = openFor(arguments, around, signIn);
    if (!opened) {
        around.out << "The store that is there cannot be opened: " << opened.error().detail << '\n';
    } else if (made) {
        const auto since = app::Backups{*opened->workspace}.since(opened->session, *made);
        if (!since)
            return since.error();
        around.out << "Since this backup were written: " << since->events << " entries about " << since->people
                   << " people, " << since->added << " people who were not in it yet, " << since->notes
                   << " signed notes, " << since->entries
                   << " entries of the audit. They are set aside with the file that is there now.\n";
        if (since->disposed > 0)
            around.out << "Records that were disposed of since and would come back: " << since->disposed
                       << ". They must be disposed of again.\n";
    }
    return saidYes(arguments, "Type yes to put the backup in its place: ");
}

}  // namespace

int backupCommand(const Arguments& arguments, Surroundings& around)
{
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const auto job = app::Backups{*opened->workspace}.begin(opened->session, arguments.get("--out"));
    if (!job)
        return complain(around.err, inStore(arguments, job.error()));
    warnOfStorePlace(around.err, arguments.get("--store"));
    warnOfBackupPlace(around.err, arguments.get("--out"));
    const auto made = app::Backups::run(*job);
    if (!made)
        return complain(around.err, made.error());
    if (const auto noted = app::Backups{*opened->workspace}.noteMade(opened->session, *made); !noted)
        return complain(around.err, inStore(arguments, noted.error()));
    around.out << made->file << '\n';
    for (const std::string& old : made->removed)
        around.out << "removed " << old << '\n';
    return exitDone;
}

int restoreCommand(const Arguments& arguments, Surroundings& around)
{
    app::RestoreRequest request;
    request.backup = arguments.operands.front();
    request.store = arguments.get("--store");
    auto backupSignIn = signInToBackup(arguments, request.backup);
    if (!backupSignIn)
        return complain(around.err, backupSignIn.error());
    request.backupSignIn = *std::move(backupSignIn);
    if (app::probeStore(request.store) != app::StoreKind::missing) {
        auto signIn = signInFor(arguments, request.store);
        if (!signIn)
            return complain(around.err, signIn.error());
        request.storeSignIn = *std::move(signIn);
        const auto yes = agreed(arguments, around, request.storeSignIn, app::madeAt(request.backup));
        if (!yes)
            return complain(around.err, yes.error());
        if (!*yes) {
            around.out << "Nothing was changed.\n";
            return exitNo;
        }
    }
    const auto kept = app::restoreStore(request, around.clock, around.random);
    if (!kept) {
        for (const app::Opening& each : app::othersAt(request.store))
            around.err << "holdfast: open on " << each.host << " since " << formatInstant(each.since) << '\n';
        return complain(around.err, kept.error());
    }
    around.out << "The backup is in place: " << request.store << '\n';
    if (!kept->empty())
        around.out << "What was there is kept as " << *kept << '\n';
    return exitDone;
}

}  // namespace holdfast::cli
