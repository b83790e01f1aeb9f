// Exhaustive exploration: every sequence of moves from every start, breadth first, through the engine's shipping step
// and the shipping policy, each step checked against every law. A counter-example is therefore a shortest one.
#pragma once

#include "prove/laws.h"
#include "prove/stage.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::prove {

struct Limits {
    std::size_t states = 100'000'000;
    int depth = 99;
    std::optional<Law> until;  ///< go on past other broken laws until this one breaks
};

/// A broken law and the shortest way there.
struct CounterExample {
    Law law = Law::held;
    std::string what;
    Start start;
    std::vector<Event> events;       ///< those of the start, then the moves
    std::vector<std::string> moves;  ///< their names
};

struct Exploration {
    std::size_t states = 0;                          ///< distinct canonical states
    std::size_t transitions = 0;                     ///< steps taken or refused
    std::size_t refused = 0;                         ///< steps that a rule forbade; they changed nothing
    int finished = 0;                                ///< every sequence of so many moves was explored
    int reached = 0;                                 ///< the longest sequence that was
    std::array<std::size_t, lawCount> liveStates{};  ///< distinct states reached by a step to which the law applied
    std::array<std::size_t, lawCount> liveSteps{};
    std::vector<CounterExample> broken;  ///< one for each law at most, in the order met
};

/// `note` is told after each level: its depth and the states so far.
Exploration explore(const test::World& world, const Limits& limits, const std::function<void(int, std::size_t)>& note);

}  // namespace holdfast::prove
