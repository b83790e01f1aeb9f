// Who is in an invented history: the services, their workers, and what the assessment found.
#pragma once

#include "app/practice_world.h"
#include "base/random.h"
#include "domain/calendar.h"
#include "domain/event.h"
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

struct Cast {
    PerNeed<ServiceId> service;
    PerNeed<WorkerId> worker;
    ServiceId home;  ///< whose worker assesses
    WorkerId assessor;
    Severity severity = Severity::moderate;
};

int between(Random& random, int least, int most);

/// `code` is the reason that is going to be given; empty for none.
Cast castFor(const PlotContext& context, std::string_view code);

event::AssessmentSigned assessmentOf(const PlotContext& context, const Cast& cast);

/// Asked, and nothing to worry about.
SafetyFacts askedAndNone();

}  // namespace holdfast::app
