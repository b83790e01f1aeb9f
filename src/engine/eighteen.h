// EIGHTEEN: from half a year before a service's upper age limit somebody plans the way into the next one.
#pragma once

#include "domain/person.h"
#include "domain/policy.h"
#include "engine/state.h"

namespace holdfast::engine {

/// The birthday; who is born on 29 February is a year older on 1 March.
Date birthday(Date born, int years);

/// The limit that the holding or receiving service of this open need comes to, when the time to plan has begun.
std::optional<int> nearingLimit(const Policy& policy, const PersonFacts& person, const NeedRecord& need, Instant now);

}  // namespace holdfast::engine
