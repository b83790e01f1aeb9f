// Every service of the directory held against one need of one person: match or not, each reason, and the parts of the
// score. Nothing is left off the list, so a worker sees why a service is not offered.
#pragma once

#include "engine/assess.h"

namespace holdfast::engine {

struct CandidateQuestion {
    Need need = Need::mentalHealth;
    std::optional<Severity> severity;
    bool usesSubstances = false;         ///< the other need is open, or this one is about substances
    std::vector<ServiceKind> leadKinds;  ///< kinds that should lead this need; empty when the other need leads
    Date on;
};

std::vector<Candidate> candidatesFor(const Context& context, const PersonFacts& person,
                                     const CandidateQuestion& question);

}  // namespace holdfast::engine
