#include "app/practice_replies.h"

#include "app/practice_people.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// Where a referral stands, as far as a clock needs to know. The engine knows better; a difference shows as a silence.
struct Line {
    ServiceId service;
    std::optional<LegState> state;
    Instant heard;
};

class Replies {
public:
    explicit Replies(const ReplyContext& context) : m_context{context} {}

    void follow(Planned next)
    {
        m_author = next.author;
        std::visit([&](const auto& body) { take(body, next.event.at); }, next.event.body);
        if (next.silent)
            m_silent = *next.silent;
        m_all.push_back(std::move(next));
    }

    /// Whatever would run out before `to` is answered first, in the order of time.
    void fillUntil(Instant to)
    {
        for (;;) {
            const auto due = nextDue();
            if (!due || due->second >= to)
                return;
            reply(due->first, due->second);
        }
    }

    std::vector<Planned> taken() { return std::move(m_all); }

private:
    std::optional<std::pair<Need, Instant>> nextDue() const
    {
        std::optional<std::pair<Need, Instant>> first;
        for (const Need need : allNeeds) {
            const Line& line = m_lines[need];
            const policy::SilenceClock* clock =
                line.state && !m_silent[need] ? m_context.policy.silenceClock(*line.state) : nullptr;
            if (clock == nullptr)
                continue;
            const Instant due = clock->weeks > 0 ? line.heard + std::chrono::weeks{clock->weeks}
                                                 : m_context.days.due(line.heard, clock->workingDays);
            if (!first || due < first->second)
                first.emplace(need, due);
        }
        return first;
    }

    void reply(Need need, Instant due)
    {
        Line& line = m_lines[need];
        const auto early = std::chrono::minutes{30 + m_context.random.below(300)};
        Instant at = due - early;  // clocks in working days run out at five o'clock
        if (due - line.heard > std::chrono::weeks{3}) {
            Date day = londonDate(due - std::chrono::days{1});
            while (!m_context.days.isWorkingDay(day))
                day -= std::chrono::days{1};
            at = londonInstant(day, std::chrono::hours{10} + early);
        }
        at = std::max({at, line.heard + std::chrono::minutes{5}, m_all.back().event.at + std::chrono::minutes{5}});
        Planned made;
        made.event.at = at;
        made.event.recordedAt = at + std::chrono::minutes{5};
        made.author = m_author;
        if (*line.state == LegState::sent) {
            made.event.body = event::Response{need, line.service, ResponseKind::acknowledged, {}, {}, {}, {}};
            made.channel = "email";
            line.state = LegState::acknowledged;
        } else {
            made.event.body = event::Contact{line.service, ContactDirection::in, ContactOutcome::spoke};
            made.event.words = anyOf(m_context.notes, m_context.random);
            made.channel = "phone";
        }
        hear(line.service, at);
        m_all.push_back(std::move(made));
    }

    void hear(const ServiceId& service, Instant at)
    {
        for (const Need need : allNeeds)
            if (m_lines[need].service == service)
                m_lines[need].heard = at;
    }

    void take(const event::ReferralSent& sent, Instant at)
    {
        for (const event::ReferralSent::Leg& leg : sent.legs)
            m_lines[leg.need] = {leg.service, LegState::sent, at};
    }
    void take(const event::Response& said, Instant at)
    {
        Line& line = m_lines[said.need];
        if (!line.state || line.service != said.service)
            return;
        line.heard = at;
        switch (said.kind) {
        case ResponseKind::acknowledged: line.state = LegState::acknowledged; break;
        case ResponseKind::informationRequested: line.state = LegState::informationRequested; break;
        case ResponseKind::accepted: line.state = LegState::accepted; break;
        case ResponseKind::waitingList:
        case ResponseKind::appointmentOffered: line.state = LegState::waiting; break;
        case ResponseKind::started: line.state = LegState::started; break;
        case ResponseKind::declined: takeRefusal(line, *said.reason); break;
        case ResponseKind::discharged:
        case ResponseKind::returnedWithAdvice:
        case ResponseKind::signposted:
        case ResponseKind::didNotAttend:
        case ResponseKind::completed: break;
        }
    }
    void takeRefusal(Line& line, const ReasonCode& code)
    {
        const policy::Reason* reason = m_context.policy.reason(code);
        if (reason != nullptr && reason->cls != BounceClass::soft)
            line.state = reason->cls == BounceClass::never ? LegState::challenged : LegState::handoverPending;
    }
    void take(const event::ChallengeAnswered& answer, Instant at)
    {
        Line& line = m_lines[answer.need];
        if (line.service != answer.service)
            return;
        line.heard = at;
        if (answer.outcome == ChallengeOutcome::overturned)
            line.state = answer.accepted ? LegState::accepted : LegState::sent;
    }
    void take(const event::HandoverAccepted& accepted, Instant at)
    {
        m_lines[accepted.need] = {accepted.service, LegState::accepted, at};
    }
    void take(const event::Contact& contact, Instant at)
    {
        const bool answered = contact.outcome == ContactOutcome::spoke || contact.outcome == ContactOutcome::replied;
        if (answered || contact.direction == ContactDirection::in)
            hear(contact.service, at);
    }
    void take(const event::PersonDeclined& said, Instant /*at*/) { m_lines[said.need].state.reset(); }
    void take(const event::JointClosure& /*closure*/, Instant /*at*/) { m_lines = {}; }
    void take(const event::PersonDied& /*died*/, Instant /*at*/) { m_lines = {}; }
    template <class Other>
    void take(const Other& /*other*/, Instant /*at*/)
    {}

    const ReplyContext& m_context;
    std::vector<Planned> m_all;
    PerNeed<Line> m_lines;
    PerNeed<bool> m_silent;
    WorkerId m_author;
};

}  // namespace

std::vector<Planned> withReplies(const ReplyContext& context, std::vector<Planned> planned)
{
    Replies replies{context};
    for (Planned& next : planned) {
        replies.fillUntil(next.event.at);
        // A reply may have taken the minute of the next event; that one then follows it.
        replies.follow(std::move(next));
    }
    replies.fillUntil(context.now);
    return replies.taken();
}

}  // namespace holdfast::app
