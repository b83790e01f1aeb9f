// Which guidance fits this person (domain.md 2.3): by age, by severe mental illness, by which side said it, and by what
// happened. A citation outside its scope is never offered.
#pragma once

#include "domain/policy.h"
#include "domain/service.h"
#include "engine/context.h"
#include "engine/snapshot.h"

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

/// The refusal that guidance is quoted against, and what is known of the person at that moment.
struct Cited {
    ReasonCode reason;
    ServiceId service;
    Need need = Need::mentalHealth;
    Situation situation = Situation::general;
    std::optional<std::int16_t> age;
    bool severeMentalIllness = false;
};

/// Under the policy of `context`, which is that of the refusal's day.
Why whyCited(const Context& context, const policy::Citation& citation, const Cited& to);

}  // namespace holdfast::engine
