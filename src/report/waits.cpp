#include "report/waits.h"

#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::report {
namespace {

/// Follows one person's legs through what happened.
class WaitFold {
public:
    explicit WaitFold(std::span<const EventId> refusals) : m_refusals{refusals} {}

    void read(const Event& event)
    {
        m_event = &event;
        m_on = londonDate(event.at);
        if (event.safety.intoxicatedNow)
            m_intoxicated = *event.safety.intoxicatedNow;
        std::visit(*this, event.body);
    }

    std::vector<Wait> finish()
    {
        for (const Need need : allNeeds)
            if (m_open[need] && m_stopped[need])
                end(need, m_stopped[need]->state, m_stopped[need]->on);
        return std::move(m_waits);
    }

    void operator()(const event::ReferralSent& body)
    {
        for (const event::ReferralSent::Leg& leg : body.legs) {
            if (const Wait* wait = open(leg.need); wait != nullptr && wait->service == leg.service) {
                m_stopped[leg.need].reset();  // asked again: the person has been waiting since the first time
                continue;
            }
            moveOn(leg.need);
            m_open[leg.need] = m_waits.size();
            m_waits.push_back({m_event->id, leg.need, leg.service, m_on, std::nullopt, WaitState::waiting});
        }
    }

    void operator()(const event::Response& body)
    {
        const Wait* wait = open(body.need);
        if (wait == nullptr || wait->service != body.service)
            return;
        if (std::ranges::find(m_refusals, m_event->id) != m_refusals.end())
            return stop(body.need, WaitState::refused);
        switch (body.kind) {
        case ResponseKind::started: return end(body.need, WaitState::started, m_on);
        case ResponseKind::accepted:
        case ResponseKind::waitingList:
        case ResponseKind::appointmentOffered: return m_stopped[body.need].reset();
        case ResponseKind::discharged:
        case ResponseKind::completed: return stop(body.need, WaitState::closed);
        case ResponseKind::acknowledged:
        case ResponseKind::informationRequested:
        case ResponseKind::declined:
        case ResponseKind::returnedWithAdvice:
        case ResponseKind::signposted:
        case ResponseKind::didNotAttend: return;
        }
    }

    /// Nobody knows when the receiving service was first asked, so a hand-over begins no wait.
    void operator()(const event::HandoverAccepted& body)
    {
        if (const Wait* wait = open(body.need); wait != nullptr && wait->service == body.service)
            return m_stopped[body.need].reset();
        moveOn(body.need);
    }

    void operator()(const event::PersonDeclined& body)
    {
        if (body.capacity.value_or(false) && !m_intoxicated)
            end(body.need, WaitState::withdrawn, m_on);
    }

    void operator()(const event::AssessmentSigned& body)
    {
        for (const Need need : allNeeds)
            if (const NeedStatus found = body.found[need].status; found == NeedStatus::none || found == NeedStatus::met)
                end(need, WaitState::closed, m_on);
    }

    void operator()(const event::JointClosure& body)
    {
        for (const Need need : body.needs)
            end(need, WaitState::closed, m_on);
    }

    void operator()(const event::PersonDied& body)
    {
        for (const Need need : allNeeds)
            end(need, WaitState::died, body.on);
    }

    template <class Other>
    void operator()(const Other&)
    {}

private:
    struct Stop {
        WaitState state;
        Date on;
    };

    const Wait* open(Need need) const { return m_open[need] ? &m_waits[*m_open[need]] : nullptr; }

    /// From then on the service was not waited for, unless it takes the person all the same.
    void stop(Need need, WaitState state)
    {
        if (!m_stopped[need])
            m_stopped[need] = Stop{state, m_on};
    }

    void moveOn(Need need)
    {
        const Stop stop = m_stopped[need].value_or(Stop{WaitState::movedOn, m_on});
        end(need, stop.state, stop.on);
    }

    void end(Need need, WaitState state, Date on)
    {
        if (!m_open[need])
            return;
        Wait& wait = m_waits[*m_open[need]];
        // What stopped the wait before ends it; a start alone shows that it had gone on.
        if (m_stopped[need] && state != WaitState::started) {
            state = m_stopped[need]->state;
            on = m_stopped[need]->on;
        }
        wait.state = state;
        wait.until = std::max(on, wait.from);
        m_open[need].reset();
        m_stopped[need].reset();
    }

    std::span<const EventId> m_refusals;
    std::vector<Wait> m_waits;
    PerNeed<std::optional<std::size_t>> m_open;
    PerNeed<std::optional<Stop>> m_stopped;
    const Event* m_event = nullptr;
    Date m_on;
    bool m_intoxicated = false;
};

}  // namespace

std::vector<Wait> waitsOf(std::span<const Event> events, std::span<const EventId> refusals)
{
    WaitFold fold{refusals};
    for (const Event& event : events)
        fold.read(event);
    return fold.finish();
}

Date recentSince(Date today)
{
    return addMonths(today, -recentMonths);
}

ExpectedWait expectedWait(const ServiceId& service, std::optional<int> statedDays, Date since, const Survival& survival)
{
    ExpectedWait expected{service, since, survival.ended(), std::nullopt, statedDays};
    if (survival.ended() >= leastWaits)
        expected.seen = ExpectedWait::Estimate{survival.reached(0.5), survival.reached(0.25), survival.reached(0.75),
                                               survival.longest()};
    return expected;
}

}  // namespace holdfast::report
