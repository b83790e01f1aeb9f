#include "engine/assess.h"

#include "domain/opening_hours.h"
#include "engine/hours.h"
#include "engine/match.h"
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

engine::AssessmentDecision decided(const event::AssessmentSigned& body, const SafetyFacts& safety = {},
                                   const PersonFacts& person = somebody())
{
    return engine::assess(world().context, person, body, safety, at("2026-03-02T10:00:00Z"));
}

bool has(const std::vector<engine::Advice>& list, std::string_view id)
{
    return std::ranges::find(list, id, &engine::Advice::id) != list.end();
}

const engine::FitReason& reasonOf(const engine::Candidate& candidate, std::string_view criterion)
{
    const auto found = std::ranges::find(candidate.reasons, criterion, &engine::FitReason::criterion);
    REQUIRE(found != candidate.reasons.end());
    return *found;
}

}  // namespace

TEST_CASE("Every service is on the list with its reasons; those that fit come first")
{
    const auto decision = decided(bothNeeds());
    const auto& list = decision.candidates.mentalHealth;
    REQUIRE(list.size() == world().directory.services().size());
    for (const engine::Candidate& candidate : list) {
        CHECK_FALSE(candidate.reasons.empty());
        int total = 0;
        for (const engine::FitReason& reason : candidate.reasons) {
            CHECK_FALSE(reason.sentence.empty());
            total += reason.points;
        }
        CHECK(candidate.score == total);
    }
    CHECK(std::ranges::is_partitioned(list, [](const engine::Candidate& candidate) { return candidate.match; }));
    const auto young = std::ranges::find(list, camhs, &engine::Candidate::service);
    CHECK_FALSE(young->match);
    CHECK(reasonOf(*young, "age").fit == engine::Fit::no);
    const auto other = std::ranges::find(list, lantern, &engine::Candidate::service);
    CHECK(reasonOf(*other, "need").fit == engine::Fit::no);
}

TEST_CASE("Who leads follows both severities, and severe mental illness above all")
{
    struct Row {
        Severity mentalHealth;
        Severity substanceUse;
        const char* condition;
        const char* quadrant;
        ServiceId lead;
    };
    const Row row = GENERATE(Row{Severity::mild, Severity::mild, "psychosis", "held_together", cmht},
                             Row{Severity::severe, Severity::severe, "anxiety", "held_together", cmht},
                             Row{Severity::moderate, Severity::moderate, "anxiety", "held_together", lantern},
                             Row{Severity::mild, Severity::severe, "anxiety", "substance_use_leads", lantern},
                             Row{Severity::severe, Severity::mild, "anxiety", "mental_health_leads", cmht});
    event::AssessmentSigned body = bothNeeds();
    body.found.mentalHealth = {NeedStatus::present, row.mentalHealth, {row.condition}};
    body.found.substanceUse.severity = row.substanceUse;
    const auto decision = decided(body);
    CHECK(decision.lead.quadrant == row.quadrant);
    CHECK(decision.lead.service == row.lead);
    CHECK(decision.draft.size() == 2);
}

TEST_CASE("Urgency comes from facts, never from a sum")
{
    event::AssessmentSigned body = bothNeeds();
    body.instruments = {{InstrumentId{"PHQ-9"}, {3, 3, 3, 3, 3, 3, 3, 3, 0}}};
    CHECK(decided(body).urgency == Urgency::routine);
    SafetyFacts safety;
    safety.suicidalThoughts = true;
    CHECK(decided(body, safety).urgency == Urgency::veryUrgent);
    CHECK(decided(body, safety).urgencyOf.mentalHealth == Urgency::veryUrgent);
    CHECK(decided(body, safety).urgencyOf.substanceUse == Urgency::routine);
    safety.recentAttempt = true;
    CHECK(decided(body, safety).urgency == Urgency::emergency);
    SafetyFacts drunk;
    drunk.intoxicatedNow = true;
    CHECK(decided(body, drunk).urgency == Urgency::routine);
    CHECK(decided(body, drunk).agreeNewTime);
    CHECK(has(decided(body, drunk).cautions, "intoxicated.see_again"));
    body.instruments[0].items[8] = 1;
    CHECK(decided(body).urgency == Urgency::veryUrgent);
}

TEST_CASE("Cautions and questions follow the facts; what nobody recorded is asked, never taken as a no")
{
    event::AssessmentSigned body = bothNeeds();
    body.instruments = {{InstrumentId{"AUDIT"}, {4, 4, 4, 4, 4, 0, 0, 0, 0, 0}}};
    PersonFacts person = somebody();
    person.childrenInHousehold = 2;
    const auto decision = decided(body, {}, person);
    CHECK(has(decision.cautions, "withdrawal.never_stop_suddenly"));
    CHECK(has(decision.cautions, "children.safeguarding"));
    CHECK(has(decision.ask, "ask.suicidal_thoughts"));
    CHECK_FALSE(has(decision.ask, "ask.children"));
    SafetyFacts asked;
    asked.suicidalThoughts = false;
    CHECK_FALSE(has(decided(body, asked).ask, "ask.suicidal_thoughts"));
    CHECK_FALSE(has(decided(bothNeeds()).cautions, "withdrawal.never_stop_suddenly"));
    CHECK_FALSE(decision.interimSupport.empty());
    CHECK_FALSE(decision.clocks.empty());
    for (const engine::Advice& question : decision.ask)
        CHECK_FALSE(question.text.empty());
}

TEST_CASE("Working hours, nearness and area are read from what is recorded")
{
    const auto work = parseWorkHours("mon-fri 08:00-18:00");
    REQUIRE(work);
    CHECK_FALSE(engine::opensOutside({{0, 4, 540, 1020}}, *work));
    CHECK(engine::opensOutside({{2, 2, 1020, 1200}}, *work));
    CHECK(engine::opensOutside({{5, 5, 600, 700}}, *work));
    CHECK_FALSE(parseWorkHours("whenever"));
    CHECK(engine::outwardOf("sg1 1aa") == "SG1");
    CHECK(engine::areaOf("SG1") == "SG");
    CHECK(engine::outwardOf("ZZ99 3VZ").empty());
}
