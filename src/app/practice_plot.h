// Invented histories for the rest of the caseload: one for each reason of the policy, and ordinary ones in any number.
#pragma once

#include "app/practice_story.h"
#include "base/random.h"
#include "domain/policy.h"

namespace holdfast::app {

/// The workers who can be in a history, by service.
class PracticeStaff {
public:
    explicit PracticeStaff(const std::vector<Worker>& workers);

    /// A keyworker or coordinator of that service; its only worker when there is no other.
    WorkerId of(const ServiceId& service, Random& random) const;
    bool has(const ServiceId& service) const { return m_byService.contains(service); }

private:
    std::map<ServiceId, std::vector<WorkerId>> m_byService;
};

struct PlotContext {
    const PracticeWorld& world;
    const PracticeStaff& staff;
    const Policy& policy;
    const WorkingDays& days;
    Random& random;
    Date asOf;
};

/// A history in which a service answers with this reason. With `open` the answer is recent and stands.
std::vector<Planned> plotFor(const PlotContext& context, const policy::Reason& reason, bool open);

/// A history in which both services took the person on.
std::vector<Planned> ordinaryPlot(const PlotContext& context);

}  // namespace holdfast::app
