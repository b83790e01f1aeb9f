#include "app/practice_plot.h"

#include "app/practice_people.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// Adds events one after the other; once one would lie in the future, the history ends there.
class Writer {
public:
    explicit Writer(const PlotContext& context) : m_context{context} {}

    void silenceFromHere(Need need)
    {
        if (m_planned.empty())
            return;
        m_planned.back().silent.emplace();
        (*m_planned.back().silent)[need] = true;
    }
    void repliesFromHere()
    {
        if (!m_planned.empty())
            m_planned.back().silent.emplace();
    }

    void at(int day, const WorkerId& author, EventBody body, std::string words = {}, SafetyFacts safety = {})
    {
        if (m_ended)
            return;
        const Date date = practiceDay(m_context.days, m_context.asOf, day, false);
        const auto minute = std::chrono::hours{9} + std::chrono::minutes{m_context.random.below(480)};
        const Instant when = std::max(londonInstant(date, minute), m_last + std::chrono::minutes{15});
        if (when >= londonInstant(m_context.asOf, std::chrono::minutes{0}) - std::chrono::minutes{10}) {
            m_ended = true;
            return;
        }
        m_last = when;
        Planned next;
        next.event = {EventId{"#" + std::to_string(m_planned.size() + 1)},
                      when,
                      when + std::chrono::minutes{5},
                      safety,
                      std::move(words),
                      std::move(body)};
        next.author = author;
        next.channel = m_context.random.below(3) == 0 ? "phone" : "email";
        m_planned.push_back(std::move(next));
    }

    std::vector<Planned> taken() { return std::move(m_planned); }

private:
    const PlotContext& m_context;
    std::vector<Planned> m_planned;
    Instant m_last{};
    bool m_ended = false;
};

event::Response response(Need need, const ServiceId& service, ResponseKind kind)
{
    return {need, service, kind, {}, {}, {}, {}};
}

event::Response named(event::Response response, const WorkerId& worker)
{
    response.worker = worker;
    return response;
}

class Plot {
public:
    explicit Plot(const PlotContext& context, std::string_view code)
        : m_context{context}, m_cast{castFor(context, code)}, m_writer{context}
    {}

    int m_day = 0;

    Random& random() { return m_context.random; }
    const Cast& cast() const { return m_cast; }
    int later(int least, int most) { return m_day += between(random(), least, most); }

    void write(EventBody body, std::string words = {}, SafetyFacts safety = {})
    {
        m_writer.at(m_day, m_cast.assessor, std::move(body), std::move(words), safety);
    }

    void begin(int day)
    {
        m_day = day;
        write(assessmentOf(m_context, m_cast), anyOf(m_context.world.wishes, random()), askedAndNone());
        write(event::ReferralSent{
            {{Need::mentalHealth, m_cast.service.mentalHealth}, {Need::substanceUse, m_cast.service.substanceUse}}});
    }

    void accept(Need need)
    {
        write(named(response(need, m_cast.service[need], ResponseKind::accepted), m_cast.worker[need]));
    }
    void start(Need need)
    {
        write(named(response(need, m_cast.service[need], ResponseKind::started), m_cast.worker[need]));
    }
    void contact(Need need)
    {
        write(event::Contact{m_cast.service[need], ContactDirection::out, ContactOutcome::spoke},
              anyOf(m_context.world.notes, random()));
    }

    void silence(Need need) { m_writer.silenceFromHere(need); }
    void talkAgain() { m_writer.repliesFromHere(); }

    void keepInTouch()
    {
        m_day = between(random(), -12, -4);
        contact(Need::substanceUse);
        contact(Need::mentalHealth);
    }

    void closeTogether()
    {
        for (const Need need : allNeeds)
            write(event::AftercarePlanned{need, m_context.asOf + std::chrono::days{180}, false});
        write(event::JointClosure{"Both plans finished, a way back is agreed",
                                  {m_cast.worker.mentalHealth.str(), m_cast.worker.substanceUse.str()},
                                  "I know whom to ring.",
                                  {Need::mentalHealth, Need::substanceUse}});
    }

    std::string said(const ReasonCode& code)
    {
        const auto lines = m_context.world.said.find(code.str());
        return lines == m_context.world.said.end() || lines->second.empty() ? std::string{}
                                                                            : anyOf(lines->second, random());
    }

    std::vector<Planned> taken() { return m_writer.taken(); }

private:
    const PlotContext& m_context;
    Cast m_cast;
    Writer m_writer;
};

Need needOf(const policy::Reason& reason, Random& random)
{
    switch (reason.side) {
    case Side::mentalHealth:
    case Side::crisis:
    case Side::referrer:
    case Side::person: return Need::mentalHealth;
    case Side::substanceUse: return Need::substanceUse;
    case Side::both: break;
    }
    return random.below(2) == 0 ? Need::mentalHealth : Need::substanceUse;
}

/// The answer itself, in the way this reason comes about.
void answer(Plot& plot, const policy::Reason& reason, Need need)
{
    const std::string_view code = reason.code.text();
    const ServiceId& service = plot.cast().service[need];
    event::Response said = response(need, service, ResponseKind::declined);
    said.reason = reason.code;
    if (code == "N09" || code == "N10") {
        plot.accept(need);
        for (int missed = 0; missed < (code == "N09" ? 1 : 3); ++missed) {
            plot.later(6, 8);
            plot.write(response(need, service, ResponseKind::didNotAttend));
        }
        plot.later(1, 3);
        return plot.write(response(need, service, ResponseKind::discharged), plot.said(reason.code));
    }
    if (code == "S02")
        return plot.silence(need);  // nobody answers: the clock says it
    if (code == "S03") {
        plot.write(response(need, service, ResponseKind::accepted));
        return plot.silence(need);
    }
    if (code == "S04") {
        plot.write(response(need, service, ResponseKind::informationRequested));
        plot.later(2, 4);
        return plot.write(response(need, service, ResponseKind::informationRequested), plot.said(reason.code));
    }
    if (code == "S05") {
        plot.accept(need);
        plot.start(need);
        plot.later(20, 30);
        return plot.write(response(need, service, ResponseKind::completed), plot.said(reason.code));
    }
    if (code == "S13") {
        plot.accept(need);
        plot.later(2, 6);
        return plot.write(event::WorkerChanged{service, std::nullopt});
    }
    if (reason.cls == BounceClass::soft)
        said.kind = code == "S01" || code == "S06" ? ResponseKind::signposted : ResponseKind::returnedWithAdvice;
    if (code == "N02")
        said.abstinenceWeeks = 12;
    if (code == "N04" || code == "N05")
        said.pointsTo = plot.cast().service[other(need)];
    plot.write(said, plot.said(reason.code));
}

/// What the hold made of it: the challenge is answered, another service takes over, or the chase brings a yes.
void resolve(Plot& plot, const policy::Reason& reason, Need need)
{
    const ServiceId& service = plot.cast().service[need];
    const WorkerId& worker = plot.cast().worker[need];
    const std::string_view code = reason.code.text();
    switch (reason.cls) {
    case BounceClass::never:
        plot.later(1, 2);
        plot.write(event::ChallengeSent{need, service});
        plot.later(4, 9);
        if (plot.random().below(4) == 0) {
            plot.write(event::ChallengeAnswered{need, service, ChallengeOutcome::upheld, false, {}, reason.code});
            plot.later(2, 5);
            plot.write(event::Mdt{
                {worker.str(), plot.cast().assessor.str()}, "Both services see the person together.", worker, {}});
            plot.later(1, 3);
        }
        plot.write(event::ChallengeAnswered{need, service, ChallengeOutcome::overturned, true, worker});
        break;
    case BounceClass::handover:
        plot.later(3, 6);
        plot.write(event::HandoverAccepted{need, service, worker});
        break;
    case BounceClass::soft:
        plot.later(code == "S03" ? 30 : 6, code == "S03" ? 40 : 12);
        if (code == "S13")
            plot.write(event::WorkerChanged{service, worker});
        else if (code == "S05")
            plot.write(event::AftercarePlanned{need, std::nullopt, true});
        else
            plot.accept(need);
        break;
    }
}

void attempt(Plot& plot, const policy::Reason& reason, int day)
{
    plot.m_day = day;
    plot.write(event::Attempt{Need::mentalHealth,
                              reason.code.text() == "S14" ? "emergency department" : "gp surgery",
                              reason.code,
                              plot.cast().assessor,
                              plot.cast().home,
                              {}},
               plot.said(reason.code));
    plot.later(3, 6);
}

}  // namespace

std::vector<Planned> plotFor(const PlotContext& context, const policy::Reason& reason, bool open)
{
    Plot plot{context, reason.code.text()};
    const std::string_view code = reason.code.text();
    const Need need = needOf(reason, plot.random());
    const int length = code == "S03" || code == "S05" ? 60 : code == "N10" ? 45 : 20;
    const int day =
        -(open ? between(plot.random(), length, length + 6) : between(plot.random(), length + 40, length + 260));
    if (code == "N16" || code == "S14") {
        attempt(plot, reason, day);
        plot.begin(plot.m_day);
        plot.later(1, 3);
        plot.accept(need);
    } else {
        plot.begin(day);
        plot.later(1, 3);
    }
    plot.accept(other(need));
    plot.start(other(need));
    plot.later(2, 6);
    if (code != "N16" && code != "S14") {
        answer(plot, reason, need);
        if (open)
            return plot.taken();
        resolve(plot, reason, need);
    }
    plot.later(2, 6);
    plot.start(need);
    if (plot.random().below(8) == 0 && plot.m_day < -60) {
        plot.m_day = between(plot.random(), -40, -20);
        plot.closeTogether();
        return plot.taken();
    }
    plot.keepInTouch();
    return plot.taken();
}

std::vector<Planned> ordinaryPlot(const PlotContext& context)
{
    Plot plot{context, {}};
    plot.begin(-between(plot.random(), 25, 240));
    for (const Need need : allNeeds) {
        plot.later(1, 3);
        plot.accept(need);
    }
    for (const Need need : allNeeds) {
        plot.later(2, 8);
        plot.start(need);
    }
    plot.keepInTouch();
    return plot.taken();
}

}  // namespace holdfast::app
