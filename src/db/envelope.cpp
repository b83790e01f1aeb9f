#include "db/envelope.h"

#include "base/platform.h"
#include "db/envelope_file.h"
#include "db/passphrase.h"

#include <sodium.h>

#include <algorithm>
#include <filesystem>

namespace holdfast::db {
namespace {

using Kind = EnvelopeEntry::Kind;

constexpr std::size_t keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t sealBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(keyBytes == crypto_kdf_KEYBYTES);

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string randomBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), size);
    return bytes;
}

Error wrongKey(const std::string& where)
{
    return {ErrorCode::wrongKey, where, "it does not open with this passphrase or recovery key"};
}

/// Ties a wrapped key to its place: moved to another store, user or epoch it no longer opens.
std::string placeOf(const Envelope& envelope, const EnvelopeEntry& entry)
{
    const std::string_view salt{reinterpret_cast<const char*>(envelope.salt.data()), envelope.salt.size()};
    return "1|" + envelope.storeId + '|' + hexOf(salt) + '|' + (entry.kind == Kind::recovery ? "r" : "p") + '|' +
           hexOf(entry.user) + '|' + std::to_string(entry.epoch);
}

Result<Secret> keyFromPassphrase(const EnvelopeEntry& entry, const Secret& passphrase)
{
    Secret key{keyBytes};
    if (entry.salt.size() != crypto_pwhash_SALTBYTES || entry.cost.passes < crypto_pwhash_OPSLIMIT_MIN ||
        entry.cost.bytes < crypto_pwhash_MEMLIMIT_MIN)
        return Error{ErrorCode::damaged, "keys", "an entry of the key file has no sound cost"};
    if (crypto_pwhash(key.bytes().data(), key.size(), passphrase.view().data(), passphrase.size(), raw(entry.salt),
                      entry.cost.passes, entry.cost.bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::unavailable, "keys", "there is not enough memory to check a passphrase"};
    return key;
}

void wrap(const Envelope& envelope, EnvelopeEntry& entry, const Secret& wrappingKey, const Secret& data)
{
    const std::string place = placeOf(envelope, entry);
    entry.nonce = randomBytes(nonceBytes);
    entry.wrapped.resize(data.size() + sealBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(entry.wrapped), nullptr, data.bytes().data(), data.size(),
                                               raw(place), place.size(), nullptr, raw(entry.nonce),
                                               wrappingKey.bytes().data());
}

std::optional<Secret> unwrap(const Envelope& envelope, const EnvelopeEntry& entry, const Secret& wrappingKey)
{
    const std::string place = placeOf(envelope, entry);
    Secret data{keyBytes};
    if (entry.wrapped.size() != keyBytes + sealBytes || entry.nonce.size() != nonceBytes ||
        wrappingKey.size() != keyBytes ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(data.bytes().data(), nullptr, nullptr, raw(entry.wrapped),
                                                   entry.wrapped.size(), raw(place), place.size(), raw(entry.nonce),
                                                   wrappingKey.bytes().data()) != 0)
        return std::nullopt;
    return data;
}

Result<EnvelopeEntry> passphraseEntry(const Envelope& envelope, std::string user, std::uint64_t epoch,
                                      const StoreKey& key, const Secret& passphrase, const GuessCost& cost)
{
    EnvelopeEntry entry{Kind::passphrase, std::move(user), epoch, cost, randomBytes(crypto_pwhash_SALTBYTES), {}, {}};
    const auto wrappingKey = keyFromPassphrase(entry, passphrase);
    if (!wrappingKey)
        return wrappingKey.error();
    wrap(envelope, entry, wrappingKey.value(), key.data);
    return entry;
}

std::string macOf(const Envelope& envelope, const StoreKey& key)
{
    const Secret macKey = key.derived(Purpose::envelope);
    const std::string text = coveredText(envelope);
    std::string mac(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(mac), mac.size(), raw(text), text.size(), macKey.bytes().data(), macKey.size());
    return mac;
}

/// The key, once the whole envelope has been found to be sealed with it.
Result<StoreKey> proven(const Envelope& envelope, Secret data, const std::string& where)
{
    StoreKey key{envelope.storeId, envelope.salt, std::move(data)};
    const std::string mac = macOf(envelope, key);
    if (mac.size() != envelope.mac.size() || sodium_memcmp(mac.data(), envelope.mac.data(), mac.size()) != 0)
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

Secret StoreKey::derived(Purpose purpose) const
{
    Secret key{keyBytes};
    crypto_kdf_derive_from_key(key.bytes().data(), key.size(), static_cast<std::uint64_t>(purpose), "holdfast",
                               data.bytes().data());
    return key;
}

Result<NewEnvelope> createEnvelope(std::string_view user, const Secret& passphrase, const GuessCost& cost)
{
    if (const auto accepted = checkPassphrase(passphrase.view()); !accepted)
        return accepted.error();

    StoreKey key{{}, {}, Secret::random(keyBytes)};
    key.storeId = hexOf(randomBytes(16));
    randombytes_buf(key.salt.data(), key.salt.size());
    RecoveryKey recovery{Secret::random(keyBytes)};

    Envelope envelope{key.storeId, key.salt, 1, {}, {}};
    auto first = passphraseEntry(envelope, std::string{user}, 1, key, passphrase, cost);
    if (!first)
        return first.error();
    envelope.entries.push_back(std::move(first).value());
    // 256 random bits need no slow hash: there is nothing to guess.
    EnvelopeEntry printed{Kind::recovery, {}, 1, {0, 0}, {}, {}, {}};
    wrap(envelope, printed, recovery.bits, key.data);
    envelope.entries.push_back(std::move(printed));
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

bool hasEnvelope(const std::string& storePath)
{
    return std::ranges::any_of(copiesOf(storePath), [](const std::string& path) {
        std::error_code ignored;
        return std::filesystem::is_regular_file(path, ignored);
    });
}

Result<StoreKey> openWithPassphrase(const std::string& storePath, const Secret& passphrase,
                                    const std::optional<std::string>& user)
{
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    const Envelope& envelope = read->envelope;
    for (const EnvelopeEntry& entry : envelope.entries) {
        if (entry.kind != Kind::passphrase || (user && entry.user != *user))
            continue;
        const auto wrappingKey = keyFromPassphrase(entry, passphrase);
        if (!wrappingKey)
            return wrappingKey.error();
        if (auto data = unwrap(envelope, entry, wrappingKey.value()))
            return proven(envelope, std::move(*data), storePath);
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
        if (auto data = unwrap(read->envelope, entry, recovery.bits))
            return proven(read->envelope, std::move(*data), storePath);
    }
    return wrongKey(storePath);
}

Result<Done> changePassphrase(const std::string& storePath, const StoreKey& key, std::string_view user,
                              const Secret& passphrase, const GuessCost& cost)
{
    if (auto accepted = checkPassphrase(passphrase.view()); !accepted)
        return accepted;
    auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    Envelope envelope = std::move(read.value().envelope);
    const std::string oldMac = macOf(envelope, key);
    if (oldMac != envelope.mac)
        return wrongKey(storePath);

    const auto entry = std::ranges::find_if(
        envelope.entries, [&](const EnvelopeEntry& one) { return one.kind == Kind::passphrase && one.user == user; });
    if (entry == envelope.entries.end())
        return Error{ErrorCode::notFound, storePath, "this user has no passphrase here"};
    auto renewed = passphraseEntry(envelope, entry->user, entry->epoch + 1, key, passphrase, cost);
    if (!renewed)
        return renewed.error();
    *entry = std::move(renewed).value();
    ++envelope.generation;
    envelope.mac = macOf(envelope, key);
    return writeEnvelope(storePath, envelope);
}

Result<Done> mendEnvelope(const std::string& storePath, const StoreKey& key)
{
    const auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    if (read->wholeCopies == 2)
        return Done{};
    if (macOf(read->envelope, key) != read->envelope.mac)
        return wrongKey(storePath);
    return writeEnvelope(storePath, read->envelope);
}

}  // namespace holdfast::db
