// What the engine says, as the JSON of engine.md section 7. The same snapshots give the same bytes.
#pragma once

#include "engine/snapshot.h"

#include <span>
#include <string>

namespace holdfast::exchange {

/// One object, without white space; every key is always present.
std::string writeSnapshot(const engine::Snapshot& snapshot);

/// The document of `holdfast replay`: an array with one snapshot a line.
std::string writeSnapshots(std::span<const engine::Snapshot> snapshots);

/// A worker's id, a role, or "role:service".
std::string ownerText(const engine::Owner& owner);

}  // namespace holdfast::exchange
