// What wait may be expected of a service: from how long people have waited for it lately, beside what it says itself.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "report/waits.h"

#include <map>
#include <vector>

namespace holdfast::app {

class Waits {
public:
    explicit Waits(Workspace& workspace) : m_workspace{workspace} {}

    /// One for each service asked about, in that order; none asked about: every active service. Figures of many people,
    /// never of fewer than report::leastWaits. Of a service with thousands of waits they may be ten minutes old.
    Result<std::vector<report::ExpectedWait>> expected(const Session& session, std::vector<ServiceId> services = {});

private:
    struct Kept {
        Instant at;
        report::Survival curve;
    };
    const report::Survival& curveOf(const ServiceId& service, Instant now);

    Workspace& m_workspace;
    std::map<ServiceId, Kept> m_kept;
};

}  // namespace holdfast::app
