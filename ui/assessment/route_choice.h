// Which service each open need would be referred to: the engine's proposal, or another one a worker chose and why.
#pragma once

#include "app/assessments.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdfast::ui {

struct RouteChoice {
    PerNeed<std::optional<ServiceId>> other;  ///< chosen instead of the proposal
    QString why;                              ///< asked for when a weaker one was chosen

    friend bool operator==(const RouteChoice&, const RouteChoice&) = default;
};

/// The needs somebody must hold, by what the form says now.
std::vector<Need> openNeeds(const record::AssessmentForm& form);

/// The service for one need: chosen, else proposed, else nothing.
std::optional<ServiceId> routeFor(Need need, const engine::AssessmentDecision& decision, const RouteChoice& choice);

/// One leg for each open need that has a service.
std::vector<event::ReferralSent::Leg> legsFor(const record::AssessmentForm& form,
                                              const engine::AssessmentDecision& decision, const RouteChoice& choice);

/// Open needs that no service was proposed or chosen for.
std::vector<Need> needsWithoutRoute(const record::AssessmentForm& form, const engine::AssessmentDecision& decision,
                                    const RouteChoice& choice);

/// Another service than the first of the engine's list: a reason is asked for.
bool isWeaker(Need need, const ServiceId& service, const engine::AssessmentDecision& decision);

}  // namespace holdfast::ui
