// Run after every event, whatever it was: an open need has a holder, a need that is not open has none, and nothing that
// was settled is still to do. NEXT follows from it, because what is to do is derived from the state (actions.h).
#pragma once

#include "engine/fold.h"

namespace holdfast::engine {

void closingStep(const Step& step);

}  // namespace holdfast::engine
