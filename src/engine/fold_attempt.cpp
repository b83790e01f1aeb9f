// Help sought before any referral exists: the clock starts, and from now on somebody holds the need.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

Result<Done> check(const Step& step, const event::Attempt& body, const policy::Reason* reason)
{
    if (body.source.empty())
        return invalid("/source", "expected who was asked, found nothing");
    if (body.service && !findService(step, *body.service))
        return unknownService("/service");
    if (body.reason && !reason)
        return invalid("/reason", "expected a reason code of the policy");
    return Done{};
}

void recordRefusal(const Step& step, const event::Attempt& body, const policy::Reason& reason, Instant happened)
{
    BounceRecord record;
    record.event = step.index;
    record.code = reason.code;
    record.recordedClass = reason.cls;
    record.cls = step.cls.value_or(reason.cls);
    record.need = body.need;
    record.refusal = true;
    record.attempt = true;
    record.at = happened;
    record.askedAt = happened;
    bounce(step, record);
}

void giveHolder(const Step& step, const event::Attempt& body)
{
    const NeedRecord& need = step.need(body.need);
    if (!isOpen(need))
        return;
    const policy::DutyHolder& duty = step.context.policy.dutyHolder;
    if (!need.holder) {
        if (body.worker)
            hold(step, body.need, body.service.value_or(duty.service), *body.worker, RuleCode::heldNamed);
        else
            hold(step, body.need, duty.service, duty.worker, RuleCode::heldDuty);
    }
}

}  // namespace

Result<Done> fold(const Step& step, const event::Attempt& body)
{
    const policy::Reason* reason = body.reason ? step.context.policy.reason(*body.reason) : nullptr;
    if (auto checked = check(step, body, reason); !checked)
        return checked;
    const Instant happened = std::min(step.at(), body.happenedAt.value_or(step.at()));
    NeedRecord& need = step.need(body.need);
    step.state.fired.add(RuleCode::attemptLogged, Stated{"need", nameOf(body.need)}, Stated{"since", happened});
    startClock(step, body.need, happened);
    if (need.status == NeedStatus::notAsked)
        open(step, body.need, NeedStatus::possible);
    if (reason)
        recordRefusal(step, body, *reason, happened);
    giveHolder(step, body);
    watchAttempt(step, body, reason, happened);
    if (need.status != NeedStatus::present)
        askBoth(step);
    return Done{};
}

}  // namespace holdfast::engine
