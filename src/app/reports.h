// Bounce reports that leave the program.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "report/disclosure.h"
#include "report/document.h"
#include "report/measure_query.h"

#include <functional>

namespace holdfast::app {

/// A whole report, for a file.
struct ReportRequest {
    report::MeasureQuery query;
    bool comparePrevious = false;
    report::DisclosureRule rule;
    std::string format;               ///< what it will be written as; the audit says so
    std::function<bool()> stopped{};  ///< asked once the rows are read: true ends in ErrorCode::cancelled, unaudited
};

class Reports {
public:
    explicit Reports(Workspace& workspace) : m_workspace{workspace} {}

    /// Every measure, table and definition. Where small numbers are hidden, whole calendar months only. Audited as an
    /// export.
    Result<report::Document> bounceDocument(const Session& session, const ReportRequest& request);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
