// Cautions, interim support and questions: what the policy has to say about the facts of an assessment.
#pragma once

#include "engine/assess.h"

namespace holdfast::engine {

/// The facts of an assessment that advice is chosen by.
struct AssessmentFacts {
    const PersonFacts& person;
    const event::AssessmentSigned& found;
    const SafetyFacts& safety;
    bool suicidalThoughts = false;  ///< recorded, or scored and not asked about yet
    const std::vector<Score>& scores;
};

std::vector<Advice> adviceFor(const std::vector<policy::Caution>& list, const AssessmentFacts& facts);

/// Facts nobody recorded that matter; each becomes something to ask.
std::vector<Advice> questionsFor(const Policy& policy, const AssessmentFacts& facts);

}  // namespace holdfast::engine
