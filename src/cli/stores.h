// Opening a store for a command: where the passphrase comes from and in whose name the command acts.
#pragma once

#include "app/session.h"
#include "app/sign_in.h"
#include "app/workspace.h"
#include "cli/run.h"

namespace holdfast::cli {

/// The passphrase of --passphrase-file, or asked on the terminal; empty for a store that needs none.
Result<std::string> passphraseFor(const Arguments& arguments, const std::string& store);

/// The same with the name of --user.
Result<app::SignIn> signInFor(const Arguments& arguments, const std::string& store);

struct OpenStore {
    std::unique_ptr<app::Workspace> workspace;
    app::Session session;
};

/// Opens --store as whose passphrase it is; where a store has no accounts, as --worker, or as the first active supervisor,
/// else the first active administrator. Warns on `err` when the computer's clock is behind what was written to the store.
Result<OpenStore> openFor(const Arguments& arguments, Surroundings& around, app::SignIn typed);

/// As openFor, with what signInFor finds; an error about the store names it.
Result<OpenStore> openNamed(const Arguments& arguments, Surroundings& around);

/// The same error naming the store, where it only says that it is about one.
Error inStore(const Arguments& arguments, Error error);

/// Warns on `err` when the store, or the folder for its backups, lies where other computers or a sync program reach it.
void warnOfStorePlace(std::ostream& err, const std::string& store);
void warnOfBackupPlace(std::ostream& err, const std::string& folder);

/// Whether "yes" was typed after `question`, which is asked unless --yes was given.
Result<bool> saidYes(const Arguments& arguments, const std::string& question);

/// Writes `content` to the file named, or to `out` for "-".
Result<Done> writeOut(const std::string& file, std::string_view content, std::ostream& out);

}  // namespace holdfast::cli
