// Generated histories: people of several ages, every kind of event and every reason, gaps from nothing to months, some
// events at the same instant, some learned of late, some corrected. Nothing here asks the engine what is allowed.
#pragma once

#include "domain/event.h"
#include "domain/person.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::prove {

/// Who asked for a person before any referral; two of them are doors of an emergency.
inline constexpr std::array<std::string_view, 5> attemptSources{"gp", "hospital", "police", "housing", "friend"};

/// Words that mean a refusal which is never legitimate, whatever code was given with them.
inline constexpr std::string_view soberWords = "Please come back when sober.";

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
