#include "engine/verdict.h"

#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

engine::Verdict judged(const Story& story, const event::Response& body, std::string_view words = {})
{
    Event event = eventAt("2026-03-09T09:00:00Z", body, 99);
    event.words = words;
    const auto verdict = engine::judge(world().context, story.person(), story.events(), event);
    if (!verdict)
        throw std::runtime_error{verdict.error().where + ": " + verdict.error().detail};
    return *verdict;
}

bool cites(const engine::Verdict& verdict, std::string_view key)
{
    return std::ranges::any_of(verdict.citations, [&](const auto& citation) { return citation.key.starts_with(key); });
}

Story told(std::string_view born, std::string_view condition, Severity severity)
{
    Story story{aged(born)};
    event::AssessmentSigned body = bothNeeds();
    body.found.mentalHealth = {NeedStatus::present, severity, {std::string{condition}}};
    story.then("2026-03-02T10:00:00Z", body);
    story.then("2026-03-02T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    return story;
}

}  // namespace

TEST_CASE("What is cited fits the person: severe mental illness and age decide")
{
    struct Row {
        const char* born;
        const char* condition;
        Severity severity;
        bool smi;
    };
    const Row row = GENERATE(Row{"1984-05-06", "depression", Severity::moderate, false},
                             Row{"1984-05-06", "depression", Severity::severe, true},
                             Row{"1984-05-06", "Bipolar disorder", Severity::mild, true},
                             Row{"2012-01-01", "first-episode psychosis", Severity::severe, true},
                             Row{"2013-01-01", "psychosis", Severity::severe, false});  // 13: under the scope
    const Story story = told(row.born, row.condition, row.severity);
    const auto verdict = judged(story, declined(Need::mentalHealth, cmht, "N02"));
    CHECK(cites(verdict, "QS188") == row.smi);
    CHECK(cites(verdict, "NG58") == row.smi);
    CHECK(cites(verdict, "PHE 2017"));
    REQUIRE(verdict.letters.size() == 1);
    for (const std::string& citation : verdict.letters[0].citations) {
        const auto key = citation.substr(0, citation.find(": "));
        CHECK(world().policy.citation(key)->printable());
    }
}

TEST_CASE("Without a birth date nothing with an age limit is cited")
{
    PersonFacts person = somebody();
    person.born.reset();
    Story story{person};
    event::AssessmentSigned body = bothNeeds();
    body.found.mentalHealth = {NeedStatus::present, Severity::severe, {"psychosis"}};
    story.then("2026-03-02T10:00:00Z", body);
    story.then("2026-03-02T11:00:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    const auto verdict = judged(story, declined(Need::mentalHealth, cmht, "N02"));
    CHECK_FALSE(cites(verdict, "QS188"));
    CHECK(cites(verdict, "PHE 2017 no wrong door"));
}

TEST_CASE("The situation decides what comes first")
{
    const Story story = told("1984-05-06", "schizophrenia", Severity::severe);
    CHECK(judged(story, declined(Need::substanceUse, lantern, "N17")).citations.front().key == "QS188 st.2");
    CHECK(cites(judged(story, declined(Need::substanceUse, lantern, "N17")), "CG120 1.5.1"));
    CHECK(judged(story, declined(Need::substanceUse, lantern, "N06")).citations.front().key == "CQS22");
    CHECK(judged(story, declined(Need::mentalHealth, cmht, "N09")).citations.front().key == "QS188 st.4");
    CHECK(judged(story, declined(Need::mentalHealth, cmht, "N08")).situation == Situation::crisis);
}

TEST_CASE("A citation outside its scope is not offered even where the situation asks for it")
{
    const auto verdict =
        judged(told("1984-05-06", "depression", Severity::moderate), declined(Need::mentalHealth, cmht, "N09"));
    CHECK(verdict.situation == Situation::nonAttendance);
    CHECK_FALSE(cites(verdict, "QS188"));
    CHECK(cites(verdict, "PHE 2017"));
}

TEST_CASE("A refusal that is never legitimate comes with its ladder, its holder and what to say")
{
    const Story story = told("1984-05-06", "depression", Severity::moderate);
    const auto verdict = judged(story, declined(Need::mentalHealth, cmht, "N02"));
    CHECK(verdict.cls == BounceClass::never);
    CHECK(verdict.label == "Must be abstinent first");
    CHECK(verdict.title == "This refusal is not allowed by the protocol");
    CHECK(verdict.holderSentence.find("Wrenfield lantern") != std::string::npos);
    CHECK(verdict.tellPerson.find("still holding") != std::string::npos);
    CHECK_FALSE(verdict.tellCarer.empty());
    std::vector<int> levels;
    for (const engine::VerdictStep& step : verdict.steps) {
        CHECK_FALSE(step.sentence.empty());
        levels.push_back(step.level);
    }
    CHECK(levels == std::vector{0, 1, 2, 3, 4, 5});
    CHECK(std::ranges::is_sorted(verdict.steps, {}, &engine::VerdictStep::due));
}

TEST_CASE("Somebody's safety is one step of what happens next, however many facts ask for it")
{
    Story story{somebody()};
    event::AssessmentSigned body = bothNeeds();
    SafetyFacts risk;
    risk.withdrawalRisk = true;
    story.then("2026-03-09T08:00:00Z", body, risk);
    story.then("2026-03-09T08:30:00Z",
               event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
    const auto verdict = judged(story, declined(Need::mentalHealth, cmht, "N02"));
    CHECK(std::ranges::count(verdict.steps, "safety_follow_up", &engine::VerdictStep::what) == 1);
    CHECK(std::ranges::count(verdict.after.nextActions, "safety_follow_up", &engine::NextAction::what) == 2);
}

TEST_CASE("Words that name no code bring candidates, and nothing is set")
{
    const Story story = told("1984-05-06", "depression", Severity::moderate);
    const auto verdict = judged(story, reply(Need::mentalHealth, cmht, ResponseKind::declined),
                                "Please come back when sober for 3 months");
    CHECK_FALSE(verdict.code);
    REQUIRE_FALSE(verdict.candidates.empty());
    CHECK(verdict.candidates.front().code.text() == "N02");
    CHECK(stateOf(verdict.after, Need::mentalHealth) == "sent");
    CHECK(engine::candidateCodes(world().policy, Need::mentalHealth, "thank you").empty());
    CHECK(engine::candidateCodes(world().policy, Need::substanceUse, "Not dependent, use is too low")
              .front()
              .code.text() == "N06");
}

TEST_CASE("An acceptance is judged too")
{
    const Story story = told("1984-05-06", "depression", Severity::moderate);
    auto body = reply(Need::mentalHealth, cmht, ResponseKind::accepted);
    body.worker = ben;
    const auto verdict = judged(story, body);
    CHECK_FALSE(verdict.cls);
    CHECK(verdict.title == "Accepted");
    CHECK(verdict.holder->worker == ben);
    CHECK(verdict.citations.empty());
}

TEST_CASE("Each citation says what asked for it, what its scope was held against, and who vouches for it")
{
    const Story story = told("1984-05-06", "psychosis", Severity::severe);
    const auto verdict = judged(story, declined(Need::mentalHealth, cmht, "N02"));
    const auto fact = [](const engine::VerdictCitation& citation, std::string_view name) {
        for (const auto& [key, value] : citation.why.facts)
            if (key == name)
                return value;
        return std::string{"no such fact"};
    };
    REQUIRE_FALSE(verdict.citations.empty());
    for (const auto& citation : verdict.citations) {
        INFO(citation.key);
        CHECK(citation.why.rule.text() == "citation.smi_refused_by_mental_health");
        CHECK(citation.why.policy == world().policy.id + ' ' + world().policy.version);
        CHECK(citation.why.sentence.find("severe mental illness") != std::string::npos);
        CHECK(citation.why.sentence.find('{') == std::string::npos);
        CHECK(fact(citation, "reason") == "N02");
        CHECK(fact(citation, "service") == "cmht");
        CHECK(fact(citation, "age") == "41");
        CHECK(fact(citation, "severe_mental_illness") == "yes");
        CHECK((fact(citation, "signed_off_by") == "nobody yet") == !citation.printable);
    }
    const auto nice =
        std::ranges::find_if(verdict.citations, [](const auto& each) { return each.key == "QS188 st.2"; });
    REQUIRE(nice != verdict.citations.end());
    CHECK(fact(*nice, "scope_age") == "from 14");
    CHECK(fact(*nice, "scope_condition") == "severe mental illness");
    CHECK(fact(*nice, "certainty") == "V");
}

TEST_CASE("A policy has words for every case in which guidance is quoted")
{
    for (const auto situation : Names<Situation>::list)
        CHECK_FALSE(world().policy.sentence("situation." + std::string{situation}).empty());
}
