// A counter-example for people: told in a few lines, and as a scenario that `holdfast replay` can play.
#pragma once

#include "prove/explorer.h"

#include <string>

namespace holdfast::prove {

std::string tell(const CounterExample& example);
std::string scenarioOf(const CounterExample& example);

}  // namespace holdfast::prove
