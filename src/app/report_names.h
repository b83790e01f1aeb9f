// The names of services in a report, and whose team and service wrote its rows. In the transaction of the use case.
#pragma once

#include "app/workspace.h"
#include "report/measure_query.h"

#include <unordered_map>

namespace holdfast::app {

/// As the directory has it; an id that it does not know stays an id.
std::string nameOfService(Workspace& workspace, const std::string& id);

/// Of everybody who ever wrote in this store.
class Recorders {
public:
    explicit Recorders(Workspace& workspace);

    /// Neither a team nor a service when nobody wrote it, or somebody whom the store does not know.
    const report::Recorder& of(const WorkerId& worker) const;
    const report::Recorder& nobody() const { return m_nobody; }

private:
    report::Recorder m_nobody;
    std::unordered_map<WorkerId, report::Recorder> m_known;
};

}  // namespace holdfast::app
