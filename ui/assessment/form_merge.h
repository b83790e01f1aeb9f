// Two workers fill one draft. When both saved, their answers are joined field by field; only a field that both changed
// needs a person to choose.
#pragma once

#include "record/assessment_form.h"

#include <string>
#include <vector>

namespace holdfast::ui {

struct MergedForm {
    record::AssessmentForm form;           ///< where both changed a field, mine stands
    std::vector<std::string> bothChanged;  ///< field names, as missingAnswers() spells them
};

/// `base` is what both started from.
MergedForm merge(const record::AssessmentForm& base, const record::AssessmentForm& mine,
                 const record::AssessmentForm& theirs);

}  // namespace holdfast::ui
