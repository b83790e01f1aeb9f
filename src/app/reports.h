// Bounce reports: on the screen, as CSV and as JSON.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "report/bounce_report.h"

namespace holdfast::app {

class Reports {
public:
    explicit Reports(Workspace& workspace) : m_workspace{workspace} {}

    /// Days are London days; both ends are included.
    Result<report::BounceReport> bounces(const Session& session, const report::BounceQuery& query);

    /// The same report as text to be written to a file. Audited as an export.
    Result<std::string> bouncesCsv(const Session& session, const report::BounceQuery& query);
    Result<std::string> bouncesJson(const Session& session, const report::BounceQuery& query);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
