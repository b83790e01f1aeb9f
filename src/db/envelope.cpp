#include "db/envelope.h"

#include "base/platform.h"
#include "db/envelope_file.h"
#include "db/envelope_seal.h"
#include "db/passphrase.h"

#include <sodium.h>

#include <array>
#include <filesystem>
#include <utility>

namespace holdfast::db {
namespace {

using Kind = EnvelopeEntry::Kind;

Error wrongKey(const std::string& where)
{
    return {ErrorCode::wrongKey, where, "it does not open with this passphrase or recovery key"};
}

/// The key, once the whole envelope has been found to be sealed with it.
Result<StoreKey> proven(const Envelope& envelope, StoreKey key, const std::string& where)
{
    if (!isSealedWith(envelope, key))
        return Error{ErrorCode::damaged, where, "the key file was changed by something other than this program"};
    return key;
}

std::array<std::string, 2> copiesOf(const std::string& storePath)
{
    return {storePath + ".keys-a", storePath + ".keys-b"};
}

std::optional<Envelope> readCopy(const std::string& path)
{
    const auto text = platform::readFile(path, envelopeLimit);
    auto parsed = text ? parseEnvelope(*text, path) : Result<Envelope>{text.error()};
    return parsed ? std::optional{std::move(parsed).value()} : std::nullopt;
}

}  // namespace

Result<NewEnvelope> createEnvelope(const Account& first, const Secret& passphrase, const GuessCost& cost)
{
    if (const auto accepted = checkPassphrase(passphrase.view()); !accepted)
        return accepted.error();

    StoreKey key;
    key.data = Secret::random(crypto_kdf_KEYBYTES);
    key.lasting = Secret::random(crypto_kdf_KEYBYTES);
    std::array<unsigned char, 16> id{};
    randombytes_buf(id.data(), id.size());
    key.storeId = hexOf({reinterpret_cast<const char*>(id.data()), id.size()});
    randombytes_buf(key.salt.data(), key.salt.size());
    RecoveryKey recovery{Secret::random(crypto_kdf_KEYBYTES)};

    Envelope envelope{key.storeId, key.salt, 1, {}, {}};
    auto entry = passphraseEntry(envelope, first, 1, key, passphrase, cost);
    if (!entry)
        return entry.error();
    envelope.entries.push_back(std::move(entry).value());
    envelope.entries.push_back(recoveryEntry(envelope, key, recovery));
    envelope.mac = macOf(envelope, key);
    return NewEnvelope{std::move(envelope), std::move(key), std::move(recovery)};
}

Result<Done> writeEnvelope(const std::string& storePath, const Envelope& envelope)
{
    auto [first, second] = copiesOf(storePath);
    const auto a = readCopy(first);
    const auto b = readCopy(second);
    if (a && (!b || b->generation < a->generation))
        std::swap(first, second);  // the newest whole copy is the last to be touched
    const std::string text = written(envelope);
    if (auto done = platform::writeFileAtomically(first, text); !done)
        return done;
    return platform::writeFileAtomically(second, text);
}

Result<ReadEnvelope> readEnvelope(const std::string& storePath)
{
    const auto [first, second] = copiesOf(storePath);
    auto a = readCopy(first);
    auto b = readCopy(second);
    if (!a && !b) {
        const ErrorCode code = hasEnvelope(storePath) ? ErrorCode::damaged : ErrorCode::notFound;
        return Error{code, first, "neither copy of the store's key file can be read; put one back from a backup"};
    }
    const int whole = (a ? 1 : 0) + (b ? 1 : 0);
    const bool takeA = a && (!b || a->generation >= b->generation);
    // An interrupted change leaves one older copy; it is whole, but it is not up to date.
    const bool alike = a && b && a->generation == b->generation;
    return ReadEnvelope{std::move(takeA ? *a : *b), alike ? whole : 1};
}

std::string envelopeFileAt(const std::string& storePath)
{
    for (const std::string& path : copiesOf(storePath)) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored))
            return path;
    }
    return {};
}

Result<Unlocked> openWithPassphrase(const std::string& storePath, const Secret& passphrase,
                                    const std::optional<std::string>& user)
{
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    const Envelope& envelope = read->envelope;
    for (const EnvelopeEntry& entry : envelope.entries) {
        if (entry.kind != Kind::passphrase || (user && entry.account.user != *user))
            continue;
        const auto wrappingKey = keyFromPassphrase(entry, passphrase);
        if (!wrappingKey)
            return wrappingKey.error();
        auto opened = unwrapped(envelope, entry, wrappingKey.value());
        if (!opened)
            continue;
        auto key = proven(envelope, std::move(*opened), storePath);
        if (!key)
            return key.error();
        return Unlocked{std::move(key).value(), entry.account};
    }
    return wrongKey(storePath);
}

Result<StoreKey> openWithRecoveryKey(const std::string& storePath, const RecoveryKey& recovery)
{
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    for (const EnvelopeEntry& entry : read->envelope.entries) {
        if (entry.kind != Kind::recovery)
            continue;
        if (auto key = unwrapped(read->envelope, entry, recovery.bits))
            return proven(read->envelope, std::move(*key), storePath);
    }
    return wrongKey(storePath);
}

Result<Done> mendEnvelope(const std::string& storePath, const StoreKey& key)
{
    const auto lock = platform::lockFile(storePath + ".keys-lock");
    if (!lock)
        return lock.error();
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    if (read->wholeCopies == 2)
        return Done{};
    if (!isSealedWith(read->envelope, key))
        return wrongKey(storePath);
    return writeEnvelope(storePath, read->envelope);
}

}  // namespace holdfast::db
