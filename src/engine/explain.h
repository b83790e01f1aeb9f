// From codes to text: the facts a rule read, and the sentence the policy has for it.
#pragma once

#include "engine/actions.h"
#include "engine/evaluate.h"
#include "engine/facts.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::engine {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// `text` with every {name} replaced; a name that is not known stays as it is, so that a mistake is seen.
std::string fill(std::string_view text, const NamedTexts& values);

/// How a person reads a fact: a service by its name, an instant as London time, a reason by its label.
std::string wordsFor(const Context& context, const FactValue& value);

/// "Thu 5 Mar 2026, 17:00"
std::string londonWords(Instant instant);

Why whyOf(const Context& context, const Fired& fired, Explain explain);
Why whyOf(const Context& context, const Action& action, Explain explain);

}  // namespace holdfast::engine
