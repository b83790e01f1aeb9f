// TENNIS: two services that send a person to each other must meet. LOOP: a service that said no is asked again.
#pragma once

#include "engine/context.h"
#include "engine/state.h"

namespace holdfast::engine {

/// Looks at the refusal at `position` against all the others since the last MDT. The first pair found starts the
/// clock; later ones never move it.
void detectTennis(const Context& context, State& state, std::uint32_t position);

/// This service refused this need since it was first asked for, and did not take it back.
bool hasRefused(const State& state, Need which, const ServiceId& service);

}  // namespace holdfast::engine
