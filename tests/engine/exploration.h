// Exhaustive exploration: every sequence of the moves below, through the engine's real apply step, from one assessed and
// referred case. Two states are the same when nothing an invariant or a later move reads tells them apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace holdfast::test {

struct Exploration {
    std::size_t states = 0;
    std::size_t transitions = 0;
    std::size_t refused = 0;  ///< moves a rule forbade; they changed nothing
    int depth = 0;            ///< deepest level that was finished
    std::string violation;    ///< the first invariant that broke, and the moves that led there; empty when none did
};

/// Breadth first, until `maxDepth` moves or `maxStates` distinct states.
Exploration explore(int maxDepth, std::size_t maxStates);

}  // namespace holdfast::test
