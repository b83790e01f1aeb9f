// `holdfast check`: integrity of the file, schema, and that every cached state equals the replayed state.
#pragma once

#include "app/workspace.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct CheckFinding {
    std::string what;    ///< "integrity", "schema", "cache", "held", "next", "audit"
    std::string detail;  ///< ids and codes only
};

struct CheckReport {
    int people = 0;
    int events = 0;
    std::vector<CheckFinding> findings;  ///< empty: all is well
    int rebuilt = 0;
};

/// With `rebuild` the caches are dropped and made again from the events.
Result<CheckReport> checkStore(Workspace& workspace, bool rebuild);

}  // namespace holdfast::app
