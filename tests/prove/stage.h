// What an exploration plays with: a policy, a small directory, the people it starts from and the moves that may follow.
#pragma once

#include "domain/event.h"
#include "engine/world.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace holdfast::prove {

/// The world of the engine's tests under any policy; the shipped one when `policyFile` is empty.
std::unique_ptr<test::World> worldUnder(const std::string& policyFile);

/// Where a walk begins. Every start is explored with the same moves, told in terms of its own services.
struct Start {
    std::string name;
    PersonFacts person;
    ServiceId mentalHealth;  ///< whom the mental health leg is sent to
    ServiceId substanceUse;
    Instant from;
    std::vector<Event> events;
};
std::vector<Start> allStarts();

/// What may happen next, and how much later.
struct Move {
    std::string name;
    EventBody body;
    std::chrono::minutes later{60};
    SafetyFacts safety;
};
std::vector<Move> movesFrom(const Start& start);

/// Kinds of event that no move makes, by name. A walk that leaves one out proves nothing about it.
std::vector<std::string> kindsWithoutMove(const std::vector<Move>& moves);

}  // namespace holdfast::prove
