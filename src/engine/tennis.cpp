#include "engine/tennis.h"

#include <algorithm>
#include <chrono>

namespace holdfast::engine {
namespace {

bool nameEachOther(const BounceRecord& a, const BounceRecord& b)
{
    return !a.attempt && !b.attempt && a.pointsTo && b.pointsTo && *a.pointsTo == b.service && *b.pointsTo == a.service;
}

bool areThePair(const policy::Tennis& tennis, const BounceRecord& a, const BounceRecord& b)
{
    return (a.code == tennis.pair[0] && b.code == tennis.pair[1]) ||
           (a.code == tennis.pair[1] && b.code == tennis.pair[0]);
}

}  // namespace

void detectTennis(const Context& context, State& state, std::uint32_t position)
{
    const policy::Tennis& tennis = context.policy.tennis;
    const BounceRecord& latest = state.bounces[position];
    if (!latest.refusal || state.tennisSince)
        return;
    const auto window = std::chrono::hours{24} * tennis.windowDays;
    for (std::uint32_t i = state.refusalsSinceMdt; i < state.bounces.size(); ++i) {
        const BounceRecord& other = state.bounces[i];
        if (i == position || !other.refusal)
            continue;
        const auto apart = latest.at >= other.at ? latest.at - other.at : other.at - latest.at;
        if (apart > window || !(nameEachOther(latest, other) || areThePair(tennis, latest, other)))
            continue;
        state.tennisSince = std::max(latest.at, other.at);
        state.fired.add(RuleCode::tennisMdt, Stated{"first", other.code}, Stated{"second", latest.code},
                        Stated{"since", *state.tennisSince});
        return;
    }
}

bool hasRefused(const State& state, Need which, const ServiceId& service)
{
    const auto& since = state.needs[which].firstAskedAt;
    return std::ranges::any_of(state.bounces, [&](const BounceRecord& record) {
        return record.refusal && !record.attempt && !record.overturned && record.need == which &&
               record.service == service && (!since || record.at >= *since);
    });
}

}  // namespace holdfast::engine
