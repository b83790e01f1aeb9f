// The plans of the people who are always in the practice caseload, from resources/demo.
#pragma once

#include "app/practice_pen.h"
#include "domain/plan.h"

namespace holdfast::app {

struct StoryPlan {
    int day = 0;  ///< when it was agreed, counted from the as-of date
    WorkerId by;
    PlanContent content;         ///< its days are put in when it is written
    std::vector<int> lineDays;   ///< by when, of each line
    std::vector<int> doneLines;  ///< counted from 1
    int review = 0;
};

using PracticePlans = std::map<std::string, std::vector<StoryPlan>>;

Result<PracticePlans> readPracticePlans(std::string_view text);

/// Writes them with ids of its own, so that everything else in a caseload is the same with or without plans.
class PracticePlanWriter {
public:
    PracticePlanWriter(Workspace& workspace, PracticePlans plans, std::uint64_t seed, Date asOf, Instant now,
                       const std::vector<Worker>& workers);

    /// Needs an open transaction.
    Result<Done> write(const PersonId& person, const std::string& story);

private:
    Result<Done> writeOne(const PersonId& person, const StoryPlan& told, const CommandId& command);

    PracticePlans m_plans;
    PracticePen m_pen;
};

}  // namespace holdfast::app
