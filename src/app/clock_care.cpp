#include "app/clock_care.h"

#include "app/event_rules.h"
#include "app/workspace.h"
#include "store/audit_query.h"

namespace holdfast::app {
namespace {

constexpr int newestEntries = 200;  // those made since the clock went wrong do not hide the ones from before

}  // namespace

std::optional<Instant> entryAhead(Workspace& workspace)
{
    const auto latest = store::latestEntry(workspace.connection(), newestEntries);
    return latest && *latest > workspace.clock().now() + futureTolerance ? latest : std::nullopt;
}

}  // namespace holdfast::app
