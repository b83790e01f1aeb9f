// The canonical state: what an invariant or a later move can tell apart, and nothing else. It holds no instant and no
// id: instants become bands of a clock, services the part they play, workers the order in which they are met.
#pragma once

#include "engine/world.h"
#include "prove/watcher.h"

#include <cstdint>
#include <functional>
#include <string>

namespace holdfast::prove {

/// 128 bits of a canonical state; two that differ by chance are not to be expected in 10^15 states.
struct Key {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend bool operator==(const Key&, const Key&) = default;
};

struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept { return static_cast<std::size_t>(key.low); }
};

/// The canonical state as a line of small numbers.
std::string canonical(const test::World& world, const PersonFacts& person, const engine::State& state,
                      const Watcher& watcher);

Key keyOf(const std::string& canonical);

}  // namespace holdfast::prove
