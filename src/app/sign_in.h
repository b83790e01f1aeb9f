// Opening a store as somebody. In an encrypted store the passphrase says who it is: it opens the entry of one account,
// and the account names the worker. A practice store and a server have no accounts of ours; there a worker is chosen
// (workers.h).
#pragma once

#include "app/session.h"
#include "app/sign_in_tries.h"
#include "app/workspace.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// What was typed. Both are empty for a store without accounts.
struct SignIn {
    std::string user{};    ///< may stay empty where there is one account, and with the recovery key
    std::string secret{};  ///< the passphrase or the recovery key
};

struct OpenedStore {
    std::unique_ptr<Workspace> workspace;
    std::optional<Session> session{};  ///< whose passphrase it was; nothing where a worker is chosen
    std::string user{};                ///< the account; empty for an administrator without one
    bool choosePassphrase = false;     ///< theirs was given to them, or is lost
};

/// Opens (and where needed migrates a verified copy of) a store. ErrorCode::refused with detail "sign_in.wait" or
/// "sign_in.locked" when there were too many failures; nothing was tried then.
Result<OpenedStore> openStore(const std::string& location, SignIn typed, const Clock& clock, Random& random);

/// The names somebody may sign in with, readable beside the store. None for a store without accounts.
std::vector<std::string> signInNames(const std::string& location);

SignInStanding signInStanding(const std::string& location, const std::string& user, const Clock& clock);

/// Small letters, digits, dot, dash; 2 to 40 of them: it can be read without a key, so it is no place for a full name.
Result<std::string> checkedUser(const std::string& typed);
/// "ines.m" for Ines Marlow: what is offered.
std::string suggestedUser(const std::string& name);

}  // namespace holdfast::app
