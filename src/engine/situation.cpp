#include "engine/situation.h"

#include <algorithm>

namespace holdfast::engine {

Situation situationOf(const policy::Reason& reason, const Service& service, Need need, std::optional<std::int16_t> age,
                      bool severeMentalIllness)
{
    if (age && *age < 14)
        return Situation::underFourteen;
    if (reason.situation)
        return *reason.situation;
    if (service.kind == ServiceKind::crisis || service.kind == ServiceKind::liaison)
        return Situation::crisis;
    if (severeMentalIllness)
        return need == Need::mentalHealth ? Situation::smiRefusedByMentalHealth : Situation::smiRefusedBySubstanceUse;
    return need == Need::mentalHealth ? Situation::commonProblem : Situation::general;
}

namespace {

bool inScope(const policy::Citation& citation, Need refusedNeed, std::optional<std::int16_t> age,
             bool severeMentalIllness)
{
    if (citation.minAge && (!age || *age < *citation.minAge))
        return false;
    if (citation.maxAge && (!age || *age >= *citation.maxAge))
        return false;
    if (citation.severeMentalIllnessOnly && !severeMentalIllness)
        return false;
    if (citation.side == Side::mentalHealth)
        return refusedNeed == Need::mentalHealth;
    if (citation.side == Side::substanceUse)
        return refusedNeed == Need::substanceUse;
    return true;
}

}  // namespace

std::vector<const policy::Citation*> citationsFor(const Policy& policy, Situation situation, Need refusedNeed,
                                                  std::optional<std::int16_t> age, bool severeMentalIllness)
{
    std::vector<const policy::Citation*> fitting;
    const auto guide = std::ranges::find(policy.situations, situation, &policy::SituationGuide::situation);
    if (guide == policy.situations.end())
        return fitting;
    for (const std::string& key : guide->cite) {
        const policy::Citation* citation = policy.citation(key);
        if (citation && inScope(*citation, refusedNeed, age, severeMentalIllness))
            fitting.push_back(citation);
    }
    return fitting;
}

std::vector<const policy::Citation*> citationsForLetter(const Policy& policy, Situation situation, Need refusedNeed,
                                                        std::optional<std::int16_t> age, bool severeMentalIllness)
{
    auto fitting = citationsFor(policy, situation, refusedNeed, age, severeMentalIllness);
    std::erase_if(fitting, [](const policy::Citation* citation) { return !citation->printable(); });
    return fitting;
}

}  // namespace holdfast::engine
