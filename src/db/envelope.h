// The keys of an encrypted store. One random data key; an "envelope" beside the store holds it for each account and for
// the recovery key. A passphrase (Argon2id) opens the secret half of the account's own pair of keys, and the data key is
// sealed to the other half: so the store can get a new data key without anybody's passphrase, and who has left cannot
// open what is sealed later. Two alternating copies, <store>.keys-a and <store>.keys-b, so that one always survives a
// crash or a damaged sector.
#pragma once

#include "base/result.h"
#include "db/secret.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {

/// What the data key is never used for itself, but a key derived from it.
enum class Purpose : std::uint8_t { pages = 1, audit = 2, anchor = 3, backup = 4, sealedNotes = 5, envelope = 6 };

/// Opens one store. Made by createEnvelope() or one of the open functions.
struct StoreKey {
    std::string storeId;  ///< 32 hex digits
    std::array<unsigned char, 16> salt{};
    Secret data;
    Secret lasting;  ///< outlives a change of the data key: what anchor, audit and envelope are sealed with
    Secret next;     ///< a new data key whose coming was cut off; key_rotation.h settles which one holds

    Secret derived(Purpose purpose) const;
};

/// The same store's key with other data; with its own it is a copy.
StoreKey withData(const StoreKey& key, const Secret& data);

/// Who may open a store. Anybody can read it beside the store: `user` is a sign-in name, `worker` an id.
struct Account {
    std::string user;
    std::string worker;
    bool mustChange = false;  ///< the passphrase was given to them by somebody else
    friend bool operator==(const Account&, const Account&) = default;
};

/// The cost of one guess at a passphrase. The default takes 0.3 to 1.5 s; tests use smallCost.
struct GuessCost {
    std::uint64_t bytes = std::uint64_t{256} * 1024 * 1024;
    std::uint64_t passes = 3;
};
inline constexpr GuessCost smallCost{8192, 1};

/// 256 random bits as eight groups of eight characters, each with its own check: "7Q2K9XWP-...".
struct RecoveryKey {
    Secret bits;
    Secret printed() const;
};

/// Reads what was typed back: any case, spaces or dashes, O as 0 and I or L as 1. An error names the wrong group.
Result<RecoveryKey> parseRecoveryKey(std::string_view typed);

struct EnvelopeEntry {
    enum class Kind : std::uint8_t { passphrase, recovery };
    Kind kind = Kind::passphrase;
    Account account;  ///< empty for the recovery entry
    std::uint64_t epoch = 1;
    GuessCost cost;
    std::string salt;  ///< these are bytes
    std::string publicKey;
    std::string nonce;
    std::string wrapped;  ///< the secret key and the lasting key, under the passphrase
    std::string sealed;   ///< the data key, to the public key
    std::string next;     ///< the data key to come; empty unless it is being changed
};

struct Envelope {
    std::string storeId;
    std::array<unsigned char, 16> salt{};
    std::uint64_t generation = 1;
    std::vector<EnvelopeEntry> entries;
    std::string mac;  ///< keyed with the lasting key: an envelope put together from two others does not pass
};

struct NewEnvelope {
    Envelope envelope;
    StoreKey key;
    RecoveryKey recovery;
};

/// In memory only: nothing is written until the recovery key has been typed back and createEncrypted() is called.
/// ErrorCode::invalid when the passphrase breaks the rule of passphrase.h.
Result<NewEnvelope> createEnvelope(const Account& first, const Secret& passphrase, const GuessCost& cost = {});

/// Writes both copies, the older one first.
Result<Done> writeEnvelope(const std::string& storePath, const Envelope& envelope);

/// The newest copy that is whole. `wholeCopies` says how many of the two are.
struct ReadEnvelope {
    Envelope envelope;
    int wholeCopies = 0;
};
Result<ReadEnvelope> readEnvelope(const std::string& storePath);

/// The first file beside the store that looks like an envelope; empty: there is none.
std::string envelopeFileAt(const std::string& storePath);
inline bool hasEnvelope(const std::string& storePath)
{
    return !envelopeFileAt(storePath).empty();
}

/// Whose passphrase was typed, and what it opened.
struct Unlocked {
    StoreKey key;
    Account account;
};

/// ErrorCode::wrongKey when the passphrase does not open the entry of that user. Without a user every entry is tried.
Result<Unlocked> openWithPassphrase(const std::string& storePath, const Secret& passphrase,
                                    const std::optional<std::string>& user = std::nullopt);
Result<StoreKey> openWithRecoveryKey(const std::string& storePath, const RecoveryKey& recovery);

/// In the order they were added.
Result<std::vector<Account>> accountsOf(const std::string& storePath);

/// These change the envelope alone; the store's pages are not touched. ErrorCode::busy while another program changes it.
/// ErrorCode::conflict when the name or the worker has an account already.
Result<Done> addAccount(const std::string& storePath, const StoreKey& key, const Account& account,
                        const Secret& passphrase, const GuessCost& cost = {});
/// What was opened before stays open to them: change the data key as well (key_rotation.h). The last one stays.
Result<Done> removeAccount(const std::string& storePath, const StoreKey& key, std::string_view user);
/// The entry's epoch goes up, so that an old copy of the entry cannot be put back into the new envelope.
Result<Done> changePassphrase(const std::string& storePath, const StoreKey& key, std::string_view user,
                              const Secret& passphrase, bool mustChange = false, const GuessCost& cost = {});

/// Writes a damaged or missing copy again from the good one.
Result<Done> mendEnvelope(const std::string& storePath, const StoreKey& key);

}  // namespace holdfast::db
