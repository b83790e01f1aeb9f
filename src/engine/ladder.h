// The challenges of a case, each with all its rungs: who owns which, by when, which one is open, and what is behind.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/person.h"
#include "engine/context.h"
#include "engine/snapshot.h"

#include <span>
#include <string>
#include <vector>

namespace holdfast::engine {

struct LadderRung {
    std::string what;  ///< stable action code
    Owner owner;
    Instant due;
    int level = 0;
    int workingDays = 0;    ///< from the refusal, as the policy has it
    bool handedOn = false;  ///< `owner` does it in the place of another
    std::string sentence;   ///< what is done on it
    friend bool operator==(const LadderRung&, const LadderRung&) = default;
};

struct Ladder {
    Need need = Need::mentalHealth;
    ServiceId service;              ///< that refused
    Instant since;                  ///< of the refusal
    std::optional<Instant> sentAt;  ///< when it was first challenged in writing
    bool open = true;
    std::size_t current = 0;  ///< of `rungs`
    std::vector<LadderRung> rungs;
    std::string policy;  ///< "england 2026.1": whose rungs they are
    friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// Oldest first; also those that have ended. Errors as evaluate() has them.
Result<std::vector<Ladder>> laddersOf(const Context& context, const PersonFacts& person, std::span<const Event> events,
                                      Instant now);

}  // namespace holdfast::engine
