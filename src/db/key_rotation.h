// A new data key for a store, when somebody who could open it has left. The pages are written under the new key into a
// copy that takes the store's name in one step; the envelope holds both keys meanwhile, so that a stop at any point
// leaves a store that opens.
#pragma once

#include "db/store_file.h"

namespace holdfast::db {

/// Where it has got to, for tests that stop it there.
enum class RotationStage : std::uint8_t { bothKeysKept, copied, checked, swapped, oldKeyDropped };
using OnRotation = std::function<void(RotationStage)>;

/// ErrorCode::busy when another program has the store open; then nothing was changed. `key` no longer opens the pages
/// afterwards: open the envelope again. Copies that were made before still open with it.
Result<Done> rotateDataKey(const std::string& path, const StoreKey& key, const OnRotation& reached = {});

/// After a rotation that was cut off: finds out which of the two keys the pages have and drops the other.
Result<StoreKey> settled(const std::string& path, StoreKey key);

}  // namespace holdfast::db
