#include "engine/silence.h"

#include "domain/calendar.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {

void restartSilenceClock(const Context& context, LegRecord& leg, Instant from)
{
    leg.heardAt = from;
    leg.silent = false;
    leg.silentFrom.reset();
    const policy::SilenceClock* clock = context.policy.silenceClock(leg.state);
    if (!clock)
        return;
    leg.silentFrom =
        clock->weeks > 0 ? from + std::chrono::weeks{clock->weeks} : context.days.due(from, clock->workingDays);
}

std::optional<Instant> chaseFrom(const LegRecord& leg)
{
    if (!leg.silent)
        return leg.softFrom;
    return leg.softFrom ? std::min(*leg.softFrom, *leg.silentFrom) : *leg.silentFrom;
}

namespace {

bool ranOut(const NeedRecord& need, Instant through)
{
    return need.leg && need.leg->silentFrom && *need.leg->silentFrom <= through && !need.leg->silent && isOpen(need);
}

void recordSilence(const Context& now, State& state, Need which)
{
    LegRecord& leg = *state.needs[which].leg;
    leg.silent = true;
    const Instant at = *leg.silentFrom;
    const Context context = now.at(at);
    const ReasonCode code = context.policy.silenceClock(leg.state)->code;

    state.fired.add(RuleCode::silencePassed, Stated{"need", nameOf(which)}, Stated{"service", leg.service},
                    Stated{"state", nameOf(leg.state)}, Stated{"since", leg.heardAt}, Stated{"due", at},
                    Stated{"reason", code});
    BounceRecord record;
    record.code = code;
    record.cls = record.recordedClass = context.policy.reason(code)->cls;
    record.need = which;
    record.service = leg.service;
    record.at = at;
    record.askedAt = leg.sentAt.value_or(leg.since);
    bounceOfTime(context, state, std::move(record));
}

}  // namespace

void advance(const Context& context, State& state, Instant to, bool including)
{
    const Instant through = including ? to : to - std::chrono::milliseconds{1};
    for (const Need which : allNeeds)
        if (ranOut(state.needs[which], through))
            recordSilence(context, state, which);
    for (std::size_t i = 0; i < state.todos.size(); ++i)  // by position: a bounce may add to the list
        if (isCallOverdue(state.todos[i], through))
            recordUnreturnedCall(context, state, i);
    state.at = std::max(state.at, to);
}

}  // namespace holdfast::engine
