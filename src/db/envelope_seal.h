// What stands in one entry of an envelope and how it is wrapped. Only the envelope's own files include this.
#pragma once

#include "db/envelope.h"

#include <functional>
#include <optional>
#include <string>

namespace holdfast::db {

/// A new pair of keys, the secret half under the passphrase, and the data key sealed to it.
Result<EnvelopeEntry> passphraseEntry(const Envelope& envelope, const Account& account, std::uint64_t epoch,
                                      const StoreKey& key, const Secret& passphrase, const GuessCost& cost);
EnvelopeEntry recoveryEntry(const Envelope& envelope, const StoreKey& key, const RecoveryKey& recovery);

Result<Secret> keyFromPassphrase(const EnvelopeEntry& entry, const Secret& passphrase);

/// Nothing when it does not open.
std::optional<StoreKey> unwrapped(const Envelope& envelope, const EnvelopeEntry& entry, const Secret& wrappingKey);

/// Bytes that only the holder of the entry's secret key can read.
std::string sealedTo(const EnvelopeEntry& entry, const Secret& data);

std::string macOf(const Envelope& envelope, const StoreKey& key);
bool isSealedWith(const Envelope& envelope, const StoreKey& key);

/// Reads, asks `change` to make it another, seals and writes it. ErrorCode::busy while another program does so,
/// ErrorCode::wrongKey when the key is not this store's.
Result<Done> changeEnvelope(const std::string& storePath, const StoreKey& key,
                            const std::function<Result<Done>(Envelope&)>& change);

}  // namespace holdfast::db
