#include "engine/advice.h"

#include "engine/illness.h"

#include <algorithm>
#include <charconv>

namespace holdfast::engine {
namespace {

bool holds(const AssessmentFacts& facts, SafetyFact fact)
{
    const SafetyFacts& safety = facts.safety;
    switch (fact) {
    case SafetyFact::suicidalThoughts: return facts.suicidalThoughts;
    case SafetyFact::recentAttempt: return safety.recentAttempt.value_or(false);
    case SafetyFact::overdose: return safety.overdose.value_or(false);
    case SafetyFact::pregnant: return safety.pregnant.value_or(false);
    case SafetyFact::withdrawalRisk: return safety.withdrawalRisk.value_or(false);
    case SafetyFact::intoxicatedNow: return safety.intoxicatedNow.value_or(false);
    }
    return false;
}

bool isMentioned(const AssessmentFacts& facts, std::string_view word)
{
    const auto in = [word](const std::vector<std::string>& texts) {
        return std::ranges::any_of(texts, [word](const std::string& text) { return mentions(text, word); });
    };
    return in(facts.found.found.mentalHealth.detail) || in(facts.found.found.substanceUse.detail) ||
           in(facts.found.barriers);
}

/// "AUDIT>=20"
bool reaches(const AssessmentFacts& facts, std::string_view threshold)
{
    const auto sign = threshold.find(">=");
    const std::string_view least = threshold.substr(sign + 2);
    int total = 0;
    std::from_chars(least.data(), least.data() + least.size(), total);
    return std::ranges::any_of(facts.scores, [&](const Score& score) {
        return score.instrument.text() == threshold.substr(0, sign) && score.total.value_or(-1) >= total;
    });
}

bool applies(const policy::Caution& caution, const AssessmentFacts& facts)
{
    const auto& severity = facts.found.found.substanceUse.severity;
    const bool open = isOpen(facts.found.found.substanceUse.status);
    return std::ranges::any_of(caution.facts, [&](SafetyFact fact) { return holds(facts, fact); }) ||
           std::ranges::any_of(caution.words, [&](const std::string& word) { return isMentioned(facts, word); }) ||
           std::ranges::any_of(caution.instruments, [&](const std::string& text) { return reaches(facts, text); }) ||
           (caution.substanceUseAtLeast && open && severity && *severity >= *caution.substanceUseAtLeast) ||
           (caution.children && facts.person.childrenInHousehold.value_or(0) > 0);
}

/// Collects the questions, each by the id of its sentence.
struct Questions {
    const Policy& policy;
    std::vector<Advice> list;

    void ask(bool unknown, std::string_view id)
    {
        if (unknown)
            list.push_back({std::string{id}, std::string{policy.sentence(id)}});
    }
};

void askAboutSafety(Questions& questions, const AssessmentFacts& facts)
{
    const SafetyFacts& safety = facts.safety;
    questions.ask(!safety.suicidalThoughts, "ask.suicidal_thoughts");
    questions.ask(!safety.recentAttempt, "ask.recent_attempt");
    if (isOpen(facts.found.found.substanceUse.status)) {
        questions.ask(!safety.overdose, "ask.overdose");
        questions.ask(!safety.withdrawalRisk, "ask.withdrawal_risk");
    }
    questions.ask(!safety.intoxicatedNow, "ask.intoxicated_now");
    questions.ask(!safety.pregnant && facts.person.sex != Sex::male, "ask.pregnant");
}

}  // namespace

std::vector<Advice> adviceFor(const std::vector<policy::Caution>& list, const AssessmentFacts& facts)
{
    std::vector<Advice> advice;
    for (const policy::Caution& caution : list)
        if (applies(caution, facts))
            advice.push_back({caution.id, caution.text});
    return advice;
}

std::vector<Advice> questionsFor(const Policy& policy, const AssessmentFacts& facts)
{
    Questions questions{policy, {}};
    const auto& found = facts.found.found;
    questions.ask(found.mentalHealth.status == NeedStatus::notAsked, "ask.mental_health");
    questions.ask(found.substanceUse.status == NeedStatus::notAsked, "ask.substance_use");
    askAboutSafety(questions, facts);
    questions.ask(isOpen(found.mentalHealth.status) && !found.mentalHealth.severity, "ask.severity.mental_health");
    questions.ask(isOpen(found.substanceUse.status) && !found.substanceUse.severity, "ask.severity.substance_use");
    questions.ask(!facts.person.born, "ask.born");
    questions.ask(facts.person.postcode.empty(), "ask.postcode");
    questions.ask(facts.person.sex == Sex::notRecorded, "ask.sex");
    questions.ask(!facts.person.childrenInHousehold, "ask.children");
    questions.ask(facts.person.workHours.empty(), "ask.work_hours");
    questions.ask(!facts.person.needsTravelHelp, "ask.travel");
    return std::move(questions.list);
}

}  // namespace holdfast::engine
