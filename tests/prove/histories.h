// Generated histories: people of several ages, every kind of event and every reason, gaps from nothing to months, some
// events at the same instant, some learned of late, some corrected. Nothing here asks the engine what is allowed.
#pragma once

#include "domain/event.h"
#include "domain/person.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdfast::prove {

struct History {
    PersonFacts person;
    std::vector<Event> events;  ///< ids "#1", "#2" ... by position
};

/// One history: who it is about from `person`, and one event from each of `seeds`. Leaving a seed out leaves its event
/// out, so that a failing history can be made shorter.
History historyFrom(std::uint64_t person, const std::vector<std::uint64_t>& seeds);

/// The same seed draws the same history, of 2 to 22 events.
History historyOf(std::uint64_t seed);

/// As oracle/run.clp reads it.
std::string forOracle(std::size_t number, const History& history);

}  // namespace holdfast::prove
