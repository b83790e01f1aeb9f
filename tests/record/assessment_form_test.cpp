#include "record/assessment_form.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using record::AssessmentForm;
using Texts = std::vector<std::string>;

namespace {

AssessmentForm completeForm()
{
    AssessmentForm form;
    form.askedAboutBoth = true;
    form.status = {NeedStatus::present, NeedStatus::none};
    form.safety.suicidalThoughts = false;
    return form;
}

}  // namespace

TEST_CASE("a form cannot be signed before both needs, and thoughts of suicide, were asked about")
{
    CHECK(record::missingAnswers({}) ==
          Texts{"asked_about_both", "status.mental_health", "status.substance_use", "safety.suicidal_thoughts"});
    CHECK(record::missingAnswers(completeForm()).empty());

    AssessmentForm oneNeed = completeForm();
    oneNeed.status.substanceUse = NeedStatus::notAsked;
    CHECK(record::missingAnswers(oneNeed) == Texts{"status.substance_use"});

    AssessmentForm thoughtsOfSuicide = completeForm();
    thoughtsOfSuicide.safety.suicidalThoughts = true;
    CHECK(record::missingAnswers(thoughtsOfSuicide).empty());

    AssessmentForm attemptOnly = completeForm();
    attemptOnly.safety.suicidalThoughts = std::nullopt;
    attemptOnly.safety.recentAttempt = false;
    CHECK(record::missingAnswers(attemptOnly) == Texts{"safety.suicidal_thoughts"});
}

TEST_CASE("the event of signing holds what the engine reads, and nothing that was not answered")
{
    AssessmentForm form = completeForm();
    form.status.substanceUse = NeedStatus::possible;
    form.severity.mentalHealth = Severity::severe;
    form.conditions = {"psychosis", "  ", " low   mood "};
    form.substances = {
        {"alcohol", "most evenings", "", "", "", ""}, {"", "", "", "", "", ""}, {"ketamine", "", "", "", "", ""}};
    form.answers[InstrumentId{"PHQ-9"}] = {2, std::nullopt, 1};
    form.answers[InstrumentId{"AUDIT"}] = {std::nullopt, std::nullopt};
    form.barriers = {{"travel", "bus pass"}, {"", "nothing chosen"}};
    form.cameFirst = record::CameFirst::substanceUse;

    const auto made = record::signedEvent(form, WorkerId{"priya"}, ServiceId{"lantern"});

    event::AssessmentSigned expected;
    expected.worker = WorkerId{"priya"};
    expected.service = ServiceId{"lantern"};
    expected.found.mentalHealth = {NeedStatus::present, Severity::severe, {"psychosis", "low mood"}};
    expected.found.substanceUse = {NeedStatus::possible, std::nullopt, {"alcohol", "ketamine"}};
    expected.instruments = {{InstrumentId{"PHQ-9"}, {2, std::nullopt, 1}}};
    expected.barriers = {"travel"};
    CHECK(made == expected);
}

TEST_CASE("which need came first changes nothing that routing reads")
{
    AssessmentForm form = completeForm();
    const auto before = record::signedEvent(form, WorkerId{"priya"}, ServiceId{"lantern"});
    form.cameFirst = record::CameFirst::mentalHealth;
    form.readiness = record::Readiness::notYet;

    CHECK(record::signedEvent(form, WorkerId{"priya"}, ServiceId{"lantern"}) == before);
}
