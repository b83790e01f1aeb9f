// The lines of Today, however they come there: what is said of the person, when one is late, and where the lines of what
// was agreed, which no event has made due, stand among the rest.
#pragma once

#include "app/worklist.h"
#include "domain/worker.h"
#include "store/person_brief.h"

namespace holdfast::app {

/// What is due on a day is due by then.
inline constexpr auto endOfDay = std::chrono::hours{17};

/// Of whom it is and how they stand; what is to do is not said yet.
WorkItem itemAbout(const store::PersonBrief& person, const PerNeed<NeedStatus>& status,
                   const PerNeed<std::string>& detail, Instant now);

/// Working days since the due instant; 0 on the day itself and before.
int workingDaysOverdue(const WorkingDays& days, Instant due, Instant now);

/// A line of what was agreed: a worker owes it, and no event has made it due.
struct OwedLine {
    const store::PersonBrief& person;
    const PerNeed<NeedStatus>& status;
    const PerNeed<std::string>& detail;
    const std::string& ownerName;
    engine::NextAction action;
};

/// Reads those a worker stands in for once, and makes the lines of theirs that are due.
class OwedLines {
public:
    OwedLines(Workspace& workspace, const Worker& worker, const TodayQuery& query, Instant now);

    /// Whose lines are read for Mine: the worker's, and those of a few they stand in for. Empty for another scope.
    const std::vector<WorkerId>& workers() const { return m_workers; }
    /// The last day that is on the list already, as for everything that can wait.
    Date by() const { return m_by; }

    /// The line, for what is said of it besides; it stands until the next one is added.
    WorkItem& add(const OwedLine& line);
    int count() const { return static_cast<int>(m_items.size()); }
    /// By due day, at the end of what was agreed in meetings; `total` of them are due, shown or not.
    void putInto(Today& today, int total);

private:
    Workspace& m_workspace;
    Instant m_now;
    Date m_by;
    std::vector<WorkerId> m_workers;
    std::vector<Worker> m_away;
    std::vector<WorkItem> m_items;
};

}  // namespace holdfast::app
