// What a service said. It may answer; it can never make a need disappear.
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/closure.h"
#include "engine/illness.h"
#include "engine/moves.h"
#include "engine/situation.h"
#include "engine/watch.h"

namespace holdfast::engine {
namespace {

/// The answer, its code as given or as the policy reads it, and whether it is this leg's service that speaks.
struct Reading {
    const Service* service = nullptr;
    const policy::Reason* reason = nullptr;
    BounceClass cls = BounceClass::soft;
    bool own = false;
};

bool isRefusal(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted: return true;
    case ResponseKind::acknowledged:
    case ResponseKind::informationRequested:
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::appointmentOffered:
    case ResponseKind::started:
    case ResponseKind::didNotAttend:
    case ResponseKind::discharged:
    case ResponseKind::completed: return false;
    }
    return false;
}

/// The code of an answer that carries none, where the policy has one for its kind.
std::optional<ReasonCode> impliedCode(const Step& step, const event::Response& body, bool own)
{
    const policy::DefaultReasons& defaults = step.context.policy.defaults;
    const auto& leg = step.need(body.need).leg;
    switch (body.kind) {
    case ResponseKind::returnedWithAdvice: return defaults.returnedWithAdvice;
    case ResponseKind::signposted: return defaults.signposted;
    case ResponseKind::informationRequested:
        if (own && leg->informationRequests > 0)
            return defaults.secondInformationRequest;
        return std::nullopt;
    case ResponseKind::discharged:
        if (own && leg->missedVisits > 0)
            return leg->missedVisits == 1 ? defaults.oneMissedVisit : defaults.moreMissedVisits;
        return std::nullopt;
    case ResponseKind::acknowledged:
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::appointmentOffered:
    case ResponseKind::started:
    case ResponseKind::declined:
    case ResponseKind::didNotAttend:
    case ResponseKind::completed: return std::nullopt;
    }
    return std::nullopt;
}

Reading read(const Step& step, const event::Response& body)
{
    Reading reading;
    reading.service = findService(step, body.service);
    const auto& leg = step.need(body.need).leg;
    reading.own = leg && leg->service == body.service && !isTerminal(leg->state);
    const std::optional<ReasonCode> code = body.reason ? body.reason : impliedCode(step, body, reading.own);
    if (code)
        reading.reason = step.context.policy.reason(*code);
    if (reading.reason)
        reading.cls = step.cls.value_or(reading.reason->cls);
    return reading;
}

Result<Done> check(const Step& step, const event::Response& body, const Reading& reading)
{
    if (!reading.service)
        return unknownService("/service");
    if (body.pointsTo && !findService(step, *body.pointsTo))
        return unknownService("/points_to");
    if (body.reason && !reading.reason)
        return invalid("/reason", "expected a reason code of the policy");
    if (body.kind == ResponseKind::declined && !body.reason)
        return invalid("/reason", "expected a reason code: a decline needs one");
    if (body.abstinenceWeeks && *body.abstinenceWeeks < 0)
        return invalid("/abstinence_weeks", "expected a number of weeks");
    return Done{};
}

void recordBounce(const Step& step, const event::Response& body, const Reading& reading)
{
    const auto& leg = step.need(body.need).leg;
    BounceRecord record;
    record.event = step.index;
    record.code = reading.reason->code;
    record.recordedClass = reading.reason->cls;
    record.cls = reading.cls;
    record.need = body.need;
    record.refusal = isRefusal(body.kind) || reading.cls != BounceClass::soft;
    record.service = body.service;
    record.pointsTo = body.pointsTo;
    record.at = step.at();
    record.askedAt = reading.own ? leg->sentAt.value_or(leg->since) : step.at();
    bounce(step, record);
}

/// NO-DROP: the leg stays, the holder stays, the ladder starts and the letter is drafted at once.
void challenge(const Step& step, const event::Response& body, const Service& service, const policy::Reason& reason)
{
    State& state = step.state;
    enter(step, body.need, LegState::challenged);
    if (!openChallenge(state, body.need, body.service)) {
        ChallengeRecord& record = state.challenges.emplace_back();
        record.need = body.need;
        record.service = body.service;
        record.declinedAt = step.at();
        record.openedAt = step.at();
    }
    LetterRecord& letter = state.letters.emplace_back();
    letter.event = step.index;
    letter.need = body.need;
    letter.service = body.service;
    letter.age = ageAt(step.person, step.at());
    letter.severeMentalIllness = state.severeMentalIllness;
    letter.situation = situationOf(reason, service, body.need, letter.age, state.severeMentalIllness);
    state.fired.add(RuleCode::challengeNever, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                    Stated{"reason", reason.code}, Stated{"since", step.at()});
}

/// HANDOVER: legitimate, and the refusing service owes the hand-over. A leg in challenge stays in challenge.
void oweHandover(const Step& step, const event::Response& body, const policy::Reason& reason)
{
    LegRecord& leg = *step.need(body.need).leg;
    if (leg.state == LegState::challenged) {
        heard(step, leg);
        step.state.fired.add(RuleCode::responseLogged, Stated{"need", nameOf(body.need)},
                             Stated{"service", body.service}, Stated{"response", nameOf(body.kind)});
        return;
    }
    enter(step, body.need, LegState::handoverPending);
    step.state.fired.add(RuleCode::handoverOwed, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"reason", reason.code});
    if (reason.action != "confirm_with_person")
        return;
    dropTodos(step.state, TodoKind::confirmWithPerson, scopeOf(body.need));
    addTodo(step, TodoKind::confirmWithPerson, scopeOf(body.need),
            step.context.days.due(step.at(), step.context.policy.delays.confirmWithPerson));
    step.state.fired.add(RuleCode::handoverConfirm, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"reason", reason.code});
}

void startSoftChase(const Step& step, const event::Response& body, const policy::Reason& reason)
{
    LegRecord& leg = *step.need(body.need).leg;
    heard(step, leg);
    if (leg.state == LegState::challenged)
        return;
    leg.softFrom = step.at();
    step.state.fired.add(RuleCode::softChase, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"reason", reason.code});
}

bool isBeforeAnswer(LegState state)
{
    return state == LegState::draft || state == LegState::sent || state == LegState::acknowledged ||
           state == LegState::informationRequested;
}

void log(const Step& step, const event::Response& body)
{
    heard(step, *step.need(body.need).leg);
    step.state.fired.add(RuleCode::responseLogged, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"response", nameOf(body.kind)});
}

void accept(const Step& step, const event::Response& body, LegState state)
{
    overturn(step.state, body.need, body.service);
    enter(step, body.need, state);
    if (state == LegState::started) {
        step.need(body.need).leg->missedVisits = 0;
        dropTodos(step.state, TodoKind::missedVisit, scopeOf(body.need));
    }
    acceptBy(step, body.need, body.service, body.worker);
}

void missVisit(const Step& step, const event::Response& body)
{
    LegRecord& leg = *step.need(body.need).leg;
    heard(step, leg);
    if (leg.missedVisits < 255)
        ++leg.missedVisits;
    addTodo(step, TodoKind::missedVisit, scopeOf(body.need),
            step.context.days.due(step.at(), step.context.policy.delays.missedVisit));
    step.state.todos.back().service = body.service;
    step.state.fired.add(RuleCode::missedFollowUp, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"visits", std::int64_t{leg.missedVisits}});
    escalateIfAtRisk(step, scopeOf(body.need));
}

/// What the kind of answer does to the state when no reason speaks against it.
void moveByKind(const Step& step, const event::Response& body)
{
    LegRecord& leg = *step.need(body.need).leg;
    switch (body.kind) {
    case ResponseKind::acknowledged:
        return isBeforeAnswer(leg.state) ? enter(step, body.need, LegState::acknowledged) : log(step, body);
    case ResponseKind::informationRequested:
        if (leg.informationRequests < 255)
            ++leg.informationRequests;
        return isBeforeAnswer(leg.state) ? enter(step, body.need, LegState::informationRequested) : log(step, body);
    case ResponseKind::accepted: return accept(step, body, LegState::accepted);
    case ResponseKind::waitingList: return accept(step, body, LegState::waiting);
    case ResponseKind::started: return accept(step, body, LegState::started);
    case ResponseKind::appointmentOffered: return enter(step, body.need, LegState::waiting);
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted: return log(step, body);
    case ResponseKind::didNotAttend: return;  // the visit is already followed up, whatever the reason
    case ResponseKind::discharged:
    case ResponseKind::completed: return tryToClose(step, body);
    }
}

void answer(const Step& step, const event::Response& body, const Reading& reading)
{
    if (body.kind == ResponseKind::didNotAttend)
        missVisit(step, body);
    if (reading.reason && reading.cls == BounceClass::never)
        return challenge(step, body, *reading.service, *reading.reason);
    if (reading.reason && reading.cls == BounceClass::handover)
        return oweHandover(step, body, *reading.reason);
    moveByKind(step, body);
    if (reading.reason && !isTerminal(step.need(body.need).leg->state))
        startSoftChase(step, body, *reading.reason);
    if (body.kind == ResponseKind::informationRequested && step.need(body.need).leg->informationRequests > 1)
        watchQuestions(step, body.need, body.service);
}

}  // namespace

Result<Done> fold(const Step& step, const event::Response& body)
{
    const Reading reading = read(step, body);
    if (auto checked = check(step, body, reading); !checked)
        return checked;
    settleByAnswer(step, body, reading.own);
    if (reading.reason) {
        recordBounce(step, body, reading);
        watchWords(step, body.need, body.service, *reading.reason, reading.cls);
        if (isRefusal(body.kind) || reading.cls != BounceClass::soft)
            watchRefusal(step, body, *reading.reason, reading.cls);
    }
    if (reading.reason && step.cls && *step.cls != reading.reason->cls)
        step.state.fired.add(RuleCode::secondLook, Stated{"reason", reading.reason->code},
                             Stated{"recorded", nameOf(reading.reason->cls)}, Stated{"class", nameOf(reading.cls)});
    if (!reading.own) {
        step.state.fired.add(RuleCode::responseForeign, Stated{"need", nameOf(body.need)},
                             Stated{"service", body.service}, Stated{"response", nameOf(body.kind)});
        if (body.kind == ResponseKind::didNotAttend || body.kind == ResponseKind::discharged)
            escalateIfAtRisk(step, scopeOf(body.need));
        return Done{};
    }
    answer(step, body, reading);
    return Done{};
}

}  // namespace holdfast::engine
