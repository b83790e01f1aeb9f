// Histories that nobody thought of: generated events, with gaps from minutes to months, some of them late.
#include "base/random.h"
#include "engine/fold.h"
#include "engine/invariants.h"
#include "engine/world.h"
#include "exchange/snapshot_json.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Draws events; the same seed draws the same ones.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random{seed} {}

    bool chance(std::uint64_t outOf) { return m_random.below(outOf) == 0; }

    template <class T, std::size_t n>
    const T& oneOf(const std::array<T, n>& list)
    {
        return list[m_random.below(n)];
    }

    std::chrono::minutes gap()
    {
        static constexpr std::array lengths{0, 1, 30, 60 * 20, 60 * 24 * 3, 60 * 24 * 12, 60 * 24 * 70};
        return std::chrono::minutes{static_cast<std::int64_t>(m_random.below(60)) + oneOf(lengths)};
    }

    Event event(std::size_t number, Instant when)
    {
        Event drawn;
        drawn.id = EventId{"#" + std::to_string(number)};
        drawn.at = drawn.recordedAt = when;
        drawn.safety = safety();
        drawn.body = body(number, when);
        return drawn;
    }

private:
    Need need() { return chance(2) ? Need::mentalHealth : Need::substanceUse; }
    ServiceId service() { return oneOf(std::array{cmht, lantern, harbour, camhs, crisis}); }
    WorkerId worker() { return oneOf(std::array{ada, ben, cleo}); }
    std::optional<WorkerId> maybeWorker() { return chance(2) ? std::optional{worker()} : std::nullopt; }

    std::optional<bool> maybe()
    {
        if (chance(2))
            return std::nullopt;
        return chance(2);
    }

    SafetyFacts safety()
    {
        SafetyFacts facts;
        if (!chance(4))
            return facts;
        facts.suicidalThoughts = maybe();
        facts.overdose = maybe();
        facts.intoxicatedNow = maybe();
        return facts;
    }

    ReasonCode code()
    {
        const auto& reasons = world().policy.reasons;
        return reasons[m_random.below(reasons.size())].code;
    }

    NeedFinding finding()
    {
        NeedFinding found;
        found.status = static_cast<NeedStatus>(m_random.below(Names<NeedStatus>::list.size()));
        if (chance(2))
            found.severity = static_cast<Severity>(m_random.below(4));
        found.detail = {chance(3) ? "psychosis" : "depression"};
        return found;
    }

    event::Response response()
    {
        event::Response drawn = reply(need(), service(), static_cast<ResponseKind>(m_random.below(12)));
        if (drawn.kind == ResponseKind::declined || chance(5))
            drawn.reason = code();
        if (chance(2))
            drawn.pointsTo = service();
        drawn.worker = maybeWorker();
        return drawn;
    }

    Date dayAfter(Instant when)
    {
        return std::chrono::floor<std::chrono::days>(when) + std::chrono::days{m_random.below(200)};
    }

    EventBody body(std::size_t number, Instant when)
    {
        switch (m_random.below(20)) {
        case 0:
            return event::Attempt{need(),        "gp", chance(2) ? std::optional{code()} : std::nullopt,
                                  maybeWorker(), {},   {}};
        case 1: return event::AssessmentSigned{worker(), service(), {finding(), finding()}, {}, {}};
        case 2:
        case 3: return event::ReferralSent{{{Need::mentalHealth, service()}, {Need::substanceUse, service()}}};
        case 4: return event::ReferralSent{{{need(), service()}}};
        case 5: return event::ChallengeSent{need(), service()};
        case 6:
            return event::ChallengeAnswered{need(), service(),
                                            chance(2) ? ChallengeOutcome::upheld : ChallengeOutcome::overturned, false,
                                            std::nullopt};
        case 7: return event::HandoverAccepted{need(), service(), worker()};
        case 8: return event::WorkerChanged{service(), maybeWorker()};
        case 9: return event::PersonDeclined{need(), dayAfter(when), maybe()};
        case 10: return event::AftercarePlanned{need(), dayAfter(when), chance(3)};
        case 11: return event::JointClosure{"agreed", {"ada", "ben"}, "fine", {Need::mentalHealth, Need::substanceUse}};
        case 12:
            return event::Mdt{
                {"all"}, "meet", worker(), {{NeedScope::both, "call", "ada", when + std::chrono::hours{48}}}};
        case 13:
            return event::Contact{service(), chance(2) ? ContactDirection::in : ContactDirection::out,
                                  static_cast<ContactOutcome>(m_random.below(4))};
        case 14: return event::Reopened{need(), worker(), service(), "again"};
        case 15:
            if (number > 2 && chance(3))
                return event::EnteredInError{EventId{"#" + std::to_string(1 + m_random.below(number - 1))}, "mistake"};
            return event::Now{};
        default: return response();
        }
    }

    SeededRandom m_random;
};

}  // namespace

TEST_CASE("Generated histories keep every invariant, and evaluate to the same bytes in one go as event by event")
{
    std::size_t applied = 0;
    std::size_t refusals = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        Dice dice{seed};
        engine::Case growing{world().context, somebody()};
        std::vector<Event> events;
        Instant when = at("2026-01-05T09:00:00Z");
        for (int i = 0; i < 25; ++i) {
            when += dice.gap();
            const Event event = dice.event(events.size() + 1, when);
            if (!growing.apply(event)) {
                ++refusals;
                continue;
            }
            events.push_back(event);
            ++applied;
            const std::string fault = broken(growing.snapshot(when, engine::Explain::yes));
            INFO("event " << events.size() << " " << kindOf(event));
            REQUIRE(fault == "");
        }
        const Instant later = when + std::chrono::days{30};
        const auto whole = engine::evaluate(world().context, somebody(), events, later, engine::Explain::yes);
        REQUIRE(whole);
        REQUIRE(exchange::writeSnapshot(*whole) ==
                exchange::writeSnapshot(growing.snapshot(later, engine::Explain::yes)));
        REQUIRE(broken(*whole) == "");
    }
    CHECK(applied > 1500);
    CHECK(refusals > 100);
}

TEST_CASE("No step of a generated history breaks an invariant of the step before it")
{
    for (std::uint64_t seed = 1000; seed <= 1150; ++seed) {
        Dice dice{seed};
        engine::State state;
        std::vector<Event> events(40);
        Instant when = at("2026-01-05T09:00:00Z");
        const PersonFacts person = somebody();
        for (std::size_t i = 0; i < events.size(); ++i) {
            when += dice.gap();
            events[i] = dice.event(i + 1, when);
            if (std::holds_alternative<event::Mdt>(events[i].body))
                std::get<event::Mdt>(events[i].body).actions.clear();
            engine::State next = state;
            const engine::Step step{world().context, person, next, events[i], static_cast<engine::EventIndex>(i),
                                    std::nullopt};
            if (!engine::applyStep(step))
                continue;
            const std::string fault = brokenInvariant(state, events[i], next);
            INFO("seed " << seed << ", event " << i + 1 << " " << kindOf(events[i]));
            REQUIRE(fault == "");
            state = next;
        }
    }
}
