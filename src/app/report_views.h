// The bounce report on the screen: its exact figures, the cases behind each of them, and what it can be narrowed to.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "report/case_list.h"
#include "report/full_report.h"

namespace holdfast::app {

/// A case with what somebody has to see to know it again.
struct ReportCaseRow {
    report::ReportCase what;
    std::string name;         ///< of the person
    std::string serviceName;  ///< as the directory has it; the id or the door when it has none
};

struct ReportCasePage {
    std::vector<ReportCaseRow> rows;
    std::string next;  ///< cursor after them; empty when they are the last
    int cases = 0;     ///< in all
    int people = 0;
    int counted = 0;  ///< what the figure said
};

struct ReportChoices {
    struct Team {
        std::string key;  ///< as MeasureQuery::team has it
        std::string name;
        friend bool operator==(const Team&, const Team&) = default;
    };
    std::vector<Team> teams;         ///< teams, and services whose workers have no team; by name
    std::vector<std::string> areas;  ///< in the referrals of the period, in order: "SG1", "SG14"
};

class ReportViews {
public:
    explicit ReportViews(Workspace& workspace) : m_workspace{workspace} {}

    /// Exact figures, for use inside the services.
    Result<report::FullReport> whole(const Session& session, const report::MeasureQuery& query, bool comparePrevious);

    /// Names, so it is for those who answer for services and teams, and each page is a view in the audit.
    Result<ReportCasePage> cases(const Session& session, const report::CaseAsked& asked, const std::string& after);

    Result<ReportChoices> choices(const Session& session, Date from, Date to);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
