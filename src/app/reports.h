// Bounce reports: on the screen, as CSV and as JSON.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "report/bounce_report.h"
#include "report/disclosure.h"
#include "report/document.h"
#include "report/measure_query.h"

namespace holdfast::app {

/// A whole report, for a file.
struct ReportRequest {
    report::MeasureQuery query;
    bool comparePrevious = false;
    report::DisclosureRule rule;
    std::string format;  ///< what it will be written as; the audit says so
};

class Reports {
public:
    explicit Reports(Workspace& workspace) : m_workspace{workspace} {}

    /// Days are London days; both ends are included.
    Result<report::BounceReport> bounces(const Session& session, const report::BounceQuery& query);

    /// The same report as text to be written to a file. Audited as an export.
    Result<std::string> bouncesCsv(const Session& session, const report::BounceQuery& query);
    Result<std::string> bouncesJson(const Session& session, const report::BounceQuery& query);

    /// Every measure, table and definition. Where small numbers are hidden, whole calendar months only. Audited as an
    /// export.
    Result<report::Document> bounceDocument(const Session& session, const ReportRequest& request);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
