// One case under two policies: every event is decided under the policy of its day, and every clock runs by the rules of
// the moment it started.
#include "domain/policy_book.h"

#include "engine/situation.h"
#include "engine/sweep.h"
#include "engine/verdict.h"
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// The shipped policy, and from `from` on a local one that is twice as quick.
PolicyBook bookFrom(std::string_view from)
{
    Policy local = world().policy;
    local.id = "wrenfield";
    local.version = "7";
    for (policy::SilenceClock& clock : local.silenceClocks)
        if (clock.state == LegState::sent)
            clock.workingDays = 1;
    for (policy::Rung& rung : local.challengeLadder)
        rung.what = rung.level == 0 ? "chase" : rung.what;
    local.delays.nameWorker = 1;
    policy::Reason own = *local.reason(ReasonCode{"S01"});
    own.code = ReasonCode{"S90"};
    local.reasons.push_back(own);
    return PolicyBook{{{Instant::min(), world().policy, world().days}, {at(from), local, world().days}}};
}

engine::Context contextWith(const PolicyBook& book)
{
    const PolicyPage& last = book.pages().back();
    return {last.policy, world().directory, last.days, world().instruments, &book};
}

std::vector<Event> referredOn(std::string_view assessed, std::string_view sent)
{
    return {eventAt(assessed, bothNeeds(), 1),
            eventAt(sent, event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}}, 2)};
}

engine::Snapshot seen(const PolicyBook& book, const std::vector<Event>& events, std::string_view now)
{
    auto snapshot = engine::evaluate(contextWith(book), somebody(), events, at(now), engine::Explain::yes);
    if (!snapshot)
        FAIL(snapshot.error().where << ": " << snapshot.error().detail);
    return *std::move(snapshot);
}

}  // namespace

TEST_CASE("A book answers with the policy of the day, and with the first for all time before it")
{
    const PolicyBook book = bookFrom("2026-03-04T00:00:00Z");
    CHECK(book.at(at("1999-01-01T00:00:00Z")).policy.id == "england");
    CHECK(book.at(at("2026-03-03T23:59:59Z")).policy.id == "england");
    CHECK(book.at(at("2026-03-04T00:00:00Z")).policy.id == "wrenfield");
}

TEST_CASE("Of two policies that begin at the same instant the later one in the book holds")
{
    Policy second = world().policy;
    second.version = "second";
    const PolicyBook book{{{Instant::min(), world().policy, world().days},
                           {at("2026-03-04T00:00:00Z"), world().policy, world().days},
                           {at("2026-03-04T00:00:00Z"), second, world().days}}};
    CHECK(book.at(at("2026-03-04T00:00:00Z")).policy.version == "second");
}

TEST_CASE("A code is explained by the policy of its day, else by the newest that knows it")
{
    const PolicyBook book = bookFrom("2026-03-04T00:00:00Z");
    CHECK(book.reason(ReasonCode{"S90"}, at("2026-03-01T00:00:00Z")) != nullptr);
    CHECK(book.reason(ReasonCode{"X01"}, at("2026-03-01T00:00:00Z")) == nullptr);
}

TEST_CASE("A silence clock that is running keeps the length it started with")
{
    const PolicyBook book = bookFrom("2026-03-03T00:00:00Z");
    const auto before = seen(book, referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"), "2026-03-03T12:00:00Z");
    CHECK(before.needs.mentalHealth.leg->silentFrom == at("2026-03-04T17:00:00Z"));
    const auto after = seen(book, referredOn("2026-03-02T10:00:00Z", "2026-03-03T11:00:00Z"), "2026-03-03T12:00:00Z");
    CHECK(after.needs.mentalHealth.leg->silentFrom == at("2026-03-04T17:00:00Z"));
    const PolicyBook never = bookFrom("2027-01-01T00:00:00Z");
    const auto national =
        seen(never, referredOn("2026-03-02T10:00:00Z", "2026-03-03T11:00:00Z"), "2026-03-03T12:00:00Z");
    CHECK(national.needs.mentalHealth.leg->silentFrom == at("2026-03-05T17:00:00Z"));
}

TEST_CASE("A challenge climbs the ladder of the day of its decline")
{
    const PolicyBook book = bookFrom("2026-03-10T00:00:00Z");
    auto events = referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    events.push_back(eventAt("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 3));
    const auto old = seen(book, events, "2026-03-10T09:00:00Z");
    CHECK(actionOf(old, "keyworker_query") != nullptr);
    events.back() = eventAt("2026-03-10T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 3);
    const auto own = seen(book, events, "2026-03-10T10:00:00Z");
    CHECK(actionOf(own, "keyworker_query") == nullptr);
    CHECK(actionOf(own, "chase") != nullptr);
}

TEST_CASE("Each decision names the policy it was made under")
{
    const PolicyBook book = bookFrom("2026-03-10T00:00:00Z");
    auto events = referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    const auto old = seen(book, events, "2026-03-03T09:00:00Z");
    CHECK(old.policyId == "england");
    const auto later = seen(book, events, "2026-03-11T09:00:00Z");
    CHECK(later.policyId == "wrenfield");
    CHECK(later.policyVersion == "7");
    REQUIRE_FALSE(later.why.empty());
    for (const engine::Why& why : later.why)
        if (why.rule.text() == "silence.chase")
            CHECK(why.policy == "england " + world().policy.version);
}

TEST_CASE("A local reason counts from the day its policy holds, and not before")
{
    const PolicyBook book = bookFrom("2026-03-10T00:00:00Z");
    auto events = referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    events.push_back(eventAt("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "S90"), 3));
    const auto early =
        engine::evaluate(contextWith(book), somebody(), events, at("2026-03-12T09:00:00Z"), engine::Explain::no);
    REQUIRE_FALSE(early);
    CHECK(early.error().where == "/events/2/reason");
    events.back() = eventAt("2026-03-10T09:00:00Z", declined(Need::mentalHealth, cmht, "S90"), 3);
    CHECK(codes(seen(book, events, "2026-03-10T10:00:00Z")).back() == "S90");
}

TEST_CASE("A verdict on a late letter is the verdict of the day it speaks of")
{
    const PolicyBook book = bookFrom("2026-03-10T00:00:00Z");
    const auto events = referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    const auto answer = eventAt("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 3);
    const auto verdict = engine::judge(contextWith(book), somebody(), events, answer);
    REQUIRE(verdict);
    CHECK(verdict->policyId == "england");
    CHECK(verdict->steps.front().what == "keyworker_query");
}

TEST_CASE("The growing case, the whole fold and the sweep agree across a change of policy")
{
    const PolicyBook book = bookFrom("2026-03-04T00:00:00Z");
    auto events = referredOn("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    events.push_back(eventAt("2026-03-09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"), 3));
    const auto whole = seen(book, events, "2026-03-20T09:00:00Z");
    engine::Case growing{contextWith(book), somebody()};
    for (const Event& event : events)
        REQUIRE(growing.apply(event));
    const auto grown = growing.snapshot(at("2026-03-20T09:00:00Z"), engine::Explain::yes);
    CHECK(grown.nextActions == whole.nextActions);
    CHECK(grown.needs == whole.needs);
    engine::Sweep sweep{contextWith(book)};
    REQUIRE(sweep.run(somebody(), events, at("2026-03-20T09:00:00Z")));
    REQUIRE(sweep.actions().size() == whole.nextActions.size());
    for (std::size_t i = 0; i < whole.nextActions.size(); ++i)
        CHECK(sweep.actions()[i].due == whole.nextActions[i].due);
}

TEST_CASE("A letter carries no citation that nobody signed off, and carries it once somebody did")
{
    Policy policy = world().policy;
    const auto cited = [&] {
        std::vector<std::string> keys;
        for (const auto* citation : engine::citationsForLetter(policy, Situation::smiRefusedByMentalHealth,
                                                               Need::mentalHealth, std::int16_t{40}, true))
            keys.push_back(citation->key);
        return keys;
    };
    const auto has = [](const std::vector<std::string>& keys, std::string_view key) {
        return std::ranges::find(keys, key) != keys.end();
    };
    CHECK_FALSE(has(cited(), "NG58 s1.2"));
    for (policy::Citation& citation : policy.citations)
        if (citation.key == "NG58 s1.2")
            citation.signedOffBy = "Ines Calder";
    CHECK(has(cited(), "NG58 s1.2"));
}
