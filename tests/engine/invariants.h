// The invariants of engine.md section 4 as a check of one step: what was before, what happened, what is now.
#pragma once

#include "engine/state.h"

#include <cstdint>
#include <string>

namespace holdfast::test {

/// Empty, or the invariant that this step broke.
std::string brokenInvariant(const engine::State& before, const Event& event, const engine::State& after);

/// Equal for states that no invariant and no later event can tell apart. Instants count relative to the state's own
/// time, so the same situation a week later is the same state.
std::uint64_t fingerprint(const engine::State& state);

}  // namespace holdfast::test
