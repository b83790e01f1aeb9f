// A clock that is wrong: what was recorded keeps its order by number, but the times people read go astray.
#pragma once

#include "base/time.h"

#include <optional>

namespace holdfast::app {

class Workspace;

/// The latest time among the newest entries of the audit, where it lies further ahead of this computer's clock than two
/// clocks may differ: this clock is behind now, or the other was ahead then. Nothing while all is well.
std::optional<Instant> entryAhead(Workspace& workspace);

}  // namespace holdfast::app
