#include "exchange/assessment_form_json.h"

#include "exchange/event_parts.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"

#include <array>

namespace holdfast::exchange {
namespace {

using namespace record;
using Texts = std::map<std::string, std::string>;

constexpr std::size_t longestText = 50'000;

struct TextName {
    std::string_view name;
    std::string AssessmentForm::*text;
};
constexpr std::array textNames{
    TextName{"what_matters", &AssessmentForm::whatMatters},
    TextName{"present", &AssessmentForm::present},
    TextName{"adults_and_children", &AssessmentForm::adultsAndChildren},
    TextName{"what_use_does", &AssessmentForm::whatUseDoes},
    TextName{"life_events", &AssessmentForm::lifeEvents},
    TextName{"culture", &AssessmentForm::culture},
    TextName{"stigma", &AssessmentForm::stigma},
    TextName{"companion", &AssessmentForm::companion},
};

struct SubstanceName {
    std::string_view name;
    std::string SubstanceUse::*text;
};
constexpr std::array substanceNames{
    SubstanceName{"substance", &SubstanceUse::substance}, SubstanceName{"pattern", &SubstanceUse::pattern},
    SubstanceName{"amount", &SubstanceUse::amount},       SubstanceName{"route", &SubstanceUse::route},
    SubstanceName{"last_used", &SubstanceUse::lastUsed},  SubstanceName{"started_age", &SubstanceUse::startedAge},
};

std::string textIn(const JsonIn& in, std::string_view name)
{
    return optionally(in, name, [](const JsonIn& text) { return text.text(longestText); }).value_or("");
}

template <class Enum>
Enum choiceIn(const JsonIn& in, std::string_view name)
{
    return optionally(in, name, [](const JsonIn& value) { return value.named<Enum>(); }).value_or(Enum{});
}

// Writing: only what was filled in.

void writeText(JsonOut& out, std::string_view name, const std::string& text)
{
    if (!text.empty())
        out.member(name, text);
}

template <class Enum>
void writeChoice(JsonOut& out, std::string_view name, Enum value)
{
    if (value != Enum{})
        out.member(name, nameOf(value));
}

void writePrompt(JsonOut& out, std::string_view name, const Prompt& prompt)
{
    if (prompt == Prompt{})
        return;
    out.key(name).beginObject().member("asked", prompt.asked);
    writeText(out, "answer", prompt.answer);
    out.endObject();
}

void writeTexts(JsonOut& out, std::string_view name, const Texts& texts)
{
    if (texts.empty())
        return;
    out.key(name).beginObject();
    for (const auto& [key, text] : texts)
        out.member(key, text);
    out.endObject();
}

void writeNeed(JsonOut& out, const AssessmentForm& form, Need need)
{
    out.key(nameOf(need)).beginObject().member("status", nameOf(form.status[need]));
    if (form.severity[need])
        out.member("severity", nameOf(*form.severity[need]));
    out.endObject();
}

void writeSubstances(JsonOut& out, const std::vector<SubstanceUse>& substances)
{
    if (substances.empty())
        return;
    out.key("substances").beginArray();
    for (const SubstanceUse& substance : substances) {
        out.beginObject();
        for (const auto& [name, text] : substanceNames)
            writeText(out, name, substance.*text);
        out.endObject();
    }
    out.endArray();
}

void writeBarriers(JsonOut& out, const std::vector<Barrier>& barriers)
{
    if (barriers.empty())
        return;
    out.key("barriers").beginArray();
    for (const Barrier& barrier : barriers) {
        out.beginObject().member("code", barrier.code);
        writeText(out, "plan", barrier.plan);
        out.endObject();
    }
    out.endArray();
}

void writeConditions(JsonOut& out, const std::vector<std::string>& conditions)
{
    if (conditions.empty())
        return;
    out.key("conditions").beginArray();
    for (const std::string& condition : conditions)
        out.text(condition);
    out.endArray();
}

// Reading.

void readNeed(const JsonIn& in, AssessmentForm& form, Need need)
{
    const auto found = in.find(nameOf(need));
    if (!found)
        return;
    found->allowOnly({"status", "severity"});
    form.status[need] = found->at("status").named<NeedStatus>();
    form.severity[need] = optionally(*found, "severity", [](const JsonIn& value) { return value.named<Severity>(); });
}

SubstanceUse substanceOf(const JsonIn& in)
{
    in.allowOnly({"substance", "pattern", "amount", "route", "last_used", "started_age"});
    SubstanceUse substance;
    for (const auto& [name, text] : substanceNames)
        substance.*text = textIn(in, name);
    return substance;
}

Barrier barrierOf(const JsonIn& in)
{
    in.allowOnly({"code", "plan"});
    return {in.at("code").text(80), textIn(in, "plan")};
}

Prompt promptIn(const JsonIn& in, std::string_view name)
{
    const auto found = in.find(name);
    if (!found)
        return {};
    found->allowOnly({"asked", "answer"});
    return {found->at("asked").boolean(), textIn(*found, "answer")};
}

Texts textsIn(const JsonIn& in, std::string_view name)
{
    Texts texts;
    if (const auto found = in.find(name))
        for (const std::string& key : found->names())
            texts.emplace(key, found->at(key).text(longestText));
    return texts;
}

AssessmentForm formOf(const JsonIn& in)
{
    in.allowOnly({"what_matters",
                  "present",
                  "asked_about_both",
                  "mental_health",
                  "substance_use",
                  "conditions",
                  "substances",
                  "instruments",
                  "safety",
                  "safety_notes",
                  "adults_and_children",
                  "safety_plan_reviewed",
                  "what_use_does",
                  "came_first",
                  "life_events",
                  "trauma",
                  "domestic_abuse",
                  "culture",
                  "stigma",
                  "disclosure",
                  "lived_experience",
                  "companion",
                  "readiness",
                  "barriers",
                  "equality"});
    AssessmentForm form;
    for (const auto& [name, text] : textNames)
        form.*text = textIn(in, name);
    form.askedAboutBoth =
        optionally(in, "asked_about_both", [](const JsonIn& asked) { return asked.boolean(); }).value_or(false);
    for (const Need need : allNeeds)
        readNeed(in, form, need);
    if (const auto conditions = in.find("conditions"))
        form.conditions = listOf(*conditions, [](const JsonIn& condition) { return condition.text(500); });
    if (const auto substances = in.find("substances"))
        form.substances = listOf(*substances, substanceOf);
    if (const auto instruments = in.find("instruments"))
        for (InstrumentAnswers& given : answersOf(*instruments, {}))
            form.answers.emplace(given.instrument, std::move(given.items));
    form.safety = optionally(in, "safety", safetyOf).value_or(SafetyFacts{});
    form.safetyNotes = textsIn(in, "safety_notes");
    form.safetyPlanReviewed = optionally(in, "safety_plan_reviewed", [](const JsonIn& on) { return on.date(); });
    form.cameFirst = choiceIn<CameFirst>(in, "came_first");
    form.trauma = promptIn(in, "trauma");
    form.domesticAbuse = promptIn(in, "domestic_abuse");
    form.disclosure = choiceIn<Disclosure>(in, "disclosure");
    form.livedExperience = choiceIn<Wish>(in, "lived_experience");
    form.readiness = choiceIn<Readiness>(in, "readiness");
    if (const auto barriers = in.find("barriers"))
        form.barriers = listOf(*barriers, barrierOf);
    form.equality = textsIn(in, "equality");
    return form;
}

}  // namespace

std::string writeAssessmentForm(const AssessmentForm& form)
{
    JsonOut out;
    out.beginObject();
    for (const auto& [name, text] : textNames)
        writeText(out, name, form.*text);
    if (form.askedAboutBoth)
        out.member("asked_about_both", true);
    for (const Need need : allNeeds)
        writeNeed(out, form, need);
    writeConditions(out, form.conditions);
    writeSubstances(out, form.substances);
    if (!form.answers.empty()) {
        std::vector<InstrumentAnswers> answers;
        for (const auto& [instrument, items] : form.answers)
            answers.push_back({instrument, items});
        writeAnswers(out.key("instruments"), answers);
    }
    if (form.safety != SafetyFacts{})
        writeSafety(out.key("safety"), form.safety);
    writeTexts(out, "safety_notes", form.safetyNotes);
    if (form.safetyPlanReviewed)
        out.member("safety_plan_reviewed", formatDate(*form.safetyPlanReviewed));
    writeChoice(out, "came_first", form.cameFirst);
    writePrompt(out, "trauma", form.trauma);
    writePrompt(out, "domestic_abuse", form.domesticAbuse);
    writeChoice(out, "disclosure", form.disclosure);
    writeChoice(out, "lived_experience", form.livedExperience);
    writeChoice(out, "readiness", form.readiness);
    writeBarriers(out, form.barriers);
    writeTexts(out, "equality", form.equality);
    out.endObject();
    return std::move(out).str();
}

Result<AssessmentForm> readAssessmentForm(std::string_view text)
{
    return readJson(text, formOf);
}

}  // namespace holdfast::exchange
