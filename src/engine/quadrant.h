// Who should lead, from how severe each need is: the quadrant that an assessment puts the person in.
#pragma once

#include "domain/event.h"
#include "domain/policy.h"

namespace holdfast::engine {

/// None when the need was asked about and is not there; nothing when nobody knows.
std::optional<Severity> severityOf(const NeedFinding& finding);

/// The first rule of the policy that fits; the last one fits everything.
const policy::LeadRule& leadRuleFor(const Policy& policy, const PerNeed<NeedFinding>& found);

}  // namespace holdfast::engine
