// The input of `holdfast route --assessment FILE.json`.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/instrument.h"
#include "domain/person.h"

#include <string_view>

namespace holdfast::exchange {

struct AssessmentInput {
    PersonFacts person;  ///< id "person" and nothing else known when the file has no person
    Event assessment;    ///< an assessment_signed event
};

/// Either an assessment_signed event, or {"person": {...}, "assessment": {...}}. Its service need not be in any
/// directory.
Result<AssessmentInput> readAssessment(std::string_view text, const InstrumentSet& instruments);

}  // namespace holdfast::exchange
