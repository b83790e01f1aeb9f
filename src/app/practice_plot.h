// Invented histories for the rest of the caseload: one for each reason of the policy, and ordinary ones in any number.
#pragma once

#include "app/practice_cast.h"
#include "app/practice_story.h"

namespace holdfast::app {

/// A history in which a service answers with this reason. With `open` the answer is recent and stands.
std::vector<Planned> plotFor(const PlotContext& context, const policy::Reason& reason, bool open);

/// A history in which both services took the person on.
std::vector<Planned> ordinaryPlot(const PlotContext& context);

}  // namespace holdfast::app
