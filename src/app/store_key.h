// The key of an encrypted store, for the use cases that change who may open it.
#pragma once

#include "app/sign_in.h"
#include "db/envelope.h"

namespace holdfast::app {

/// The key of an encrypted store and whose it was, counted against guessing. Without an account it was the recovery key.
struct OpenedKey {
    db::StoreKey key;
    std::optional<db::Account> account{};
};
Result<OpenedKey> openKey(const std::string& storePath, SignIn typed, const Clock& clock);

}  // namespace holdfast::app
