#include "app/report_standing.h"

#include "domain/policy_book.h"
#include "store/report_query.h"

namespace holdfast::app {

void nameReasons(std::vector<report::BounceGroup>& groups, const PolicyBook& policies, Instant now)
{
    for (report::BounceGroup& group : groups)
        if (const policy::Reason* reason = policies.reason(ReasonCode{group.key}, now))
            group.label = reason->label;
}

void addStanding(Workspace& workspace, report::BounceReport& report, Instant now)
{
    const store::HeldNow held = store::ReportQuery{workspace.connection()}.heldNow();
    report.heldNow = held.held;
    report.joinedNow = held.joined;
    report.openWithoutHolder = held.openWithoutHolder;
    report.dataAsOf = now;
    report.policyId = workspace.policy().id;
    report.policyVersion = workspace.policy().version;
}

}  // namespace holdfast::app
