// Accounts in an envelope: added, removed, given another passphrase.
#include "db/envelope_seal.h"
#include "db/passphrase.h"

#include <algorithm>

namespace holdfast::db {
namespace {

using Kind = EnvelopeEntry::Kind;

bool isAccount(const EnvelopeEntry& entry)
{
    return entry.kind == Kind::passphrase;
}

Error nobody(const std::string& storePath)
{
    return {ErrorCode::notFound, storePath, "nobody of this name has an account here"};
}

auto entryOf(Envelope& envelope, std::string_view user)
{
    return std::ranges::find_if(
        envelope.entries, [&](const EnvelopeEntry& entry) { return isAccount(entry) && entry.account.user == user; });
}

}  // namespace

Result<std::vector<Account>> accountsOf(const std::string& storePath)
{
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    std::vector<Account> accounts;
    for (const EnvelopeEntry& entry : read->envelope.entries)
        if (isAccount(entry))
            accounts.push_back(entry.account);
    return accounts;
}

Result<Done> addAccount(const std::string& storePath, const StoreKey& key, const Account& account,
                        const Secret& passphrase, const GuessCost& cost)
{
    if (auto accepted = checkPassphrase(passphrase.view()); !accepted)
        return accepted;
    if (account.user.empty())
        return Error{ErrorCode::invalid, "user", "expected a name to sign in with"};
    return changeEnvelope(storePath, key, [&](Envelope& envelope) -> Result<Done> {
        for (const EnvelopeEntry& entry : envelope.entries) {
            if (isAccount(entry) && entry.account.user == account.user)
                return Error{ErrorCode::conflict, "user", "this name is taken"};
            if (isAccount(entry) && entry.account.worker == account.worker)
                return Error{ErrorCode::conflict, "worker", "this worker has an account already"};
        }
        auto added = passphraseEntry(envelope, account, 1, key, passphrase, cost);
        if (!added)
            return added.error();
        envelope.entries.push_back(std::move(added).value());
        return Done{};
    });
}

Result<Done> removeAccount(const std::string& storePath, const StoreKey& key, std::string_view user)
{
    return changeEnvelope(storePath, key, [&](Envelope& envelope) -> Result<Done> {
        const auto entry = entryOf(envelope, user);
        if (entry == envelope.entries.end())
            return nobody(storePath);
        if (std::ranges::count_if(envelope.entries, isAccount) == 1)
            return Error{ErrorCode::refused, "user", "accounts.last"};
        envelope.entries.erase(entry);
        return Done{};
    });
}

Result<Done> changePassphrase(const std::string& storePath, const StoreKey& key, std::string_view user,
                              const Secret& passphrase, bool mustChange, const GuessCost& cost)
{
    if (auto accepted = checkPassphrase(passphrase.view()); !accepted)
        return accepted;
    return changeEnvelope(storePath, key, [&](Envelope& envelope) -> Result<Done> {
        const auto entry = entryOf(envelope, user);
        if (entry == envelope.entries.end())
            return nobody(storePath);
        Account account = entry->account;
        account.mustChange = mustChange;
        auto renewed = passphraseEntry(envelope, account, entry->epoch + 1, key, passphrase, cost);
        if (!renewed)
            return renewed.error();
        *entry = std::move(renewed).value();
        return Done{};
    });
}

}  // namespace holdfast::db
