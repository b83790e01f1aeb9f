#include "assessment/route_choice.h"

#include <algorithm>

namespace holdfast::ui {

std::vector<Need> openNeeds(const record::AssessmentForm& form)
{
    std::vector<Need> needs;
    for (const auto need : allNeeds)
        if (isOpen(form.status[need]))
            needs.push_back(need);
    return needs;
}

std::optional<ServiceId> routeFor(Need need, const engine::AssessmentDecision& decision, const RouteChoice& choice)
{
    if (choice.other[need])
        return choice.other[need];
    const auto leg =
        std::find_if(decision.draft.begin(), decision.draft.end(), [need](const auto& it) { return it.need == need; });
    return leg == decision.draft.end() ? std::nullopt : std::optional{leg->service};
}

std::vector<event::ReferralSent::Leg> legsFor(const record::AssessmentForm& form,
                                              const engine::AssessmentDecision& decision, const RouteChoice& choice)
{
    std::vector<event::ReferralSent::Leg> legs;
    for (const auto need : openNeeds(form))
        if (const auto service = routeFor(need, decision, choice))
            legs.push_back({need, *service});
    return legs;
}

std::vector<Need> needsWithoutRoute(const record::AssessmentForm& form, const engine::AssessmentDecision& decision,
                                    const RouteChoice& choice)
{
    std::vector<Need> needs = openNeeds(form);
    std::erase_if(needs, [&](Need need) { return routeFor(need, decision, choice).has_value(); });
    return needs;
}

bool isWeaker(Need need, const ServiceId& service, const engine::AssessmentDecision& decision)
{
    const auto& candidates = decision.candidates[need];
    return candidates.empty() || candidates.front().service != service;
}

}  // namespace holdfast::ui
