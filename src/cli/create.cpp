#include "app/store_setup.h"
#include "base/platform.h"
#include "cli/commands.h"
#include "cli/stores.h"

#include <ostream>

namespace holdfast::cli {
namespace {

Result<std::string> newPassphrase(const Arguments& arguments, const std::string& store)
{
    if (arguments.has("--passphrase-file"))
        return passphraseFor(arguments, store);
    auto first = platform::askSecretly("A passphrase of at least 12 characters: ");
    if (!first)
        return first;
    auto again = platform::askSecretly("The same again: ");
    if (!again)
        return again;
    if (*first != *again)
        return Error{ErrorCode::invalid, "passphrase", "the two were not the same; nothing was made, try again"};
    return first;
}

}  // namespace

int createCommand(const Arguments& arguments, Surroundings& around)
{
    const std::string store = arguments.get("--store");
    if (app::probeStore(store) != app::StoreKind::missing)
        return complain(around.err, {ErrorCode::conflict, store, "a new store needs a file that is not there yet"});
    warnOfStorePlace(around.err, store);
    auto passphrase = newPassphrase(arguments, store);
    if (!passphrase)
        return complain(around.err, passphrase.error());
    Worker worker;
    worker.name = arguments.get("--name", "First administrator");
    worker.role = Role::administrator;
    auto made = app::NewStore::begin(store, {arguments.get("--user"), std::move(passphrase).value()}, worker,
                                     arguments.get("--service", "First service"), around.clock, around.random);
    if (!made)
        return complain(around.err, made.error());
    around.out << "Recovery key. Write it down or print it, and keep it away from this computer:\n\n    "
               << (*made)->recoveryKey() << "\n\n"
               << std::flush;
    const auto typed = platform::askSecretly("Type the recovery key back: ");
    if (!typed)
        return complain(around.err, typed.error());
    const auto confirmed = (*made)->confirm(*typed);
    if (!confirmed)
        return complain(around.err, confirmed.error());
    around.out << "The store is ready: " << store << "\nSign in as " << confirmed->user << '\n';
    return exitDone;
}

}  // namespace holdfast::cli
