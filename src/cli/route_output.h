// What an assessment calls for, as JSON or as text.
#pragma once

#include "engine/assess.h"

#include <string>

namespace holdfast::cli {

/// One object with the keys at, policy, urgency, urgency_of, agree_new_time, lead, severe_mental_illness, scores,
/// candidates, draft, clocks, interim_support, cautions, ask, why; always all of them.
std::string routeJson(const engine::AssessmentDecision& decision, Instant at);

std::string routeText(const engine::AssessmentDecision& decision, Instant at);

}  // namespace holdfast::cli
