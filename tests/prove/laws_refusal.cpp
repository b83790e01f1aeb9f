// The laws about refusals: nobody is dropped, handed over to nobody, sent round in circles or left at risk.
#include "prove/laws.h"

#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::prove {
namespace {

using namespace engine;

bool sameHolder(const NeedRecord& a, const NeedRecord& b)
{
    return a.holder.has_value() == b.holder.has_value() &&
           (!a.holder || (a.holder->service == b.holder->service && a.holder->worker == b.holder->worker));
}

/// What may end a challenge of this need to this service: the service's own yes, a withdrawal, or the end of the need.
bool maySettle(const Seen& seen, Need which, const ServiceId& service)
{
    if (!isOpen(seen.after.needs[which]))
        return true;
    const EventBody& event = seen.event.body;
    if (const auto* body = std::get_if<event::Response>(&event)) {
        const Reading reading = readAnswer(seen.before, *body);
        return body->need == which && body->service == service && reading.own && reading.cls != 'N' &&
               reading.cls != 'H' &&
               (body->kind == ResponseKind::accepted || body->kind == ResponseKind::waitingList ||
                body->kind == ResponseKind::started);
    }
    if (const auto* body = std::get_if<event::ChallengeAnswered>(&event))
        return body->need == which && body->service == service && body->outcome == ChallengeOutcome::overturned;
    if (const auto* body = std::get_if<event::ChallengeWithdrawn>(&event))
        return body->need == which && body->service == service;
    if (const auto* body = std::get_if<event::HandoverAccepted>(&event))
        return body->need == which && body->service == service;
    return false;
}

/// A refusal of class N that has just come from the leg's own service.
std::string faultOfRefusal(const Seen& seen, const event::Response& body)
{
    const NeedRecord& is = seen.after.needs[body.need];
    const auto lettersTo = [&](const State& state) {
        return std::ranges::count_if(state.letters, [&](const LetterRecord& letter) {
            return letter.need == body.need && letter.service == body.service;
        });
    };
    if (is.leg->state != LegState::challenged || is.leg->service != body.service)
        return "the leg is not challenged";
    if (!hasOpenChallenge(seen.after, body.need, body.service))
        return "no challenge is open";
    if (lettersTo(seen.after) <= lettersTo(seen.before))
        return "no letter was drafted";
    const bool laddered = std::ranges::any_of(seen.outlook.actions, [&](const Action& action) {
        return action.need == scopeOf(body.need) && isRungOfLadder(action.what);
    });
    return laddered ? "" : "no rung of the ladder is open";
}

/// Every refusal that Watcher knows of and that counts for TENNIS, in order.
bool isPair(const Refusal& a, const Refusal& b)
{
    const bool named =
        a.service && b.service && a.pointsTo && b.pointsTo && *a.pointsTo == *b.service && *b.pointsTo == *a.service;
    const auto is = [](const Refusal& refusal, std::string_view code) { return refusal.code.text() == code; };
    return named || (is(a, "N04") && is(b, "N05")) || (is(a, "N05") && is(b, "N04"));
}

std::optional<Instant> tennisSince(const Watcher& watcher)
{
    const auto& all = watcher.refusals();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (all[i].sinceMeeting && all[j].sinceMeeting && isPair(all[i], all[j]) &&
                std::chrono::abs(all[i].at - all[j].at) <= std::chrono::hours{24} * 90)
                return std::max(all[i].at, all[j].at);
    return std::nullopt;
}

bool has(const Seen& seen, Flag flag)
{
    return seen.outlook.has(flag);
}

}  // namespace

Finding noDrop(const Seen& seen)
{
    Finding finding;
    for (const ChallengeRecord& challenge : seen.before.challenges) {
        if (!challenge.open || !isOpen(seen.before.needs[challenge.need]) || seen.after.died)
            continue;
        finding.live = true;
        if (!hasOpenChallenge(seen.after, challenge.need, challenge.service) &&
            !maySettle(seen, challenge.need, challenge.service))
            finding.broken = "the challenge to " + challenge.service.str() + " went away";
    }
    const auto* body = std::get_if<event::Response>(&seen.event.body);
    if (!body || !seen.taken || seen.before.died)
        return finding;
    const Reading reading = readAnswer(seen.before, *body);
    if (reading.cls != 'N' || !isOpen(seen.before.needs[body->need]))
        return finding;
    finding.live = true;
    const NeedRecord& was = seen.before.needs[body->need];
    const NeedRecord& is = seen.after.needs[body->need];
    if (!sameHolder(was, is))
        finding.broken = "the refusal moved the holder";
    else if (!isOpen(is) || (was.leg && (!is.leg || (isTerminal(is.leg->state) && !isTerminal(was.leg->state)))))
        finding.broken = "the refusal ended the leg";
    else if (reading.own)
        finding.broken = faultOfRefusal(seen, *body);
    return finding;
}

Finding handover(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        const NeedRecord& was = seen.before.needs[which];
        const NeedRecord& is = seen.after.needs[which];
        const bool pending = was.leg && was.leg->state == LegState::handoverPending && isOpen(was);
        const auto* body = std::get_if<event::Response>(&seen.event.body);
        const bool refused = body && body->need == which && isOpen(was) && seen.taken && !seen.before.died &&
                             readAnswer(seen.before, *body).cls == 'H';
        finding.live = finding.live || pending || refused;
        if (refused && !sameHolder(was, is))
            finding.broken = "the refusal moved the holder before anybody accepted";
        if (refused && readAnswer(seen.before, *body).own && was.leg->state != LegState::challenged &&
            (is.leg->state != LegState::handoverPending || !actionFor(seen, which, "complete_handover")))
            finding.broken = "nobody owes the hand-over";
        const auto* worker = std::get_if<event::WorkerChanged>(&seen.event.body);
        const bool receives = std::holds_alternative<event::HandoverAccepted>(seen.event.body) || worker ||
                              std::holds_alternative<event::ChallengeAnswered>(seen.event.body) ||
                              std::holds_alternative<event::AssessmentSigned>(seen.event.body) || (body && !refused);
        if (pending && isOpen(is) && !sameHolder(was, is) && !receives)
            finding.broken = "the holder moved and nobody accepted";
    }
    return finding;
}

Finding tennis(const Seen& seen)
{
    Finding finding;
    const auto since = tennisSince(seen.knows);
    finding.live = since.has_value() && !seen.after.died;
    if (!finding.live)
        return finding;
    const Instant latest = seen.world.days.due(*since, 10);
    const bool planned = std::ranges::any_of(seen.outlook.actions, [&](const Action& action) {
        return action.what == "hold_mdt" && action.need == NeedScope::both && action.due <= latest;
    });
    if (!has(seen, Flag::tennis))
        finding.broken = "two services name each other, and nothing says so";
    else if (!planned)
        finding.broken = "no joint meeting is asked for within ten working days";
    return finding;
}

Finding loop(const Seen& seen)
{
    Finding finding;
    const auto* body = std::get_if<event::ReferralSent>(&seen.event.body);
    if (!body || !seen.taken || seen.before.died)
        return finding;
    for (const auto& leg : body->legs) {
        if (!seen.knew.hasRefused(leg.need, leg.service))
            continue;
        finding.live = true;
        if (!has(seen, Flag::loop))
            finding.broken = "sent again to " + leg.service.str() + ", which refused, and nothing says so";
    }
    return finding;
}

Finding safety(const Seen& seen)
{
    Finding finding;
    if (!seen.taken || seen.before.died || seen.after.died || !seen.knows.atRisk())
        return finding;
    NeedScope scope = NeedScope::both;
    if (const auto* body = std::get_if<event::Response>(&seen.event.body)) {
        const bool bounces = readAnswer(seen.before, *body).code.has_value() ||
                             body->kind == ResponseKind::didNotAttend || body->kind == ResponseKind::discharged;
        if (!bounces)
            return finding;
        scope = scopeOf(body->need);
    } else if (const auto* attempt = std::get_if<event::Attempt>(&seen.event.body)) {
        if (!attempt->reason)
            return finding;
        scope = scopeOf(attempt->need);
    } else if (const auto* declines = std::get_if<event::PersonDeclined>(&seen.event.body)) {
        scope = scopeOf(declines->need);
    } else if (!std::holds_alternative<event::AssessmentSigned>(seen.event.body)) {
        return finding;
    }
    finding.live = true;
    const Instant latest = seen.event.at + std::chrono::hours{seen.knows.emergency() ? 1 : 4};
    const bool escalated = std::ranges::any_of(seen.outlook.actions, [&](const Action& action) {
        return action.what == "safety_follow_up" && action.owner.role == OwnerRole::supervisor &&
               action.due <= latest &&
               (action.need == scope || action.need == NeedScope::both || scope == NeedScope::both);
    });
    if (!escalated || !has(seen, Flag::safety))
        finding.broken = "a person at risk was turned away, and no supervisor is told in time";
    return finding;
}

}  // namespace holdfast::prove
