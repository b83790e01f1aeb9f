#include "engine/support.h"

#include "domain/policy.h"

#include <algorithm>
#include <array>

namespace holdfast::engine {

std::optional<SupportPlan> supportPlan(const Context& context, const Snapshot& snapshot)
{
    // The actions are ordered by due time: the first of either kind is the next time somebody is in touch.
    const auto next = std::ranges::find_if(snapshot.nextActions, [](const NextAction& action) {
        return action.what == "check_in" || action.what == "waiting_well_contact";
    });
    if (next == snapshot.nextActions.end())
        return std::nullopt;
    const Policy& policy = context.policyAt(snapshot.at);
    SupportPlan plan;
    plan.need = next->need;
    plan.everyWeeks = policy.delays.waitingWellWeeks;
    plan.who = next->owner;
    plan.nextBy = next->due;
    plan.lastAt = snapshot.checkedInAt;
    static constexpr std::array steps{"support.if_worse.now", "support.if_worse.record", "support.if_worse.sooner"};
    for (const std::string_view step : steps)
        if (const std::string_view text = policy.sentence(step); !text.empty())
            plan.ifWorse.emplace_back(text);
    return plan;
}

}  // namespace holdfast::engine
