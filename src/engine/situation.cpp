#include "engine/situation.h"

#include "engine/explain.h"

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

std::string ageScope(const policy::Citation& citation)
{
    if (citation.minAge && citation.maxAge)
        return "from " + std::to_string(*citation.minAge) + ", under " + std::to_string(*citation.maxAge);
    if (citation.minAge)
        return "from " + std::to_string(*citation.minAge);
    return citation.maxAge ? "under " + std::to_string(*citation.maxAge) : "any";
}

std::string vouchedFor(const policy::Citation& citation)
{
    if (!citation.signedOffBy.empty())
        return citation.signedOffBy;
    return citation.needsSignOff ? "nobody yet" : "not needed";
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

Why whyCited(const Context& context, const policy::Citation& citation, const Cited& to)
{
    const std::string_view situation = nameOf(to.situation);
    Why why;
    why.rule = RuleId{"citation." + std::string{situation}};
    why.policy = context.policy.id + ' ' + context.policy.version;
    why.facts = {{"citation", citation.key},
                 {"reason", to.reason.str()},
                 {"service", to.service.str()},
                 {"need", std::string{nameOf(to.need)}},
                 {"situation", std::string{situation}},
                 {"age", to.age ? std::to_string(*to.age) : "unknown"},
                 {"scope_age", ageScope(citation)},
                 {"severe_mental_illness", to.severeMentalIllness ? "yes" : "no"},
                 {"scope_condition", citation.severeMentalIllnessOnly ? "severe mental illness" : "any"},
                 {"scope_binds", std::string{nameOf(citation.side)}},
                 {"certainty", std::string{nameOf(citation.certainty)}},
                 {"signed_off_by", vouchedFor(citation)}};
    const NamedTexts words{{"citation", citation.key},
                           {"service", wordsFor(context, to.service)},
                           {"need", wordsFor(context, nameOf(to.need))},
                           {"situation", std::string{context.policy.sentence("situation." + std::string{situation})}}};
    why.sentence = fill(context.policy.sentence("citation.fits"), words);
    return why;
}

}  // namespace holdfast::engine
