#include "report/policy_words.h"

#include <algorithm>

namespace holdfast::report {
namespace {

void append(std::string& text, std::string_view more, std::string_view between = "; ")
{
    if (more.empty())
        return;
    text += text.empty() ? "" : between;
    text += more;
}

}  // namespace

std::string amount(int count, std::string_view unit)
{
    return std::to_string(count) + ' ' + std::string{unit} + (count == 1 ? "" : "s");
}

std::string spaced(std::string_view code)
{
    std::string text{code};
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        append(text, word, ", ");
    return text.empty() ? "nothing" : text;
}

std::string yesOrNo(bool yes)
{
    return yes ? "yes" : "no";
}

std::string span(const policy::SilenceClock& clock)
{
    return clock.weeks > 0 ? amount(clock.weeks, "week") : amount(clock.workingDays, "working day");
}

std::string span(const policy::Standard& standard)
{
    if (standard.hours)
        return amount(*standard.hours, "hour");
    if (standard.workingDays)
        return amount(*standard.workingDays, "working day");
    return amount(standard.weeks.value_or(0), "week");
}

std::string ages(const policy::Citation& citation)
{
    if (citation.minAge && citation.maxAge)
        return "from " + std::to_string(*citation.minAge) + " until the birthday at " +
               std::to_string(*citation.maxAge);
    if (citation.minAge)
        return "from " + std::to_string(*citation.minAge);
    if (citation.maxAge)
        return "until the birthday at " + std::to_string(*citation.maxAge);
    return "any age";
}

std::string conditions(const policy::Caution& caution)
{
    std::string text;
    if (!caution.facts.empty())
        append(text, listedNames(caution.facts));
    if (!caution.words.empty())
        append(text, "words: " + listed(caution.words));
    if (caution.substanceUseAtLeast)
        append(text, "substance use at least " + spaced(nameOf(*caution.substanceUseAtLeast)));
    if (!caution.instruments.empty())
        append(text, listed(caution.instruments));
    if (caution.children)
        append(text, "children in the household");
    return text;
}

std::string conditions(const policy::LeadRule& rule)
{
    std::string text;
    if (rule.severeMentalIllness)
        append(text, *rule.severeMentalIllness ? "severe mental illness" : "no severe mental illness");
    if (!rule.mentalHealth.empty())
        append(text, "mental health " + listedNames(rule.mentalHealth));
    if (!rule.substanceUse.empty())
        append(text, "substance use " + listedNames(rule.substanceUse));
    return text.empty() ? "everybody else" : text;
}

std::string describe(const policy::Rung& rung, bool timed)
{
    std::string text = spaced(rung.what) + " by " + spaced(rung.owner);
    if (timed)
        text += " on working day " + std::to_string(rung.workingDays);
    return text;
}

std::string ladder(const std::vector<policy::Rung>& rungs, bool timed)
{
    std::string text;
    for (const policy::Rung& rung : rungs)
        append(text, "level " + std::to_string(rung.level) + ": " + describe(rung, timed));
    return text;
}

std::string rules(const std::vector<policy::UrgencyRule>& urgency)
{
    std::string text;
    for (const policy::UrgencyRule& rule : urgency)
        append(text, listedNames(rule.facts) + ": " + spaced(nameOf(rule.urgency)));
    return text;
}

}  // namespace holdfast::report
