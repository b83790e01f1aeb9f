#include "engine/quadrant.h"

#include "engine/illness.h"

#include <algorithm>

namespace holdfast::engine {

std::optional<Severity> severityOf(const NeedFinding& finding)
{
    if (isOpen(finding.status))
        return finding.severity;
    return finding.status == NeedStatus::notAsked ? std::nullopt : std::optional{Severity::none};
}

const policy::LeadRule& leadRuleFor(const Policy& policy, const PerNeed<NeedFinding>& found)
{
    const auto allows = [](const std::vector<Severity>& list, const std::optional<Severity>& severity) {
        return list.empty() || (severity && std::ranges::find(list, *severity) != list.end());
    };
    const bool severe = isSevereMentalIllness(policy, found.mentalHealth);
    return *std::ranges::find_if(policy.leadRules, [&](const policy::LeadRule& rule) {
        return rule.severeMentalIllness.value_or(severe) == severe &&
               allows(rule.mentalHealth, severityOf(found.mentalHealth)) &&
               allows(rule.substanceUse, severityOf(found.substanceUse));
    });
}

}  // namespace holdfast::engine
