// SILENCE: a leg that says nothing past its clock is a bounce, is chased twice and then escalates.
#pragma once

#include "engine/context.h"
#include "engine/state.h"

namespace holdfast::engine {

/// The clock of the leg's state counts from `from`.
void restartSilenceClock(const Context& context, LegRecord& leg, Instant from);

/// From when chases are reckoned: the silence, or a soft refusal if that came first. Nothing when neither.
std::optional<Instant> chaseFrom(const LegRecord& leg);

}  // namespace holdfast::engine
