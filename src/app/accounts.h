// The accounts of an encrypted store: who may open it, and with what. Each act asks for the passphrase of whoever does
// it once more, so that a screen left open gives nobody an account, and no key is kept in memory for it.
#pragma once

#include "app/session.h"
#include "app/sign_in.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct AccountRow {
    std::string user;
    WorkerId worker;
    bool mustChange = false;  ///< has not signed in since somebody gave them a passphrase
    bool locked = false;      ///< after too many failures
    friend bool operator==(const AccountRow&, const AccountRow&) = default;
};

struct NewAccount {
    std::string user;
    WorkerId worker;
    std::string passphrase;  ///< for the first sign-in only
};

/// What became of a removal.
struct AccountRemoved {
    bool keyChanged = false;  ///< else somebody has the store open, and the key is to be changed later
};

class Accounts {
public:
    explicit Accounts(Workspace& workspace) : m_workspace{workspace} {}

    Result<std::vector<AccountRow>> list(const Session& session);

    /// `own` is always the passphrase (or the recovery key) of whoever asks.
    Result<Done> add(const Session& session, std::string own, NewAccount account);
    /// The account goes, and the store gets a new key, so that what the leaver may have kept opens nothing any more.
    Result<AccountRemoved> remove(const Session& session, std::string own, const std::string& user);
    Result<Done> changeKey(const Session& session, std::string own);
    /// For somebody who forgot theirs, or was locked out; they choose their own at the next sign-in.
    Result<Done> reset(const Session& session, std::string own, const std::string& user, std::string passphrase);

    Result<Done> changeOwn(const Session& session, std::string own, std::string passphrase);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
