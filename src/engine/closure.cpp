#include "engine/closure.h"

#include "domain/calendar.h"
#include "domain/policy.h"
#include "engine/eighteen.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

/// The leg's service has an upper age limit that the person has reached, or will soon: nobody is discharged by a birthday.
bool isAgeClosure(const Step& step, const event::Response& body, const LegRecord& leg)
{
    if (!leg.maxAge || !step.person.born)
        return false;
    const Date limit = birthday(*step.person.born, *leg.maxAge);
    const Date today = londonDate(step.at());
    const Date window = addMonths(limit, -step.context.policy.delays.transitionMonths);
    return today >= limit || (body.kind == ResponseKind::discharged && today >= window);
}

void recordNoAftercare(const Step& step, const event::Response& body, LegRecord& leg)
{
    const policy::Reason& reason = *step.context.policy.reason(step.context.policy.defaults.noAftercare);
    if (!leg.noAftercare)
        leg.noAftercare = step.at();
    step.state.fired.add(RuleCode::aftercareMissing, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"reason", reason.code});
    BounceRecord record;
    record.event = step.index;
    record.code = reason.code;
    record.recordedClass = reason.cls;
    record.cls = step.cls.value_or(reason.cls);
    record.need = body.need;
    record.service = body.service;
    record.pointsTo = body.pointsTo;
    record.at = step.at();
    record.askedAt = leg.sentAt.value_or(leg.since);
    bounce(step, record);
    watchWords(step, body.need, body.service, reason, record.cls);
}

}  // namespace

void tryToClose(const Step& step, const event::Response& body)
{
    NeedRecord& need = step.need(body.need);
    LegRecord& leg = *need.leg;
    heard(step, leg);
    const bool planned = hasAftercare(need, step.at());
    const bool otherOpen = isOpen(step.need(other(body.need)));
    const bool byAge = isAgeClosure(step, body, leg);
    const bool inDispute = leg.state == LegState::challenged;
    if (planned && !otherOpen && !byAge && !inDispute) {
        enter(step, body.need, LegState::completed);
        close(step, body.need, NeedStatus::met);
        endChallenges(step.state, body.need);
        step.state.fired.add(RuleCode::completed, Stated{"need", nameOf(body.need)}, Stated{"service", body.service});
        escalateIfAtRisk(step, scopeOf(body.need));
        return;
    }
    if (otherOpen) {
        leg.closeTried = leg.closeTried.value_or(step.at());
        step.state.fired.add(RuleCode::claspClosureNeeded, Stated{"need", nameOf(body.need)},
                             Stated{"service", body.service}, Stated{"open", nameOf(other(body.need))});
    }
    if (byAge) {
        leg.stayedAtBirthday = true;
        step.state.fired.add(RuleCode::eighteenStays, Stated{"need", nameOf(body.need)},
                             Stated{"service", body.service}, Stated{"limit", std::int64_t{*leg.maxAge}});
    }
    if (!planned)
        recordNoAftercare(step, body, leg);
    else
        escalateIfAtRisk(step, scopeOf(body.need));
}

}  // namespace holdfast::engine
