// Bytes sealed with a key: without it nobody reads them, and a changed one is noticed.
#pragma once

#include "db/secret.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast::db {

inline constexpr std::size_t sealingKeyBytes = 32;

/// XChaCha20-Poly1305 with a nonce of its own each time. `place` is not kept: sealed for one place, it opens at no other.
std::string seal(const Secret& key, std::string_view plain, std::string_view place);

/// Nothing when the key, the place or a byte is wrong.
std::optional<std::string> unseal(const Secret& key, std::string_view sealedBytes, std::string_view place);

/// Keyed BLAKE2b over the parts in their order, as 64 hex digits. Each part counts with its length, so that no two lists
/// of parts read alike. An empty key makes it a plain hash.
std::string macOf(const Secret& key, std::initializer_list<std::string_view> parts);

}  // namespace holdfast::db
