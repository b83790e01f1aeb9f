#include "engine/illness.h"

#include "base/text.h"
#include "domain/calendar.h"

#include <algorithm>

namespace holdfast::engine {

bool mentions(std::string_view text, std::string_view word)
{
    if (word.empty())
        return false;
    const auto same = [](char a, char b) { return smallLetter(a) == b; };
    for (; text.size() >= word.size(); text.remove_prefix(1))
        if (same(text.front(), word.front()) && std::ranges::equal(text.substr(0, word.size()), word, same))
            return true;
    return false;
}

bool isSevereMentalIllness(const Policy& policy, const NeedFinding& mentalHealth)
{
    const auto any = [&](const std::vector<std::string>& conditions) {
        return std::ranges::any_of(mentalHealth.detail, [&](const std::string& text) {
            return std::ranges::any_of(conditions, [&](const std::string& word) { return mentions(text, word); });
        });
    };
    return any(policy.severeConditions) ||
           (mentalHealth.severity == Severity::severe && any(policy.severeConditionsIfSevere));
}

std::optional<std::int16_t> ageAt(const PersonFacts& person, Instant at)
{
    if (!person.born)
        return std::nullopt;
    return static_cast<std::int16_t>(yearsBetween(*person.born, londonDate(at)));
}

}  // namespace holdfast::engine
