// Who holds a need: a hand-over that was accepted, a worker who came or left, a need that opens again.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/match.h"
#include "engine/moves.h"
#include "engine/watch.h"

namespace holdfast::engine {
namespace {

void workerLeft(const Step& step, Need which, const ServiceId& service)
{
    NeedRecord& need = step.need(which);
    const policy::Reason& reason = *step.context.policy.reason(step.context.policy.defaults.workerLeft);
    need.holder->acting = true;
    need.nameAwaited = service;
    need.nameAwaitedFrom = step.at();
    step.state.fired.add(RuleCode::heldActing, Stated{"need", nameOf(which)}, Stated{"service", service},
                         Stated{"worker", need.holder->worker}, Stated{"reason", reason.code});
    BounceRecord record;
    record.event = step.index;
    record.code = reason.code;
    record.cls = record.recordedClass = reason.cls;
    record.need = which;
    record.service = service;
    record.at = step.at();
    record.askedAt = need.leg && need.leg->service == service ? need.leg->sentAt.value_or(step.at()) : step.at();
    bounce(step, record);
}

}  // namespace

Result<Done> fold(const Step& step, const event::HandoverAccepted& body)
{
    const Service* service = findService(step, body.service);
    if (!service)
        return unknownService("/service");
    if (body.worker.empty())
        return invalid("/worker", "expected the worker who takes over");
    if (!isOpen(step.need(body.need)))
        return refused(RuleCode::handoverAccepted, "/need", "expected a need that is open");
    point(step, body.need, *service, LegState::accepted);
    LegRecord& leg = *step.need(body.need).leg;
    leg.mismatch = isMismatch(*service, step.person, body.need, londonDate(step.at()));
    overturn(step.state, body.need, body.service);
    dropTodos(step.state, TodoKind::confirmWithPerson, scopeOf(body.need));
    step.need(body.need).nameAwaited.reset();
    hold(step, body.need, body.service, body.worker, RuleCode::handoverAccepted);
    taken(step, body.need, body.service);
    return Done{};
}

Result<Done> fold(const Step& step, const event::WorkerChanged& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    if (body.worker && body.worker->empty())
        return invalid("/worker", "expected the id of a worker, or null");
    for (const Need which : allNeeds) {
        NeedRecord& need = step.need(which);
        if (!isOpen(need) || (body.need && *body.need != which))
            continue;
        if (body.worker)
            settle(step.state, TodoKind::namedContact, which, body.service);
        const bool holds = need.holder && need.holder->service == body.service;
        if (!body.worker) {
            if (holds && !need.holder->acting)
                workerLeft(step, which, body.service);
            continue;
        }
        if (holds || (need.nameAwaited && *need.nameAwaited == body.service)) {
            if (need.nameAwaited && *need.nameAwaited == body.service)
                need.nameAwaited.reset();
            hold(step, which, body.service, *body.worker, RuleCode::heldNamed);
        }
    }
    return Done{};
}

Result<Done> fold(const Step& step, const event::Reopened& body)
{
    const Service* service = findService(step, body.service);
    if (!service)
        return unknownService("/service");
    if (body.worker.empty())
        return invalid("/worker", "expected the worker who holds the need from now on");
    if (body.reason.empty())
        return invalid("/reason", "expected why the need is open again, found nothing");
    NeedRecord& need = step.need(body.need);
    if (isOpen(need))
        return refused(RuleCode::reopened, "/need", "expected a need that is not open");
    open(step, body.need, NeedStatus::possible);
    need.aftercare = {};
    point(step, body.need, *service, LegState::draft);
    need.leg->sentAt.reset();
    hold(step, body.need, body.service, body.worker, RuleCode::reopened);
    return Done{};
}

}  // namespace holdfast::engine
