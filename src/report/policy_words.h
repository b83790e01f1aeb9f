// Parts of a policy as short texts, for comparing two. Not for the screens' own words.
#pragma once

#include "domain/policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::report {

/// "1 working day", "2 working days"
std::string amount(int count, std::string_view unit);

/// "information requested"
std::string spaced(std::string_view code);

/// "suicidal thoughts, overdose"; "nothing" when there is none.
std::string listed(const std::vector<std::string>& words);

template <class Enum>
std::string listedNames(const std::vector<Enum>& values)
{
    std::vector<std::string> words;
    words.reserve(values.size());
    for (const Enum value : values)
        words.push_back(spaced(nameOf(value)));
    return listed(words);
}

std::string yesOrNo(bool yes);
std::string span(const policy::SilenceClock& clock);
std::string span(const policy::Standard& standard);
std::string ages(const policy::Citation& citation);
std::string conditions(const policy::Caution& caution);
std::string conditions(const policy::LeadRule& rule);
std::string describe(const policy::Rung& rung, bool timed);
std::string ladder(const std::vector<policy::Rung>& rungs, bool timed);
std::string rules(const std::vector<policy::UrgencyRule>& urgency);

}  // namespace holdfast::report
