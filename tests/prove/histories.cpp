#include "prove/histories.h"

#include "base/random.h"
#include "domain/policy.h"
#include "engine/world.h"

#include <array>

namespace holdfast::prove {
namespace {

using namespace test;

/// The 46 reasons of domain.md 3, by their numbers.
ReasonCode reasonOf(std::uint64_t number)
{
    const auto code = [](char letter, std::uint64_t n) {
        return ReasonCode{std::string{letter} + (n < 10 ? "0" : "") + std::to_string(n)};
    };
    if (number < 19)
        return code('N', number + 1);
    return number < 32 ? code('H', number - 18) : code('S', number - 31);
}

class Author {
public:
    explicit Author(std::uint64_t seed) : m_random{seed} {}

    History write(const std::vector<std::uint64_t>& seeds)
    {
        History history;
        history.person = person();
        m_when = at("2026-01-05T09:00:00Z") + std::chrono::minutes{draw(60 * 24 * 200)};
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            m_random = SeededRandom{seeds[i]};
            m_number = i + 1;
            if (i > 0)
                m_when += gap();
            Event event;
            event.id = EventId{"#" + std::to_string(m_number)};
            event.at = event.recordedAt = m_when;
            event.safety = safety();
            event.body = body();
            if (oneIn(4))
                event.words = oneIn(3) ? soberWords : std::string_view{"We have read the letter."};
            history.events.push_back(std::move(event));
        }
        return history;
    }

private:
    std::uint64_t draw(std::uint64_t limit) { return m_random.below(limit); }
    bool oneIn(std::uint64_t many) { return draw(many) == 0; }

    template <class T, std::size_t n>
    T oneOf(const std::array<T, n>& list)
    {
        return list[draw(n)];
    }

    PersonFacts person()
    {
        if (!oneIn(4))
            return oneIn(8) ? PersonFacts{} : somebody();
        m_comesOfAge = oneIn(3);
        return aged(oneOf(std::array{"2008-03-31", "2008-08-31", "2008-11-14", "2009-02-01"}));
    }

    std::chrono::minutes gap()
    {
        static constexpr std::array lengths{0, 1, 45, 60 * 20, 60 * 24 * 3, 60 * 24 * 7, 60 * 24 * 12, 60 * 24 * 33};
        const int base = oneOf(lengths);
        return std::chrono::minutes{base == 0 ? 0 : base + static_cast<int>(draw(180))};
    }

    std::optional<bool> maybe()
    {
        if (oneIn(3))
            return std::nullopt;
        return !oneIn(3);
    }

    SafetyFacts safety()
    {
        SafetyFacts facts;
        if (!oneIn(6))
            return facts;
        switch (draw(6)) {
        case 0: facts.suicidalThoughts = !oneIn(2); break;
        case 1: facts.recentAttempt = !oneIn(2); break;
        case 2: facts.overdose = !oneIn(2); break;
        case 3: facts.pregnant = !oneIn(2); break;
        case 4: facts.withdrawalRisk = !oneIn(2); break;
        default: facts.intoxicatedNow = !oneIn(2); break;
        }
        return facts;
    }

    Need need() { return oneIn(2) ? Need::mentalHealth : Need::substanceUse; }
    NeedScope scope() { return oneOf(std::array{NeedScope::mentalHealth, NeedScope::substanceUse, NeedScope::both}); }
    WorkerId worker() { return oneOf(std::array{ada, ben, cleo}); }
    std::optional<WorkerId> maybeWorker() { return oneIn(2) ? std::nullopt : std::optional{worker()}; }

    /// Mostly the service one would expect, so that answers meet their leg.
    ServiceId serviceFor(Need which)
    {
        if (oneIn(4))
            return oneOf(std::array{cmht, lantern, harbour, camhs, crisis});
        return which == Need::mentalHealth ? (oneIn(4) ? camhs : cmht) : lantern;
    }
    ServiceId service() { return serviceFor(need()); }

    Date dayAhead() { return std::chrono::floor<std::chrono::days>(m_when) + std::chrono::days{2 + draw(200)}; }

    /// One need, held by the young people's service until it ends the treatment: before, on or after the birthday.
    EventBody comingOfAge()
    {
        constexpr Need which = Need::mentalHealth;
        switch (m_number) {
        case 1: {
            event::AssessmentSigned body{ada, camhs, {}, {}, {}};
            body.found[which].status = NeedStatus::present;
            body.found[Need::substanceUse].status = NeedStatus::none;
            return body;
        }
        case 2: return event::ReferralSent{{{which, camhs}}};
        case 3: return event::AftercarePlanned{which, dayAhead() + std::chrono::days{400}, false};
        default: return reply(which, camhs, oneIn(2) ? ResponseKind::discharged : ResponseKind::completed);
        }
    }

    EventBody body()
    {
        if (m_comesOfAge && m_number <= 4)
            return comingOfAge();
        if (m_number == 1 && !oneIn(4))
            return assessment(true);
        if (m_number == 2 && !oneIn(4))
            return bothSent();
        return oneIn(2) ? answers() : oneIn(2) ? decisions() : deeds();
    }

    EventBody assessment(bool both)
    {
        event::AssessmentSigned body{worker(), service(), {}, {}, {}};
        for (const Need which : allNeeds) {
            NeedFinding& found = body.found[which];
            found.status = both ? NeedStatus::present : static_cast<NeedStatus>(draw(Names<NeedStatus>::list.size()));
            if (oneIn(2))
                found.severity = static_cast<Severity>(draw(4));
        }
        if (oneIn(4))
            body.instruments = {{InstrumentId{"PHQ-9"}, {1, 1, 1, 1, 1, 1, 1, 1, static_cast<int>(draw(2))}}};
        return body;
    }

    event::ReferralSent bothSent()
    {
        return {{{Need::mentalHealth, serviceFor(Need::mentalHealth)}, {Need::substanceUse, lantern}}};
    }

    EventBody answers()
    {
        event::Response body;
        body.need = need();
        body.service = serviceFor(body.need);
        // As often a no as all the other answers together.
        body.kind =
            oneIn(3) ? ResponseKind::declined : static_cast<ResponseKind>(draw(Names<ResponseKind>::list.size()));
        if (body.kind == ResponseKind::declined || oneIn(6))
            body.reason = reasonOf(draw(46));
        if (oneIn(2))
            body.pointsTo = service();
        body.worker = maybeWorker();
        return body;
    }

    EventBody decisions()
    {
        const Need which = need();
        switch (draw(12)) {
        case 7: return event::StepHandedOn{which, serviceFor(which), worker(), "knows them"};
        case 0: return event::ChallengeSent{which, serviceFor(which)};
        case 1: {
            event::ChallengeAnswered body{which, serviceFor(which), ChallengeOutcome::upheld, false, {}};
            if (oneIn(2)) {
                body.outcome = ChallengeOutcome::overturned;
                body.accepted = oneIn(2);
                if (body.accepted)
                    body.worker = maybeWorker();
            }
            return body;
        }
        case 2: return event::ChallengeWithdrawn{which, serviceFor(which), "agreed"};
        case 3: return event::PersonDeclined{which, dayAhead(), maybe()};
        case 4:
        case 9:
        case 10:
            return oneIn(3) ? event::AftercarePlanned{which, std::nullopt, true}
                            : event::AftercarePlanned{which, dayAhead(), false};
        case 5: {
            event::JointClosure body{"agreed", {"mdt"}, "fine", {Need::mentalHealth, Need::substanceUse}};
            if (oneIn(2))
                body.agreedBy = {worker().str()};
            else if (oneIn(2))
                body.agreedBy = {worker().str(), worker().str()};
            if (oneIn(3))
                body.needs = {which};
            return body;
        }
        case 6: return event::SecondOpinionRequested{which, serviceFor(which)};
        default: return correction();
        }
    }

    EventBody correction()
    {
        if (m_number < 3)
            return event::Now{};
        const EventId earlier{"#" + std::to_string(1 + draw(m_number - 1))};
        if (oneIn(2))
            return event::EnteredInError{earlier, "mistake"};
        return event::SecondLook{earlier, static_cast<BounceClass>(draw(3)), "read again", worker()};
    }

    EventBody deeds()
    {
        const Need which = need();
        switch (draw(15)) {
        case 0:
        case 12:
        case 13: return attempt(which);
        case 1: return assessment(false);
        case 2: return bothSent();
        case 3: return event::ReferralSent{{{which, serviceFor(which)}}};
        case 4: return event::HandoverAccepted{which, serviceFor(which), worker()};
        case 5:
            return oneIn(4) ? event::WorkerChanged{service(), maybeWorker(), which}
                            : event::WorkerChanged{service(), maybeWorker(), {}};
        case 6: return meeting();
        case 7:
            return event::Contact{service(), oneIn(2) ? ContactDirection::in : ContactDirection::out,
                                  static_cast<ContactOutcome>(draw(4))};
        case 8: return event::Reopened{which, worker(), serviceFor(which), "again"};
        case 9: return letter();
        case 10: return event::ProtocolApplied{which, serviceFor(which), oneIn(2), "not known there", ""};
        case 11: return rest();
        default: return event::Now{};
        }
    }

    EventBody attempt(Need which)
    {
        event::Attempt body{which, std::string{oneOf(attemptSources)}, {}, maybeWorker(), {}, {}};
        if (!oneIn(3))
            body.reason = reasonOf(draw(46));
        if (oneIn(2))
            body.service = service();
        if (oneIn(3))
            body.happenedAt = m_when - std::chrono::hours{draw(24 * 40)};
        return body;
    }

    EventBody meeting()
    {
        event::Mdt body{{"both"}, "meet", worker(), {}};
        if (oneIn(2))
            body.actions.push_back(
                {scope(), "call_the_person", worker().str(), m_when + std::chrono::hours{1 + draw(99)}});
        return body;
    }

    EventBody letter()
    {
        event::LetterSent body{scope(), "challenge", service().str(), LetterMethod{}, ""};
        if (oneIn(2))
            body.kind = "chase";
        return body;
    }

    EventBody rest()
    {
        switch (draw(10)) {
        case 9:
            return event::CostBorne{scope(), service(), static_cast<CostKind>(draw(5)),
                                    static_cast<int>(1 + draw(5000))};
        case 8: return event::GoodExperience{scope(), service(), maybeWorker(), oneIn(2), "rang when they said"};
        case 0: return event::PersonDied{std::chrono::floor<std::chrono::days>(m_when)};
        case 1:
        case 2:
        case 3: return event::OutcomeFedBack{oneIn(4) ? "surgery" : std::string{oneOf(attemptSources)}, "telephone"};
        default: {
            event::SupportCheckIn body{scope(), worker(), static_cast<ContactOutcome>(draw(4)), {}};
            if (oneIn(2))
                body.change = static_cast<SupportChange>(draw(Names<SupportChange>::list.size()));
            return body;
        }
        }
    }

    SeededRandom m_random;
    bool m_comesOfAge = false;
    std::size_t m_number = 0;
    Instant m_when;
};

}  // namespace

History historyFrom(std::uint64_t person, const std::vector<std::uint64_t>& seeds)
{
    return Author{person}.write(seeds);
}

History historyOf(std::uint64_t seed)
{
    SeededRandom random{seed};
    std::vector<std::uint64_t> seeds(2 + random.below(21));
    for (std::uint64_t& one : seeds)
        one = random.below(std::uint64_t{1} << 60);
    return historyFrom(seed, seeds);
}

}  // namespace holdfast::prove
