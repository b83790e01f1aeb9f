// The laws about endings and about time: together or not at all, with a plan, with a way back, and never by silence.
#include "prove/laws.h"

#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::prove {
namespace {

using namespace engine;

bool endedBySomebody(const std::optional<LegRecord>& leg)
{
    return leg && (leg->state == LegState::completed || leg->state == LegState::closedJointly);
}

bool triesToEnd(const Seen& seen, Need which)
{
    const auto* body = std::get_if<event::Response>(&seen.event.body);
    if (!body || body->need != which || seen.before.died || !isOpen(seen.before.needs[which]))
        return false;
    const Reading reading = readAnswer(seen.before, *body);
    const bool ends = body->kind == ResponseKind::completed || body->kind == ResponseKind::discharged;
    return ends && reading.own && reading.cls != 'N' && reading.cls != 'H';
}

bool closesJointly(const Seen& seen, Need which)
{
    const auto* body = std::get_if<event::JointClosure>(&seen.event.body);
    return body && std::ranges::find(body->needs, which) != body->needs.end();
}

/// An MDT, or the named leads of all open needs: two people where both needs are open.
bool isAgreed(const Seen& seen, const event::JointClosure& body)
{
    const auto agreed = [&](std::string_view name) {
        return std::ranges::find(body.agreedBy, name) != body.agreedBy.end();
    };
    if (agreed("mdt"))
        return true;
    int open = 0;
    for (const Need which : allNeeds) {
        const Watcher::NeedView& need = seen.knew.need(which);
        if (!need.open)
            continue;
        ++open;
        if (!need.holder || !agreed(need.holder->worker.text()))
            return false;
    }
    return open < 2 ||
           std::ranges::any_of(body.agreedBy, [&](const std::string& name) { return name != body.agreedBy.front(); });
}

/// The silence clocks of engine.md, by hand.
std::optional<Instant> clockEnds(const WorkingDays& days, const LegRecord& leg)
{
    switch (leg.state) {
    case LegState::sent: return days.due(leg.heardAt, 2);
    case LegState::informationRequested: return days.due(leg.heardAt, 1);
    case LegState::acknowledged:
    case LegState::handoverPending: return days.due(leg.heardAt, 5);
    case LegState::accepted:
    case LegState::waiting: return leg.heardAt + std::chrono::weeks{4};
    case LegState::started: return leg.heardAt + std::chrono::weeks{8};
    case LegState::draft:
    case LegState::challenged:
    case LegState::completed:
    case LegState::withdrawnByPerson:
    case LegState::closedJointly: return std::nullopt;
    }
    return std::nullopt;
}

/// May this event end a silence on the leg? Only somebody heard, or a leg sent elsewhere.
bool mayBeHeard(const Seen& seen, Need which)
{
    const EventBody& event = seen.event.body;
    const auto& leg = seen.before.needs[which].leg;
    if (const auto* body = std::get_if<event::Response>(&event))
        return body->need == which && leg && leg->service == body->service;
    if (const auto* body = std::get_if<event::Contact>(&event))
        return leg && leg->service == body->service &&
               (body->direction == ContactDirection::in || body->outcome == ContactOutcome::spoke ||
                body->outcome == ContactOutcome::replied);
    const auto isAbout = [which](const auto* body) { return body && body->need == which; };
    return isAbout(std::get_if<event::ChallengeAnswered>(&event)) ||
           isAbout(std::get_if<event::ChallengeWithdrawn>(&event)) ||
           isAbout(std::get_if<event::HandoverAccepted>(&event)) || isAbout(std::get_if<event::Reopened>(&event)) ||
           isAbout(std::get_if<event::PersonDeclined>(&event)) || closesJointly(seen, which) ||
           std::holds_alternative<event::ReferralSent>(event) || std::holds_alternative<event::PersonDied>(event);
}

std::string faultOfSilence(const Seen& seen, Need which, Instant ended)
{
    if (!seen.after.needs[which].leg->silent || !seen.outlook.has(Flag::silence))
        return "the clock passed and nothing says so";
    if (!actionFor(seen, which, "chase"))
        return "the clock passed and nobody chases";
    const bool escalated = std::ranges::any_of(seen.outlook.actions, [&](const Action& action) {
        return action.level >= 2 && action.need == scopeOf(which) && action.rule == RuleCode::silenceEscalate;
    });
    if (seen.after.at >= seen.world.days.due(ended, 11) && !escalated)
        return "two chases passed and nobody above is told";
    return {};
}

/// The lowest upper age limit of the services that hold or receive the need, whose day or window has come.
std::optional<int> limitOf(const Seen& seen, const State& state, Need which)
{
    std::optional<int> limit;
    const auto take = [&](const ServiceId& id) {
        const Service* service = seen.world.directory.find(id);
        if (service && service->maxAge)
            limit = std::min(limit.value_or(*service->maxAge), *service->maxAge);
    };
    const NeedRecord& need = state.needs[which];
    if (need.holder)
        take(need.holder->service);
    if (need.leg && !isTerminal(need.leg->state))
        take(need.leg->service);
    return limit;
}

bool isLimited(const Seen& seen, const ServiceId& id)
{
    const Service* service = seen.world.directory.find(id);
    return service && service->maxAge && londonDate(seen.after.at) >= limitDay(*seen.person.born, *service->maxAge);
}

}  // namespace

Finding clasp(const Seen& seen)
{
    Finding finding;
    const bool bothOpen = isOpen(seen.before.needs.mentalHealth) && isOpen(seen.before.needs.substanceUse);
    const auto* closure = std::get_if<event::JointClosure>(&seen.event.body);
    for (const Need which : allNeeds) {
        const bool tried = bothOpen && !seen.before.died && (triesToEnd(seen, which) || closesJointly(seen, which));
        finding.live = finding.live || tried;
        const bool ended =
            endedBySomebody(seen.after.needs[which].leg) && !endedBySomebody(seen.before.needs[which].leg);
        if (ended && bothOpen && !closure && !seen.after.died)
            finding.broken = std::string{nameOf(which)} + " ended while the other need is open";
        if (tried && !closure && seen.taken && !seen.outlook.has(Flag::clasp))
            finding.broken = "somebody tried to end one of two open needs, and nothing says so";
    }
    if (closure && seen.taken && !seen.before.died && !isAgreed(seen, *closure))
        finding.broken = "closed without the agreement of both leads or a meeting";
    return finding;
}

Finding aftercare(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        const bool joint = closesJointly(seen, which) && isOpen(seen.before.needs[which]) && !seen.before.died;
        if (!triesToEnd(seen, which) && !joint)
            continue;
        finding.live = true;
        if (seen.knew.aftercareInForce(which, seen.event.at))
            continue;
        if (seen.taken && !isOpen(seen.after.needs[which]))
            finding.broken = std::string{nameOf(which)} + " ended without an aftercare plan";
        else if (!joint && (!seen.outlook.has(Flag::aftercare) || !actionFor(seen, which, "step_down_plan")))
            finding.broken = "discharged without a plan, and nobody is asked for one";
    }
    return finding;
}

Finding doorOpen(const Seen& seen)
{
    Finding finding;
    if (seen.after.died)
        return finding;
    for (const Need which : allNeeds) {
        const NeedRecord& was = seen.before.needs[which];
        const NeedRecord& is = seen.after.needs[which];
        const auto* body = std::get_if<event::PersonDeclined>(&seen.event.body);
        const bool said = body && body->need == which && seen.taken;
        finding.live = finding.live || said || seen.knows.need(which).declined;
        if (seen.knows.need(which).declined) {
            const Action* offer = actionFor(seen, which, "reoffer");
            if (!offer || textOf(offer->owner).empty())
                finding.broken = "the person said no, and nobody offers again";
        }
        if (said && (!body->capacity.value_or(false) || seen.knows.intoxicated())) {
            const Action* ask = actionFor(seen, which, "ask_capacity");
            if ((isOpen(was) && !isOpen(is)) || (is.leg && is.leg->state == LegState::withdrawnByPerson &&
                                                 was.leg->state != LegState::withdrawnByPerson))
                finding.broken = "a no without capacity ended the leg";
            else if (!ask || ask->due > seen.world.days.due(seen.event.at, 1))
                finding.broken = "a no without capacity, and nobody asks again the next working day";
        }
        const bool withdrew = is.leg && is.leg->state == LegState::withdrawnByPerson &&
                              (!was.leg || was.leg->state != LegState::withdrawnByPerson);
        if (withdrew && !said)
            finding.broken = "withdrawn, and not by the person";
    }
    return finding;
}

Finding eighteen(const Seen& seen)
{
    Finding finding;
    if (!seen.person.born)
        return finding;
    const Date today = londonDate(seen.after.at);
    for (const Need which : allNeeds) {
        const auto now = limitOf(seen, seen.after, which);
        if (isOpen(seen.after.needs[which]) && now && today >= windowDay(*seen.person.born, *now)) {
            finding.live = true;
            if (!seen.outlook.has(Flag::eighteen) || !actionFor(seen, which, "plan_transition"))
                finding.broken = "a birthday comes near, and no transition is planned";
        }
        const auto before = limitOf(seen, seen.before, which);
        if (!triesToEnd(seen, which) || !before || today < limitDay(*seen.person.born, *before))
            continue;
        finding.live = true;
        if (!isOpen(seen.after.needs[which]) && isLimited(seen, seen.before.needs[which].leg->service))
            finding.broken = "ended on the birthday, and no adult service has accepted";
    }
    return finding;
}

Finding silence(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        const NeedRecord& was = seen.before.needs[which];
        const NeedRecord& is = seen.after.needs[which];
        const bool sameLeg = was.leg && is.leg && was.leg->service == is.leg->service;
        if (sameLeg && !seen.before.died && was.leg->heardAt != is.leg->heardAt && !mayBeHeard(seen, which))
            finding.broken = std::string{nameOf(which)} + ": the silence clock started anew and nobody was heard";
        if (!isOpen(is) || !is.leg)
            continue;
        const auto ended = clockEnds(seen.world.days, *is.leg);
        if (!ended || *ended > seen.after.at)
            continue;
        finding.live = true;
        if (const std::string fault = faultOfSilence(seen, which, *ended); !fault.empty())
            finding.broken = std::string{nameOf(which)} + ": " + fault;
    }
    return finding;
}

}  // namespace holdfast::prove
