// What the person decides, what is planned with them, and that they have died.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "engine/moves.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

bool isTheirDecision(const Step& step, const event::PersonDeclined& body)
{
    return body.capacity.value_or(false) && !isCurrent(step.state, SafetyFact::intoxicatedNow);
}

/// Both needs had an owner of their own; one name alone, or a name that leads nothing, is not an agreement.
bool isAgreed(const Step& step, const event::JointClosure& body)
{
    const auto agreed = [&](std::string_view name) {
        return std::ranges::find(body.agreedBy, name) != body.agreedBy.end();
    };
    if (agreed("mdt") || agreed("MDT"))
        return true;
    std::size_t openNeeds = 0;
    for (const Need which : allNeeds) {
        const NeedRecord& need = step.need(which);
        if (!isOpen(need))
            continue;
        ++openNeeds;
        if (!need.holder || !agreed(need.holder->worker.text()))
            return false;
    }
    const auto differs = [&](const std::string& name) { return name != body.agreedBy.front(); };
    return openNeeds < 2 || std::ranges::any_of(body.agreedBy, differs);
}

Result<Done> check(const Step& step, const event::JointClosure& body)
{
    if (body.reason.empty())
        return invalid("/reason", "expected why both needs are closed, found nothing");
    if (body.personsView.empty())
        return invalid("/persons_view", "expected the person's view, found nothing");
    if (body.needs.empty())
        return invalid("/needs", "expected at least one need");
    const auto isOpenHere = [&](Need which) { return isOpen(step.need(which)); };
    if (std::ranges::none_of(body.needs, isOpenHere))
        return refused(RuleCode::claspJointClosure, "/needs", "expected a need that is open");
    if (!isAgreed(step, body))
        return refused(RuleCode::claspJointClosure, "/agreed_by", "expected both leads, or an MDT");
    for (const Need which : body.needs)
        if (isOpenHere(which) && !hasAftercare(step.need(which), step.at()))
            return refused(RuleCode::aftercareMissing, "/needs",
                           "expected an aftercare plan in force, or the person's choice, for " +
                               std::string{nameOf(which)});
    return Done{};
}

}  // namespace

Result<Done> fold(const Step& step, const event::PersonDeclined& body)
{
    if (body.reOfferOn <= londonDate(step.at()))
        return invalid("/re_offer_on", "expected a day after the event");
    NeedRecord& need = step.need(body.need);
    State& state = step.state;
    const NeedScope scope = scopeOf(body.need);
    if (!isTheirDecision(step, body)) {
        dropTodos(state, TodoKind::askCapacity, scope);
        addTodo(step, TodoKind::askCapacity, scope,
                step.context.days.due(step.at(), step.context.policy.delays.askCapacity));
        if (need.status == NeedStatus::notAsked)
            open(step, body.need, NeedStatus::possible);
        state.fired.add(RuleCode::askCapacity, Stated{"need", nameOf(body.need)});
        escalateIfAtRisk(step, scope);
        return Done{};
    }
    if (need.leg && !isTerminal(need.leg->state))
        enter(step, body.need, LegState::withdrawnByPerson);
    close(step, body.need, NeedStatus::declinedByPerson);
    endChallenges(state, body.need);
    need.reOfferOn = body.reOfferOn;
    state.fired.add(RuleCode::declinedRespected, Stated{"need", nameOf(body.need)}, Stated{"on", body.reOfferOn});
    escalateIfAtRisk(step, scope);
    return Done{};
}

Result<Done> fold(const Step& step, const event::AftercarePlanned& body)
{
    if (!body.until && !body.declined)
        return invalid("/until", "expected a date, or the person's choice");
    NeedRecord& need = step.need(body.need);
    need.aftercare = {body.until, body.declined};
    if (need.leg && hasAftercare(need, step.at()))
        need.leg->noAftercare.reset();
    if (body.until)
        step.state.fired.add(RuleCode::aftercarePlanned, Stated{"need", nameOf(body.need)},
                             Stated{"until", *body.until});
    else
        step.state.fired.add(RuleCode::aftercarePlanned, Stated{"need", nameOf(body.need)},
                             Stated{"choice", "declined"});
    return Done{};
}

Result<Done> fold(const Step& step, const event::JointClosure& body)
{
    if (auto checked = check(step, body); !checked)
        return checked;
    for (const Need which : body.needs) {
        NeedRecord& need = step.need(which);
        if (!isOpen(need))
            continue;
        if (need.leg && !isTerminal(need.leg->state))
            enter(step, which, LegState::closedJointly);
        close(step, which, NeedStatus::met);
        endChallenges(step.state, which);
        step.state.fired.add(RuleCode::claspJointClosure, Stated{"need", nameOf(which)},
                             Stated{"agreed", static_cast<std::int64_t>(body.agreedBy.size())});
    }
    return Done{};
}

Result<Done> fold(const Step& step, const event::PersonDied& body)
{
    if (body.on > londonDate(step.at()))
        return invalid("/on", "expected a day that is not after the event");
    State& state = step.state;
    state.died = true;
    for (const Need which : allNeeds) {
        NeedRecord& need = step.need(which);
        if (need.leg && !isTerminal(need.leg->state))
            enter(step, which, LegState::closedJointly);
        if (isOpen(need))
            close(step, which, NeedStatus::none);
        need.reOfferOn.reset();
    }
    for (ChallengeRecord& challenge : state.challenges)
        challenge.open = false;
    state.todos.clear();
    state.letters.clear();
    state.tennisSince.reset();
    addTodo(step, TodoKind::bereavement, NeedScope::both,
            step.context.days.due(step.at(), step.context.policy.delays.bereavement), OwnerRule::coordinator);
    state.fired.add(RuleCode::personDied, Stated{"on", body.on});
    return Done{};
}

}  // namespace holdfast::engine
