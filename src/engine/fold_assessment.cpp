// A signed joint assessment: what is known of both needs, and who holds what nobody else holds.
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/illness.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

Result<Done> check(const Step& step, const event::AssessmentSigned& body)
{
    if (body.worker.empty())
        return invalid("/worker", "expected the id of a worker");
    if (!findService(step, body.service))
        return unknownService("/service");
    for (const InstrumentAnswers& answers : body.instruments) {
        const auto where = [&] { return "/instruments/" + answers.instrument.str(); };
        const Instrument* instrument = step.context.instruments.find(answers.instrument);
        if (!instrument)
            return invalid(where(), "expected an instrument that is known here");
        if (auto checked = checkAnswers(*instrument, answers.items); !checked)
            return invalid(where() + checked.error().where, checked.error().detail);
    }
    return Done{};
}

/// An item about thoughts of suicide above 0 counts until somebody has asked and recorded the answer.
void readSafetyItems(const Step& step, const event::AssessmentSigned& body)
{
    if (step.event.safety.suicidalThoughts)
        return;
    for (const InstrumentAnswers& answers : body.instruments) {
        const Instrument& instrument = *step.context.instruments.find(answers.instrument);
        for (std::size_t i = 0; i < answers.items.size() && i < instrument.items.size(); ++i)
            if (instrument.items[i].safety && answers.items[i].value_or(0) > 0)
                step.state.suicidalThoughtsScored = true;
    }
}

/// DOOR-OPEN: an assessment records no capacity and no date. An open need stays, and somebody asks; a need that was not
/// open is offered again all the same.
void noteDeclined(const Step& step, Need which)
{
    NeedRecord& need = step.need(which);
    const policy::Delays& delays = step.context.policy.delays;
    if (isOpen(need)) {
        addTodo(step, TodoKind::askCapacity, scopeOf(which), step.context.days.due(step.at(), delays.askCapacity));
        step.state.fired.add(RuleCode::askCapacity, Stated{"need", nameOf(which)});
        return;
    }
    need.status = NeedStatus::declinedByPerson;
    if (!need.reOfferOn)
        need.reOfferOn = londonDate(step.at()) + std::chrono::days{delays.reOfferDays};
    step.state.fired.add(RuleCode::declinedRespected, Stated{"need", nameOf(which)}, Stated{"on", *need.reOfferOn});
}

/// A need nobody asked about this time keeps what is known of it: unknown is never a quiet no.
void setNeed(const Step& step, Need which, const NeedFinding& found)
{
    NeedRecord& need = step.need(which);
    if (found.status == NeedStatus::notAsked)
        return;
    if (found.status == NeedStatus::declinedByPerson)
        return noteDeclined(step, which);
    need.severity = found.severity;
    need.assessment = step.index;
    step.state.fired.add(
        RuleCode::assessNeeds, Stated{"need", nameOf(which)}, Stated{"status", nameOf(found.status)},
        Stated{"severity", found.severity ? nameOf(*found.severity) : std::string_view{"not recorded"}});
    if (holdfast::isOpen(found.status))
        open(step, which, found.status);
    else
        close(step, which, found.status);
}

}  // namespace

Result<Done> fold(const Step& step, const event::AssessmentSigned& body)
{
    if (auto checked = check(step, body); !checked)
        return checked;
    State& state = step.state;
    readSafetyItems(step, body);
    if (body.found.mentalHealth.status != NeedStatus::notAsked)
        state.severeMentalIllness = isSevereMentalIllness(step.context.policy, body.found.mentalHealth);
    std::erase_if(state.todos, [](const TodoRecord& todo) {
        return todo.kind == TodoKind::askBoth || todo.kind == TodoKind::askCapacity ||
               todo.kind == TodoKind::crisisReassess || todo.kind == TodoKind::outreach ||
               todo.kind == TodoKind::repeatAttendance || todo.kind == TodoKind::worse;
    });
    touched(state, step.at());
    for (const Need which : allNeeds) {
        setNeed(step, which, body.found[which]);
        const NeedRecord& need = state.needs[which];
        if (isOpen(need) && (!need.holder || need.holder->duty))
            hold(step, which, body.service, body.worker, RuleCode::heldAssessor);
    }

    const auto notAsked = [&](Need which) { return state.needs[which].status == NeedStatus::notAsked; };
    if (std::ranges::any_of(allNeeds, notAsked))
        askBoth(step, OwnerRule::worker, body.worker);
    escalateIfAtRisk(step, NeedScope::both);
    return Done{};
}

}  // namespace holdfast::engine
