#include "prove/watcher.h"

#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::prove {

namespace {
constexpr std::string_view dutyService = "duty";
constexpr std::string_view dutyWorker = "duty-worker";
}  // namespace

struct Watcher::Scene {
    const PersonFacts& person;
    const Directory& directory;
    const engine::State& before;
    const Event& event;

    const std::optional<engine::LegRecord>& leg(Need which) const { return before.needs[which].leg; }
    bool isLegOf(Need which, const ServiceId& service) const
    {
        return leg(which) && leg(which)->service == service && !isTerminal(leg(which)->state);
    }
};

char classOf(const ReasonCode& code)
{
    return code.text().front();
}

Reading readAnswer(const engine::State& before, const event::Response& body)
{
    Reading reading;
    const auto& leg = before.needs[body.need].leg;
    reading.own = leg && leg->service == body.service && !isTerminal(leg->state);
    if (body.reason)
        reading.code = body.reason;
    else if (body.kind == ResponseKind::returnedWithAdvice)
        reading.code = ReasonCode{"S10"};
    else if (body.kind == ResponseKind::signposted)
        reading.code = ReasonCode{"S01"};
    else if (body.kind == ResponseKind::informationRequested && reading.own && leg->informationRequests > 0)
        reading.code = ReasonCode{"S04"};
    else if (body.kind == ResponseKind::discharged && reading.own && leg->missedVisits > 0)
        reading.code = ReasonCode{leg->missedVisits == 1 ? "N09" : "N10"};
    if (reading.code)
        reading.cls = classOf(*reading.code);
    return reading;
}

void Watcher::see(const PersonFacts& person, const Directory& directory, const engine::State& before,
                  const Event& event)
{
    if (m_died)
        return;
    merge(event);
    const Scene scene{person, directory, before, event};
    std::visit([&](const auto& body) { on(scene, body); }, event.body);
    for (const Need which : allNeeds)  // an open need that nobody took is the duty holder's
        if (m_needs[which].open && !m_needs[which].holder)
            take(which, ServiceId{dutyService}, WorkerId{dutyWorker}, true);
}

void Watcher::merge(const Event& event)
{
    const auto take = [](std::optional<bool>& current, const std::optional<bool>& said) {
        if (said)
            current = said;
    };
    take(m_safety.suicidalThoughts, event.safety.suicidalThoughts);
    take(m_safety.recentAttempt, event.safety.recentAttempt);
    take(m_safety.overdose, event.safety.overdose);
    take(m_safety.pregnant, event.safety.pregnant);
    take(m_safety.withdrawalRisk, event.safety.withdrawalRisk);
    take(m_safety.intoxicatedNow, event.safety.intoxicatedNow);
    if (event.safety.suicidalThoughts)
        m_scored = false;
}

bool Watcher::atRisk() const
{
    return m_scored || m_safety.suicidalThoughts.value_or(false) || m_safety.recentAttempt.value_or(false) ||
           m_safety.overdose.value_or(false) || m_safety.pregnant.value_or(false) ||
           m_safety.withdrawalRisk.value_or(false);
}

bool Watcher::emergency() const
{
    const bool thoughts = m_scored || m_safety.suicidalThoughts.value_or(false);
    return m_safety.overdose.value_or(false) || (thoughts && m_safety.recentAttempt.value_or(false));
}

bool Watcher::hasRefused(Need which, const ServiceId& service) const
{
    return std::ranges::any_of(m_refusals, [&](const Refusal& refusal) {
        const auto& asked = m_needs[which].firstAsked;
        return refusal.need == which && refusal.service == service && !refusal.overturned &&
               (!asked || refusal.at >= *asked);
    });
}

bool Watcher::aftercareInForce(Need which, Instant at) const
{
    const NeedView& need = m_needs[which];
    return need.aftercareChosen || (need.aftercareUntil && *need.aftercareUntil > londonDate(at));
}

void Watcher::take(Need which, const ServiceId& service, const WorkerId& worker, bool duty)
{
    m_needs[which].holder = Held{service, worker, false, duty};
}

void Watcher::openNeed(Need which, Instant asked)
{
    NeedView& need = m_needs[which];
    need.open = true;
    need.declined = false;
    need.firstAsked = need.firstAsked ? std::min(*need.firstAsked, asked) : asked;
}

void Watcher::closeNeed(Need which, bool declined)
{
    NeedView& need = m_needs[which];
    need.open = false;
    need.declined = declined;
    need.holder.reset();
    need.awaits.reset();
}

void Watcher::refuse(Refusal refusal)
{
    m_refusals.push_back(std::move(refusal));
}

void Watcher::overturn(Need which, const ServiceId& service)
{
    for (Refusal& refusal : m_refusals)
        if (refusal.need == which && refusal.service == service)
            refusal.overturned = true;
}

void Watcher::accept(Need which, const ServiceId& service, const std::optional<WorkerId>& worker)
{
    NeedView& need = m_needs[which];
    if (!need.open)
        return;
    if (worker) {
        need.awaits.reset();
        take(which, service, *worker);
    } else if (!need.holder || need.holder->service != service || need.holder->acting) {
        need.awaits = service;
    }
}

void Watcher::on(const Scene& scene, const event::Attempt& body)
{
    NeedView& need = m_needs[body.need];
    const Instant happened = std::min(scene.event.at, body.happenedAt.value_or(scene.event.at));
    if (scene.before.needs[body.need].status == NeedStatus::notAsked)
        openNeed(body.need, happened);
    need.firstAsked = need.firstAsked ? std::min(*need.firstAsked, happened) : happened;
    if (body.reason)
        refuse({body.need, std::nullopt, std::nullopt, *body.reason, happened});
    if (need.open && !need.holder && body.worker)
        take(body.need, body.service.value_or(ServiceId{dutyService}), *body.worker);
}

void Watcher::on(const Scene& scene, const event::AssessmentSigned& body)
{
    if (!scene.event.safety.suicidalThoughts)
        for (const InstrumentAnswers& answers : body.instruments) {
            const std::size_t item = answers.instrument.text() == "PHQ-9"     ? 8
                                     : answers.instrument.text() == "CORE-10" ? 5
                                                                              : 99;
            if (item < answers.items.size() && answers.items[item].value_or(0) > 0)
                m_scored = true;
        }
    for (const Need which : allNeeds) {
        const NeedStatus found = body.found[which].status;
        if (isOpen(found))
            openNeed(which, scene.event.at);
        else if (found == NeedStatus::none || found == NeedStatus::met)
            closeNeed(which, false);
        else if (found == NeedStatus::declinedByPerson && !m_needs[which].open)
            m_needs[which].declined = true;
        NeedView& need = m_needs[which];
        if (need.open && (!need.holder || need.holder->duty))
            take(which, body.service, body.worker);
    }
}

/// The leg points elsewhere: the service it left need name nobody, but who stands in for a worker who
/// has left still waits for a name where they hold.
void Watcher::forgetName(Need which, const ServiceId& pointedAt)
{
    NeedView& need = m_needs[which];
    if (!need.awaits || *need.awaits == pointedAt)
        return;
    need.awaits.reset();
    if (need.holder && need.holder->acting)
        need.awaits = need.holder->service;
}

void Watcher::on(const Scene&, const event::ReferralSent& body)
{
    for (const auto& leg : body.legs)
        forgetName(leg.need, leg.service);
}

void Watcher::on(const Scene& scene, const event::Response& body)
{
    const Reading reading = readAnswer(scene.before, body);
    const bool saysNo = body.kind == ResponseKind::declined || body.kind == ResponseKind::returnedWithAdvice ||
                        body.kind == ResponseKind::signposted || reading.cls == 'N' || reading.cls == 'H';
    if (reading.code && saysNo)
        refuse({body.need, body.service, body.pointsTo, *reading.code, scene.event.at});
    if (!reading.own || reading.cls == 'N' || reading.cls == 'H')
        return;
    switch (body.kind) {
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::started: overturn(body.need, body.service); return accept(body.need, body.service, body.worker);
    case ResponseKind::discharged:
    case ResponseKind::completed: {
        const Service* service = scene.directory.find(body.service);
        const Date today = londonDate(scene.event.at);
        const bool limited = service && service->maxAge && scene.person.born;
        const bool byAge =
            limited &&
            (today >= limitDay(*scene.person.born, *service->maxAge) ||
             (body.kind == ResponseKind::discharged && today >= windowDay(*scene.person.born, *service->maxAge)));
        const bool disputed = scene.leg(body.need)->state == LegState::challenged;
        if (aftercareInForce(body.need, scene.event.at) && !m_needs[other(body.need)].open && !byAge && !disputed)
            closeNeed(body.need, false);
        return;
    }
    case ResponseKind::acknowledged:
    case ResponseKind::informationRequested:
    case ResponseKind::appointmentOffered:
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted:
    case ResponseKind::didNotAttend: return;
    }
}

void Watcher::on(const Scene& scene, const event::ChallengeAnswered& body)
{
    if (body.outcome != ChallengeOutcome::overturned)
        return;
    overturn(body.need, body.service);
    if (body.accepted && scene.isLegOf(body.need, body.service))
        accept(body.need, body.service, body.worker);
}

void Watcher::on(const Scene&, const event::HandoverAccepted& body)
{
    overturn(body.need, body.service);
    m_needs[body.need].awaits.reset();
    take(body.need, body.service, body.worker);
}

void Watcher::on(const Scene&, const event::WorkerChanged& body)
{
    for (const Need which : allNeeds) {
        NeedView& need = m_needs[which];
        if (!need.open || !need.holder || (body.need && *body.need != which))
            continue;
        const bool holds = need.holder->service == body.service;
        if (!body.worker) {
            if (holds && !need.holder->acting) {
                need.holder->acting = true;
                need.awaits = body.service;
            }
        } else if (holds || (need.awaits && *need.awaits == body.service)) {
            if (need.awaits && *need.awaits == body.service)
                need.awaits.reset();
            take(which, body.service, *body.worker);
        }
    }
}

void Watcher::on(const Scene& scene, const event::PersonDeclined& body)
{
    if (body.capacity.value_or(false) && !intoxicated())
        closeNeed(body.need, true);
    else if (scene.before.needs[body.need].status == NeedStatus::notAsked)
        openNeed(body.need, scene.event.at);
}

void Watcher::on(const Scene&, const event::AftercarePlanned& body)
{
    m_needs[body.need].aftercareUntil = body.until;
    m_needs[body.need].aftercareChosen = body.declined;
}

void Watcher::on(const Scene&, const event::JointClosure& body)
{
    for (const Need which : body.needs)
        if (m_needs[which].open)
            closeNeed(which, false);
}

void Watcher::on(const Scene&, const event::Mdt&)
{
    for (Refusal& refusal : m_refusals)
        refusal.sinceMeeting = false;
}

void Watcher::on(const Scene& scene, const event::Reopened& body)
{
    openNeed(body.need, scene.event.at);
    m_needs[body.need].aftercareChosen = false;
    m_needs[body.need].aftercareUntil.reset();
    take(body.need, body.service, body.worker);
}

void Watcher::on(const Scene&, const event::PersonDied&)
{
    m_died = true;
    for (const Need which : allNeeds)
        closeNeed(which, false);
}

Date limitDay(Date born, int limit)
{
    const std::chrono::year_month_day day{born};
    const std::chrono::year_month_day then = day + std::chrono::years{limit};
    return then.ok() ? Date{then} : Date{then.year() / std::chrono::March / 1};
}

Date windowDay(Date born, int limit)
{
    const std::chrono::year_month_day then =
        std::chrono::year_month_day{limitDay(born, limit)} - std::chrono::months{6};
    return then.ok() ? Date{then} : Date{then.year() / then.month() / std::chrono::last};
}

}  // namespace holdfast::prove
