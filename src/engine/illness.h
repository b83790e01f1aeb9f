// What the policy calls severe mental illness, and how old somebody is: the two facts that decide what may be cited.
#pragma once

#include "domain/event.h"
#include "domain/person.h"
#include "domain/policy.h"

#include <optional>

namespace holdfast::engine {

bool isSevereMentalIllness(const Policy& policy, const NeedFinding& mentalHealth);

/// Whole years at that instant; nothing when the birth date is not recorded.
std::optional<std::int16_t> ageAt(const PersonFacts& person, Instant at);

/// `word` occurs in `text`, whatever the case of ASCII letters; `word` is lower case.
bool mentions(std::string_view text, std::string_view word);

}  // namespace holdfast::engine
