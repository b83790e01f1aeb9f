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

void recordSilence(const Context& context, State& state, Need which)
{
    LegRecord& leg = *state.needs[which].leg;
    leg.silent = true;
    const Instant at = *leg.silentFrom;
    const ReasonCode code = context.policy.silenceClock(leg.state)->code;

    Event passing;
    passing.at = at;
    static const PersonFacts nobody;
    const Step step{context, nobody, state, passing, noEvent, std::nullopt};
    state.fired.add(RuleCode::silencePassed, Fact{"need", nameOf(which)}, Fact{"service", leg.service},
                    Fact{"state", nameOf(leg.state)}, Fact{"since", leg.heardAt}, Fact{"due", at},
                    Fact{"reason", code});
    BounceRecord record;
    record.code = code;
    record.cls = record.recordedClass = context.policy.reason(code)->cls;
    record.need = which;
    record.service = leg.service;
    record.at = at;
    record.askedAt = leg.sentAt.value_or(leg.since);
    bounce(step, record);
}

}  // namespace

void advance(const Context& context, State& state, Instant to, bool including)
{
    for (const Need which : allNeeds) {
        const NeedRecord& need = state.needs[which];
        if (!isOpen(need) || !need.leg || need.leg->silent || !need.leg->silentFrom)
            continue;
        if (*need.leg->silentFrom < to || (including && *need.leg->silentFrom == to))
            recordSilence(context.at(*need.leg->silentFrom), state, which);
    }
    recordUnreturnedCalls(context, state, to, including);
    state.at = std::max(state.at, to);
}

}  // namespace holdfast::engine
