// Which guidance fits this person (domain.md 2.3): by age, by severe mental illness, by which side said it, and by what
// happened. A citation outside its scope is never offered.
#pragma once

#include "domain/policy.h"
#include "domain/service.h"

#include <optional>
#include <vector>

namespace holdfast::engine {

Situation situationOf(const policy::Reason& reason, const Service& service, Need need, std::optional<std::int16_t> age,
                      bool severeMentalIllness);

/// In the order in which the policy wants them cited. An unknown age fits no citation that has an age limit.
std::vector<const policy::Citation*> citationsFor(const Policy& policy, Situation situation, Need refusedNeed,
                                                  std::optional<std::int16_t> age, bool severeMentalIllness);

/// The same without those that nobody has signed off by name yet: what a letter may carry.
std::vector<const policy::Citation*> citationsForLetter(const Policy& policy, Situation situation, Need refusedNeed,
                                                        std::optional<std::int16_t> age, bool severeMentalIllness);

}  // namespace holdfast::engine
