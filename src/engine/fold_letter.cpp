// What is sent, asked and told around a refusal: letters, the protocol, a second opinion, feedback, and being in touch
// with the person while a leg waits.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

/// A challenge letter is the challenge: for each need it speaks of that this service has refused, or has the leg of.
Result<Done> sendChallenge(const Step& step, const event::LetterSent& body)
{
    if (!ServiceId::fits(body.to))
        return unknownService("/to");
    const ServiceId service{body.to};
    Error why = unknownService("/to");
    bool sent = false;
    for (const Need which : allNeeds) {
        if (!covers(body.need, which))
            continue;
        if (const auto done = fold(step, event::ChallengeSent{which, service}))
            sent = true;
        else
            why = done.error();
    }
    if (sent)
        return Done{};
    why.where = why.where == "/service" ? "/to" : why.where;
    return why;
}

bool isRole(std::string_view to)
{
    return std::ranges::find(letterRoles, to) != letterRoles.end();
}

}  // namespace

Result<Done> fold(const Step& step, const event::LetterSent& body)
{
    if (body.kind.empty())
        return invalid("/kind", "expected what the letter is, found nothing");
    if (body.kind == "challenge") {
        if (auto sent = sendChallenge(step, body); !sent)
            return sent;
    } else if (!isRole(body.to) && (!ServiceId::fits(body.to) || !findService(step, ServiceId{body.to}))) {
        return unknownService("/to");
    }
    step.state.fired.add(RuleCode::letterSent, Stated{"need", nameOf(body.need)},
                         Stated{"method", nameOf(body.method)});
    return Done{};
}

Result<Done> fold(const Step& step, const event::ProtocolApplied& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    if (!body.applied && body.reason.empty())
        return invalid("/reason", "expected why the protocol was not applied, found nothing");
    settle(step.state, TodoKind::protocolCheck, body.need, body.service);
    settle(step.state, TodoKind::protocolReview, body.need, body.service);
    if (!body.applied && isOpen(step.need(body.need)))
        oweOnce(step, TodoKind::protocolReview, scopeOf(body.need), body.service,
                step.context.days.due(step.at(), step.context.policy.watch(Watch::protocolOmitted).workingDays),
                OwnerRule::supervisor, RuleCode::protocolOmitted);
    step.state.fired.add(RuleCode::protocolApplied, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"applied", std::string_view{body.applied ? "yes" : "no"}});
    return Done{};
}

Result<Done> fold(const Step& step, const event::SecondOpinionRequested& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    if (!isOpen(step.need(body.need)))
        return refused(RuleCode::secondOpinionAsked, "/need", "expected a need that is open");
    const Instant due = step.context.days.due(step.at(), step.context.policy.watch(Watch::secondOpinion).workingDays);
    oweOnce(step, TodoKind::secondOpinion, scopeOf(body.need), body.service, due, OwnerRule::coordinator,
            RuleCode::secondOpinionAsked);
    return Done{};
}

Result<Done> fold(const Step& step, const event::OutcomeFedBack& body)
{
    if (body.to.empty())
        return invalid("/to", "expected who was told, found nothing");
    if (body.how.empty())
        return invalid("/how", "expected how they were told, found nothing");
    // A name that is not the referrer's as it was recorded still means that they were told.
    State& state = step.state;
    const auto told = sourceAt(step.context.policy.watch(Watch::feedback).sources, body.to);
    std::erase_if(state.todos, [&](const TodoRecord& todo) {
        return todo.kind == TodoKind::feedback && (!told || todo.part == *told);
    });
    for (const Need which : allNeeds)
        state.referrers[which] &= told ? ~(std::uint64_t{1} << *told) : 0;
    state.fired.add(RuleCode::feedbackGiven);
    return Done{};
}

Result<Done> fold(const Step& step, const event::SupportCheckIn& body)
{
    if (body.worker.empty())
        return invalid("/worker", "expected the worker who was in touch");
    State& state = step.state;
    if (body.outcome == ContactOutcome::spoke || body.outcome == ContactOutcome::replied) {
        touched(state, step.at());
        dropTodos(state, TodoKind::outreach, body.need);
    }
    if (body.change && *body.change != SupportChange::worse)
        dropTodos(state, TodoKind::worse, NeedScope::both);
    if (body.change == SupportChange::worse) {
        oweOnce(step, TodoKind::worse, body.need, {},
                step.context.days.due(step.at(), step.context.policy.watch(Watch::worse).workingDays),
                OwnerRule::coordinator, RuleCode::supportWorse);
        escalateIfAtRisk(step, body.need);
    }
    step.state.fired.add(RuleCode::supportChecked, Stated{"worker", body.worker},
                         Stated{"outcome", nameOf(body.outcome)});
    return Done{};
}

/// Thanks ends nobody's duty: no clock, no silence and no bounce is touched by it.
Result<Done> fold(const Step& step, const event::GoodExperience& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    if (body.what.empty())
        return invalid("/what", "expected what went well, found nothing");
    return Done{};
}

Result<Done> fold(const Step& step, const event::CostBorne& body)
{
    if (!findService(step, body.service))
        return unknownService("/service");
    if (body.pence < 1 || body.pence > event::mostPence)
        return invalid("/pence", "expected an amount of at least 1 penny and at most 10,000 pounds");
    return Done{};
}

}  // namespace holdfast::engine
