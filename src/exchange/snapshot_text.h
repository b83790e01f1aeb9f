// The same as snapshot_json.h, for reading (`--format text`).
#pragma once

#include "engine/snapshot.h"

#include <span>
#include <string>

namespace holdfast::exchange {

/// A paragraph for each snapshot, numbered by the event it follows.
std::string describeSnapshots(std::span<const engine::Snapshot> snapshots);

}  // namespace holdfast::exchange
