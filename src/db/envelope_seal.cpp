#include "db/envelope_seal.h"

#include "base/platform.h"
#include "db/envelope_file.h"

#include <sodium.h>

#include <algorithm>

namespace holdfast::db {
namespace {

using Kind = EnvelopeEntry::Kind;

constexpr std::size_t keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t sealBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(keyBytes == crypto_kdf_KEYBYTES);
static_assert(keyBytes == crypto_box_SECRETKEYBYTES);

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

/// Ties a wrapped key to its place: moved to another store, account or epoch it no longer opens.
std::string placeOf(const Envelope& envelope, const EnvelopeEntry& entry)
{
    const std::string_view salt{reinterpret_cast<const char*>(envelope.salt.data()), envelope.salt.size()};
    return "2|" + envelope.storeId + '|' + hexOf(salt) + '|' + (entry.kind == Kind::recovery ? "r" : "p") + '|' +
           hexOf(entry.account.user) + '|' + hexOf(entry.account.worker) + '|' + std::to_string(entry.epoch) + '|' +
           hexOf(entry.publicKey);
}

/// Gives the entry a pair of keys, wraps what is secret of it and seals the data key to the rest.
void fill(const Envelope& envelope, EnvelopeEntry& entry, const Secret& wrappingKey, const StoreKey& key)
{
    Secret inside{2 * keyBytes};
    entry.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_box_keypair(raw(entry.publicKey), inside.bytes().data());
    std::ranges::copy(key.lasting.bytes(), inside.bytes().begin() + keyBytes);
    const std::string place = placeOf(envelope, entry);
    entry.nonce = randomBytes(nonceBytes);
    entry.wrapped.resize(inside.size() + sealBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(entry.wrapped), nullptr, inside.bytes().data(), inside.size(),
                                               raw(place), place.size(), nullptr, raw(entry.nonce),
                                               wrappingKey.bytes().data());
    entry.sealed = sealedTo(entry, key.data);
    entry.next = key.next.empty() ? std::string{} : sealedTo(entry, key.next);
}

/// Nothing when the entry's secret key does not open it.
std::optional<Secret> unsealed(const EnvelopeEntry& entry, const std::string& sealed, const Secret& inside)
{
    Secret data{keyBytes};
    if (sealed.size() != keyBytes + crypto_box_SEALBYTES ||
        crypto_box_seal_open(data.bytes().data(), raw(sealed), sealed.size(), raw(entry.publicKey),
                             inside.bytes().data()) != 0)
        return std::nullopt;
    return data;
}

}  // namespace

std::string sealedTo(const EnvelopeEntry& entry, const Secret& data)
{
    std::string sealed(data.size() + crypto_box_SEALBYTES, '\0');
    if (entry.publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(raw(sealed), data.bytes().data(), data.size(), raw(entry.publicKey)) != 0)
        sealed.clear();  // opens to nobody, which reading it says
    return sealed;
}

Result<Secret> keyFromPassphrase(const EnvelopeEntry& entry, const Secret& passphrase)
{
    Secret key{keyBytes};
    if (entry.salt.size() != crypto_pwhash_SALTBYTES || entry.cost.passes < crypto_pwhash_OPSLIMIT_MIN ||
        entry.cost.bytes < crypto_pwhash_MEMLIMIT_MIN)
        return Error{ErrorCode::damaged, "keys", "an entry of the key file has no sound cost"};
    const char* typed = passphrase.empty() ? "" : passphrase.view().data();  // libsodium wants a place even for nothing
    if (crypto_pwhash(key.bytes().data(), key.size(), typed, passphrase.size(), raw(entry.salt), entry.cost.passes,
                      entry.cost.bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::unavailable, "keys", "there is not enough memory to check a passphrase"};
    return key;
}

Result<EnvelopeEntry> passphraseEntry(const Envelope& envelope, const Account& account, std::uint64_t epoch,
                                      const StoreKey& key, const Secret& passphrase, const GuessCost& cost)
{
    EnvelopeEntry entry;
    entry.account = account;
    entry.epoch = epoch;
    entry.cost = cost;
    entry.salt = randomBytes(crypto_pwhash_SALTBYTES);
    const auto wrappingKey = keyFromPassphrase(entry, passphrase);
    if (!wrappingKey)
        return wrappingKey.error();
    fill(envelope, entry, wrappingKey.value(), key);
    return entry;
}

EnvelopeEntry recoveryEntry(const Envelope& envelope, const StoreKey& key, const RecoveryKey& recovery)
{
    EnvelopeEntry entry;
    entry.kind = Kind::recovery;
    entry.cost = {0, 0};  // 256 random bits need no slow hash: there is nothing to guess
    fill(envelope, entry, recovery.bits, key);
    return entry;
}

std::optional<StoreKey> unwrapped(const Envelope& envelope, const EnvelopeEntry& entry, const Secret& wrappingKey)
{
    const std::string place = placeOf(envelope, entry);
    Secret inside{2 * keyBytes};
    if (entry.wrapped.size() != inside.size() + sealBytes || entry.nonce.size() != nonceBytes ||
        wrappingKey.size() != keyBytes || entry.publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(inside.bytes().data(), nullptr, nullptr, raw(entry.wrapped),
                                                   entry.wrapped.size(), raw(place), place.size(), raw(entry.nonce),
                                                   wrappingKey.bytes().data()) != 0)
        return std::nullopt;
    StoreKey key;
    key.storeId = envelope.storeId;
    key.salt = envelope.salt;
    key.lasting = Secret::copyOf(inside.view().substr(keyBytes));
    auto data = unsealed(entry, entry.sealed, inside);
    auto next = entry.next.empty() ? std::optional{Secret{}} : unsealed(entry, entry.next, inside);
    if (!data || !next)
        return std::nullopt;
    key.data = std::move(*data);
    key.next = std::move(*next);
    return key;
}

std::string macOf(const Envelope& envelope, const StoreKey& key)
{
    const Secret macKey = key.derived(Purpose::envelope);
    const std::string text = coveredText(envelope);
    std::string mac(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(mac), mac.size(), raw(text), text.size(), macKey.bytes().data(), macKey.size());
    return mac;
}

bool isSealedWith(const Envelope& envelope, const StoreKey& key)
{
    const std::string mac = macOf(envelope, key);
    return mac.size() == envelope.mac.size() && sodium_memcmp(mac.data(), envelope.mac.data(), mac.size()) == 0;
}

Result<Done> changeEnvelope(const std::string& storePath, const StoreKey& key,
                            const std::function<Result<Done>(Envelope&)>& change)
{
    const auto lock = platform::lockFile(storePath + ".keys-lock");
    if (!lock)
        return lock.error();
    auto read = readEnvelope(storePath);
    if (!read)
        return read.error();
    Envelope envelope = std::move(read.value().envelope);
    if (!isSealedWith(envelope, key))
        return Error{ErrorCode::wrongKey, storePath, "the key is that of another store"};
    if (auto changed = change(envelope); !changed)
        return changed;
    ++envelope.generation;
    envelope.mac = macOf(envelope, key);
    return writeEnvelope(storePath, envelope);
}

StoreKey withData(const StoreKey& key, const Secret& data)
{
    StoreKey other;
    other.storeId = key.storeId;
    other.salt = key.salt;
    other.lasting = Secret::copyOf(key.lasting.view());
    other.data = Secret::copyOf(data.view());
    return other;
}

Secret StoreKey::derived(Purpose purpose) const
{
    const bool lasts = purpose == Purpose::audit || purpose == Purpose::anchor || purpose == Purpose::envelope;
    Secret derived{keyBytes};
    crypto_kdf_derive_from_key(derived.bytes().data(), derived.size(), static_cast<std::uint64_t>(purpose), "holdfast",
                               (lasts ? lasting : data).bytes().data());
    return derived;
}

}  // namespace holdfast::db
