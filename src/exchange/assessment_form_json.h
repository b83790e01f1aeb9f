// The joint assessment form as JSON: how drafts and signed forms are kept. What is empty or not asked is left out.
#pragma once

#include "base/result.h"
#include "record/assessment_form.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

std::string writeAssessmentForm(const record::AssessmentForm& form);

/// Drafts may be half filled in: answers are kept as typed and checked when the form is signed.
Result<record::AssessmentForm> readAssessmentForm(std::string_view text);

}  // namespace holdfast::exchange
