#include "app/report_facts.h"

#include "app/report_marks.h"
#include "domain/calendar.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "engine/eighteen.h"
#include "engine/quadrant.h"
#include "report/waits.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using report::Fact;
using report::FactKind;
using report::Outcome;

constexpr std::chrono::years adult{18};

class FactMaker {
public:
    FactMaker(const CaseFacts& facts, store::CaseCacheRows& rows) : m_case{facts}, m_rows{rows} {}

    void make()
    {
        bounces();
        m_rows.sent = referralsOf(m_case);
        for (const Need need : allNeeds)
            asked(need);
        joint();
        for (m_at = 0; m_at < m_case.standing.size(); ++m_at)
            std::visit(*this, event().body);
        eighteen();
    }

    void operator()(const event::GoodExperience& body)
    {
        const Date on = londonDate(event().at);
        m_rows.wentWell.push_back({body.service, body.need, body.heldBoth, on});
        add(FactKind::good, body.need, body.service.str(), on).yes = body.heldBoth;
    }

    void operator()(const event::CostBorne& body)
    {
        add(FactKind::cost, body.need, body.service.str(), londonDate(event().at)).pence = body.pence;
    }

    void operator()(const event::Attempt& body)
    {
        const Date on = londonDate(std::min(event().at, body.happenedAt.value_or(event().at)));
        add(FactKind::attempt, scopeOf(body.need), body.source, on).yes = body.reason.has_value();
    }

    void operator()(const event::Contact& body)
    {
        if (body.direction != ContactDirection::out)
            return;  // no measure counts it, and there are more of these than of all else
        Fact& fact = add(FactKind::contactOut, NeedScope::both, body.service.str(), londonDate(event().at));
        switch (body.outcome) {
        case ContactOutcome::spoke: fact.outcome = Outcome::spoke; break;
        case ContactOutcome::leftMessage: fact.outcome = Outcome::leftMessage; break;
        case ContactOutcome::noAnswer: fact.outcome = Outcome::noAnswer; break;
        case ContactOutcome::replied: fact.outcome = Outcome::replied; break;
        }
        fact.yes = std::ranges::any_of(allNeeds, [&](Need need) { return stillTurnedAway(need, body.service); });
    }

    void operator()(const event::ChallengeSent& body) { challenge(body.need, body.service); }

    void operator()(const event::LetterSent& body)
    {
        if (body.to == "carer")
            add(FactKind::carer, body.need, {}, londonDate(event().at));
        if (body.kind != "challenge" || !ServiceId::fits(body.to))
            return;
        for (const Need need : allNeeds)
            if (covers(body.need, need))
                challenge(need, ServiceId{body.to});
    }

    void operator()(const event::Response& body)
    {
        if (body.kind == ResponseKind::discharged || body.kind == ResponseKind::completed)
            add(FactKind::ended, scopeOf(body.need), body.service.str(), londonDate(event().at)).yes =
                hasAftercare(body.need);
    }

    void operator()(const event::ProtocolApplied& body)
    {
        add(FactKind::protocol, scopeOf(body.need), body.service.str(), londonDate(event().at)).yes = body.applied;
    }

    void operator()(const event::Mdt&) { add(FactKind::meeting, NeedScope::both, {}, londonDate(event().at)); }

    template <class Other>
    void operator()(const Other&)
    {}

private:
    const Event& event() const { return m_case.standing[m_at]->event; }

    Fact& add(FactKind kind, NeedScope need, std::string service, Date on)
    {
        const WorkerId author = m_at < m_case.standing.size() ? m_case.standing[m_at]->author : WorkerId{};
        m_rows.facts.push_back({kind, need, std::move(service), on, std::nullopt, Outcome::none, false, 0,
                                m_case.circumstances(on, author)});
        return m_rows.facts.back();
    }

    void bounces()
    {
        const auto& made = m_case.today.bounces;
        for (std::size_t i = 0; i < made.size() && i < m_rows.bounces.size(); ++i) {
            store::BounceCache& row = m_rows.bounces[i];
            const Entry* entry = row.event.empty() ? nullptr : m_case.history.find(row.event);
            row.where = m_case.circumstances(row.on, entry == nullptr ? WorkerId{} : entry->author);
            row.attempt = entry != nullptr && std::holds_alternative<event::Attempt>(entry->event.body);
            row.quadrant = quadrantAt(made[i].at);
        }
        markTennis(m_case, m_rows.bounces);
    }

    std::string quadrantAt(Instant at) const
    {
        const event::AssessmentSigned* found = nullptr;
        for (const Entry* entry : m_case.standing)
            if (const auto* body = std::get_if<event::AssessmentSigned>(&entry->event.body);
                body != nullptr && entry->event.at <= at)
                found = body;
        return found == nullptr ? std::string{}
                                : engine::leadRuleFor(m_case.context.at(at).policy, found->found).quadrant;
    }

    void asked(Need need)
    {
        const auto& first = m_case.today.needs[need].firstAskedAt;
        if (!first)
            return;
        m_at = m_case.standing.size();
        const auto lost = m_case.lost(need, *first);
        const auto helped = m_case.helped(need, *first);
        Fact& fact = add(FactKind::asked, scopeOf(need), {}, londonDate(*first));
        if (!helped && !lost)
            return;
        const bool came = helped && (!lost || *helped <= *lost);
        fact.until = std::max(came ? *helped : *lost, fact.on);
        fact.outcome = came ? Outcome::helped : Outcome::lost;
    }

    void joint()
    {
        PerNeed<std::optional<Date>> sent;
        PerNeed<std::optional<Date>> accepted;
        WorkerId author;
        for (const store::SentCache& row : m_rows.sent) {
            if (row.marks.number == 1) {
                sent[row.need] = row.on;
                author = row.where.author;
            }
            if (row.marks.accepted && (!accepted[row.need] || *row.marks.accepted < *accepted[row.need]))
                accepted[row.need] = row.marks.accepted;
        }
        if (!sent.mentalHealth || !sent.substanceUse)
            return;
        m_at = m_case.standing.size();
        Fact& fact = add(FactKind::joint, NeedScope::both, {}, std::max(*sent.mentalHealth, *sent.substanceUse));
        fact.where.author = author;
        if (accepted.mentalHealth && accepted.substanceUse)
            fact.until = std::max({fact.on, *accepted.mentalHealth, *accepted.substanceUse});
    }

    /// A further step of a challenge that is not answered yet is the same challenge.
    void challenge(Need need, const ServiceId& service)
    {
        Instant& until = m_challenged[need].try_emplace(service, Instant::min()).first->second;
        if (event().at < until)
            return;
        Fact& fact = add(FactKind::challenge, scopeOf(need), service.str(), londonDate(event().at));
        until = Instant::max();
        for (std::size_t i = m_at + 1; i < m_case.standing.size(); ++i) {
            const Event& later = m_case.standing[i]->event;
            const auto* said = std::get_if<event::ChallengeAnswered>(&later.body);
            const auto* withdrawn = std::get_if<event::ChallengeWithdrawn>(&later.body);
            const bool answers = said != nullptr && said->need == need && said->service == service;
            if (!answers && (withdrawn == nullptr || withdrawn->need != need || withdrawn->service != service))
                continue;
            fact.outcome = !answers                                        ? Outcome::withdrawn
                           : said->outcome == ChallengeOutcome::overturned ? Outcome::overturned
                                                                           : Outcome::upheld;
            fact.until = londonDate(later.at);
            until = later.at;
            return;
        }
    }

    /// This service turned the person away, or left them without an answer, and nobody has taken the need since.
    bool stillTurnedAway(Need need, const ServiceId& service) const
    {
        std::optional<Instant> since;
        for (const engine::Bounce& bounce : m_case.today.bounces)
            if (bounce.need == need && bounce.service == service.text() && bounce.at <= event().at)
                since = bounce.at;
        return since && std::ranges::none_of(m_case.accepted[need], [&](Instant accepted) {
                   return accepted > *since && accepted <= event().at;
               });
    }

    /// As the rules of closing see it: a plan made before the need was opened again is none for this ending.
    bool hasAftercare(Need need) const
    {
        bool planned = false;
        for (std::size_t i = 0; i < m_at; ++i) {
            const EventBody& before = m_case.standing[i]->event.body;
            if (const auto* body = std::get_if<event::AftercarePlanned>(&before); body != nullptr && body->need == need)
                planned = body->declined || (body->until && *body->until > londonDate(event().at));
            else if (const auto* again = std::get_if<event::Reopened>(&before); again != nullptr && again->need == need)
                planned = false;
        }
        return planned;
    }

    void eighteen()
    {
        if (!m_case.person.born)
            return;
        const Date birthday = engine::birthday(*m_case.person.born, static_cast<int>(adult.count()));
        m_at = m_case.standing.size();
        for (const Need need : allNeeds) {
            const auto& first = m_case.today.needs[need].firstAskedAt;
            if (!first || londonDate(*first) > birthday)
                continue;
            if (!m_case.wasOpen(need, birthday))
                continue;
            add(FactKind::eighteen, scopeOf(need), {}, birthday).yes =
                std::ranges::any_of(m_rows.sent, [&](const store::SentCache& sent) {
                    const Service* service = m_case.context.directory.find(sent.service);
                    return sent.need == need && sent.marks.accepted && *sent.marks.accepted <= birthday &&
                           service != nullptr && (!service->maxAge || *service->maxAge > adult.count());
                });
        }
    }

    const CaseFacts& m_case;
    store::CaseCacheRows& m_rows;
    std::size_t m_at = 0;                                ///< the standing event that is looked at; past the end: none
    PerNeed<std::map<ServiceId, Instant>> m_challenged;  ///< until when a challenge to this service was open
};

}  // namespace

void addReportFacts(store::CaseCacheRows& rows, const engine::Context& context, const Person& person,
                    const History& history, const engine::Snapshot& today)
{
    const CaseFacts facts{context, person, history, today};
    FactMaker{facts, rows}.make();
}

}  // namespace holdfast::app
