#include "engine/world.h"

#include "engine/actions.h"
#include "exchange/instrument_reader.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"

#include <algorithm>

namespace holdfast::test {
namespace {

Service service(const ServiceId& id, ServiceKind kind, std::vector<Need> needs)
{
    Service made;
    made.id = id;
    made.name = "Wrenfield " + id.str();
    made.kind = kind;
    made.needs = std::move(needs);
    made.minAge = 18;
    made.areas = {"SG", "AL"};
    return made;
}

Directory smallDirectory()
{
    Service young = service(camhs, ServiceKind::camhs, {Need::mentalHealth});
    young.minAge.reset();
    young.maxAge = 18;
    return Directory{{service(cmht, ServiceKind::communityMentalHealth, {Need::mentalHealth}),
                      service(lantern, ServiceKind::drugAndAlcohol, {Need::substanceUse}),
                      service(crisis, ServiceKind::crisis, {Need::mentalHealth}), young,
                      service(harbour, ServiceKind::other, {Need::mentalHealth, Need::substanceUse})}};
}

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().where + ": " + result.error().detail};
    return std::move(result).value();
}

}  // namespace

const World& world()
{
    static const World made{orThrow(exchange::readPolicy(exchange::shippedPolicy())), smallDirectory(), WorkingDays{},
                            orThrow(exchange::readInstruments(exchange::shippedInstruments()))};
    return made;
}

Instant at(std::string_view text)
{
    return parseInstant(text).value();
}

PersonFacts somebody()
{
    return aged("1984-05-06");
}

PersonFacts aged(std::string_view born)
{
    PersonFacts facts;
    facts.id = PersonId{"p1"};
    facts.born = parseDate(born);
    facts.sex = Sex::female;
    facts.postcode = "SG1 1AA";
    return facts;
}

event::AssessmentSigned bothNeeds()
{
    event::AssessmentSigned body;
    body.worker = ada;
    body.service = lantern;
    body.found.mentalHealth = {NeedStatus::present, Severity::moderate, {"depression"}};
    body.found.substanceUse = {NeedStatus::present, Severity::moderate, {"alcohol"}};
    return body;
}

event::Response reply(Need need, const ServiceId& service, ResponseKind kind)
{
    event::Response body;
    body.need = need;
    body.service = service;
    body.kind = kind;
    return body;
}

event::Response declined(Need need, const ServiceId& service, std::string_view reason)
{
    event::Response body = reply(need, service, ResponseKind::declined);
    body.reason = ReasonCode{reason};
    return body;
}

Event eventAt(std::string_view when, EventBody body, std::size_t number, SafetyFacts safety)
{
    Event event;
    event.id = EventId{"#" + std::to_string(number)};
    event.at = event.recordedAt = at(when);
    event.safety = safety;
    event.body = std::move(body);
    return event;
}

Result<Done> Story::tryThen(std::string_view when, EventBody body, SafetyFacts safety)
{
    Event event = eventAt(when, std::move(body), m_events.size() + 1, safety);
    auto applied = m_case.apply(event);
    if (applied)
        m_events.push_back(std::move(event));
    return applied;
}

Story& Story::then(std::string_view when, EventBody body, SafetyFacts safety)
{
    if (const auto applied = tryThen(when, std::move(body), safety); !applied)
        throw std::runtime_error{"refused at " + applied.error().where + ": " + applied.error().detail};
    if (const std::string fault = broken(latest()); !fault.empty())
        throw std::runtime_error{"after event " + std::to_string(m_events.size()) + ": " + fault};
    return *this;
}

Story& Story::assessedAndReferred()
{
    then("2026-03-02T10:00:00Z", bothNeeds());
    return then("2026-03-02T11:00:00Z",
                event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
}

engine::Snapshot Story::now(std::string_view when) const
{
    return m_case.snapshot(at(when), engine::Explain::yes);
}

const engine::NextAction* actionOf(const engine::Snapshot& snapshot, std::string_view what)
{
    const auto found = std::ranges::find(snapshot.nextActions, what, &engine::NextAction::what);
    return found != snapshot.nextActions.end() ? &*found : nullptr;
}

bool hasFlag(const engine::Snapshot& snapshot, std::string_view flag)
{
    return std::ranges::find(snapshot.flags, flag) != snapshot.flags.end();
}

std::string holderOf(const engine::Snapshot& snapshot, Need need)
{
    const auto& holder = snapshot.needs[need].holder;
    return holder ? holder->service.str() + '/' + holder->worker.str() : std::string{};
}

std::string stateOf(const engine::Snapshot& snapshot, Need need)
{
    const auto& leg = snapshot.needs[need].leg;
    return leg ? std::string{nameOf(leg->state)} : std::string{};
}

std::string ownerOf(const engine::NextAction& action)
{
    return engine::textOf(action.owner);
}

std::vector<std::string> codes(const engine::Snapshot& snapshot)
{
    std::vector<std::string> list;
    for (const engine::Bounce& bounce : snapshot.bounces)
        list.push_back(bounce.code.str());
    return list;
}

std::string broken(const engine::Snapshot& snapshot)
{
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& state = snapshot.needs[need];
        const std::string name{nameOf(need)};
        if (isOpen(state.status) != state.holder.has_value())
            return "HELD: " + name;
        if (state.holder && (state.holder->service.empty() || state.holder->worker.empty()))
            return "HELD: no name for " + name;
        if (isOpen(state.status) && !state.firstAskedAt)
            return "CLOCK: " + name;
        const bool planned = std::ranges::any_of(snapshot.nextActions, [&](const engine::NextAction& action) {
            return covers(action.need, need) && !engine::textOf(action.owner).empty();
        });
        if (isOpen(state.status) && !planned)
            return "NEXT: " + name;
    }
    for (const engine::NextAction& action : snapshot.nextActions)
        if (std::ranges::find(snapshot.why, action.rule, &engine::Why::rule) == snapshot.why.end())
            return "EXPLAIN: " + action.rule.str();
    for (const engine::Why& why : snapshot.why)
        if (why.sentence.empty() || why.sentence.find('{') != std::string::npos)
            return "EXPLAIN: no sentence for " + why.rule.str() + ": " + why.sentence;
    return {};
}

}  // namespace holdfast::test
