// Two histories of one person as one. The engine's rules stay as they are: both are folded in the order of time. Each was
// written without knowing of the other, though, so what one says can take the ground from the other, or let go of a need
// that the other holds. A Joining says what is passed over and who goes on holding, so that nobody is dropped by it.
#pragma once

#include "domain/merge.h"
#include "engine/evaluate.h"

namespace holdfast::engine {

/// The records that are to be joined, each as it stands alone, and both in the order in which they will be folded.
struct TwoHistories {
    std::span<const Event> kept;
    std::span<const Event> merged;
    std::span<const Event> together;
};

/// Who holds what only the duty desk held, and would otherwise be let go of: whoever joins the records.
struct Standby {
    ServiceId service;
    WorkerId worker;
};

/// What it takes for `together` to hold, from `at` on, every need that one of the two holds, by a service that holds it there.
/// ErrorCode::refused with where "died" when only one of them says that the person has died, "hold" when nothing does.
Result<Joining> planJoining(const Context& context, const PersonFacts& person, const TwoHistories& histories,
                            Instant at, const Standby& standby);

/// The same as events at `at`, to be folded after all that happened until then. `marker` is an id that no event has.
std::vector<Event> eventsOf(const Joining& joining, Instant at, const EventId& marker);

/// `events` with those of the joining in their place.
std::vector<Event> withJoining(std::span<const Event> events, const Joining& joining, Instant at,
                               const EventId& marker);

}  // namespace holdfast::engine
