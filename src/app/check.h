// `holdfast check`: integrity of the file, schema, and that every cached state equals the replayed state.
#pragma once

#include "app/session.h"
#include "app/sign_in.h"
#include "app/workspace.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct CheckFinding {
    std::string what;    ///< "integrity", "schema", "cache", "held", "next", "document", "audit"
    std::string detail;  ///< ids and codes only
};

struct CheckReport {
    int people = 0;
    int events = 0;
    int documents = 0;
    std::vector<CheckFinding> findings;  ///< empty: all is well
    int rebuilt = 0;
};

/// With `rebuild` the caches are dropped and made again from the events. A cached state is compared with what the events
/// say as of the instant it was made.
Result<CheckReport> checkStore(Workspace& workspace, const Session& session, bool rebuild);

/// The file itself: every page, index, reference and recorded save. Nothing to find on a server, which does its own.
/// An Error when it cannot be opened at all.
Result<std::vector<CheckFinding>> checkStoreFile(const std::string& location, SignIn typed, const Clock& clock);

}  // namespace holdfast::app
