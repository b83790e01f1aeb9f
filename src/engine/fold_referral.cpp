// The joint referral: a leg for each open need, sent together. The holder does not move.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/match.h"
#include "engine/moves.h"
#include "engine/tennis.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

std::string pointer(std::size_t leg, std::string_view field)
{
    return "/legs/" + std::to_string(leg) + '/' + std::string{field};
}

bool names(const event::ReferralSent& body, Need which)
{
    return std::ranges::any_of(body.legs, [which](const auto& leg) { return leg.need == which; });
}

Result<Done> checkLegs(const Step& step, const event::ReferralSent& body)
{
    if (body.legs.empty())
        return invalid("/legs", "expected at least one leg");
    for (std::size_t i = 0; i < body.legs.size(); ++i) {
        const auto& leg = body.legs[i];
        if (!findService(step, leg.service))
            return unknownService(pointer(i, "service"));
        for (std::size_t j = 0; j < i; ++j)
            if (body.legs[j].need == leg.need)
                return invalid(pointer(i, "need"), "expected each need at most once");
        if (!isOpen(step.need(leg.need)))
            return refused(RuleCode::legPointed, pointer(i, "need"),
                           "expected a need that is open (possible or present)");
    }
    return Done{};
}

/// The other need may be left out when it is settled, has its own leg already, or time presses.
bool mayGoAlone(const NeedRecord& other)
{
    switch (other.status) {
    case NeedStatus::none:
    case NeedStatus::met:
    case NeedStatus::declinedByPerson: return true;
    case NeedStatus::notAsked:
    case NeedStatus::possible:
    case NeedStatus::present: return other.leg.has_value();
    }
    return false;
}

void send(const Step& step, Need which, const Service& service)
{
    const bool refusedBefore = hasRefused(step.state, which, service.id);
    point(step, which, service, LegState::sent);
    LegRecord& leg = *step.need(which).leg;
    leg.loop = refusedBefore;
    leg.mismatch = isMismatch(service, step.person, which, londonDate(step.at()));
    if (leg.loop)
        step.state.fired.add(RuleCode::loopRefusedBefore, Stated{"need", nameOf(which)}, Stated{"service", service.id});
    if (leg.mismatch)
        step.state.fired.add(RuleCode::matchOutside, Stated{"need", nameOf(which)}, Stated{"service", service.id});
}

}  // namespace

Result<Done> fold(const Step& step, const event::ReferralSent& body)
{
    if (auto checked = checkLegs(step, body); !checked)
        return checked;
    bool oneLegAlone = false;
    for (const Need which : allNeeds) {
        if (names(body, which) || mayGoAlone(step.need(which)))
            continue;
        if (urgencyOf(step.state, step.context.policy) == Urgency::routine)
            return refused(RuleCode::claspOneNeed, "/legs",
                           "expected a leg for " + std::string{nameOf(which)} +
                               " too: both needs are referred together unless the other is settled or it is urgent");
        oneLegAlone = true;
    }
    for (const auto& leg : body.legs)
        send(step, leg.need, *findService(step, leg.service));
    if (oneLegAlone)
        askBoth(step);
    return Done{};
}

}  // namespace holdfast::engine
