#include "exchange/assessment_form_json.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

record::AssessmentForm aFullForm()
{
    record::AssessmentForm form;
    form.whatMatters = "being believed\n\"both\" things";
    form.present = "w1, companion";
    form.askedAboutBoth = true;
    form.status = {NeedStatus::present, NeedStatus::possible};
    form.severity.mentalHealth = Severity::severe;
    form.conditions = {"depression", "attention deficit"};
    form.substances = {{"alcohol", "most evenings", "a bottle", "drunk", "yesterday", "15"},
                       {"cocaine", "", "", "", "", ""}};
    form.answers = {{InstrumentId{"PHQ-9"}, {1, 2, std::nullopt, 3, 0, 0, 0, 0, 1}}, {InstrumentId{"AUDIT"}, {}}};
    form.safety.suicidalThoughts = true;
    form.safety.overdose = false;
    form.safetyNotes = {{"suicidal_thoughts", "in the mornings"}};
    form.adultsAndChildren = "a";
    form.safetyPlanReviewed = parseDate("2026-03-01");
    form.whatUseDoes = "b";
    form.cameFirst = record::CameFirst::together;
    form.lifeEvents = "c";
    form.trauma = {true, "d"};
    form.domesticAbuse = {true, ""};
    form.culture = "e";
    form.stigma = "f";
    form.disclosure = record::Disclosure::oneToOne;
    form.livedExperience = record::Wish::yes;
    form.companion = "g";
    form.readiness = record::Readiness::thinking;
    form.barriers = {{"travel", "bus pass"}, {"cost", ""}};
    form.equality = {{"ethnicity", "A"}};
    return form;
}

}  // namespace

TEST_CASE("a full assessment form comes back as it was")
{
    const auto back = readAssessmentForm(writeAssessmentForm(aFullForm()));
    if (!back)
        FAIL(back.error().where << ": " << back.error().detail);
    CHECK(*back == aFullForm());
}

TEST_CASE("an empty form is short, and a form with nothing in it reads")
{
    CHECK(writeAssessmentForm({}) ==
          R"({"mental_health":{"status":"not_asked"},"substance_use":{"status":"not_asked"}})");
    CHECK(readAssessmentForm(writeAssessmentForm({})).value() == record::AssessmentForm{});
    CHECK(readAssessmentForm("{}").value() == record::AssessmentForm{});
}

TEST_CASE("a form that is not ours is refused at its place")
{
    CHECK(readAssessmentForm(R"({"what_maters": "x"})").error().where == "/what_maters");
    CHECK(readAssessmentForm(R"({"readiness": "never"})").error().where == "/readiness");
    CHECK(readAssessmentForm(R"({"substances": [{"kind": "x"}]})").error().where == "/substances/0/kind");
    CHECK(readAssessmentForm(R"({"instruments": {"PHQ-9": [1, "a"]}})").error().where == "/instruments/PHQ-9/1");
    CHECK(readAssessmentForm(R"({"trauma": true})").error().where == "/trauma");
    CHECK(readAssessmentForm(R"({"equality": {"ethnicity": 1}})").error().where == "/equality/ethnicity");
}
