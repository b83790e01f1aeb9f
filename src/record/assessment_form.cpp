#include "record/assessment_form.h"

#include "base/text.h"

#include <algorithm>

namespace holdfast::record {
namespace {

void addWord(std::vector<std::string>& words, const std::string& text)
{
    if (std::string word = tidied(text); !word.empty())
        words.push_back(std::move(word));
}

/// What lists and the engine read of a need: conditions, or substances in the order given.
std::vector<std::string> detailOf(const AssessmentForm& form, Need need)
{
    std::vector<std::string> words;
    if (need == Need::mentalHealth) {
        for (const std::string& condition : form.conditions)
            addWord(words, condition);
    } else {
        for (const SubstanceUse& use : form.substances)
            addWord(words, use.substance);
    }
    return words;
}

bool isAnswered(const std::vector<std::optional<int>>& items)
{
    return std::ranges::any_of(items, [](const auto& item) { return item.has_value(); });
}

}  // namespace

event::AssessmentSigned signedEvent(const AssessmentForm& form, const WorkerId& worker, const ServiceId& service)
{
    event::AssessmentSigned made;
    made.worker = worker;
    made.service = service;
    for (const Need need : allNeeds)
        made.found[need] = NeedFinding{form.status[need], form.severity[need], detailOf(form, need)};
    for (const auto& [instrument, items] : form.answers)
        if (isAnswered(items))
            made.instruments.push_back({instrument, items});
    for (const Barrier& barrier : form.barriers)
        addWord(made.barriers, barrier.code);
    return made;
}

std::vector<std::string> missingAnswers(const AssessmentForm& form)
{
    std::vector<std::string> missing;
    if (!form.askedAboutBoth)
        missing.emplace_back("asked_about_both");
    for (const Need need : allNeeds)
        if (form.status[need] == NeedStatus::notAsked)
            missing.push_back("status." + std::string{nameOf(need)});
    if (!form.safety.suicidalThoughts)
        missing.emplace_back("safety.suicidal_thoughts");
    return missing;
}

}  // namespace holdfast::record
