// Words of the joint assessment: its questions, choices, barriers, and what is still missing.
#pragma once

#include "domain/policy.h"
#include "record/assessment_form.h"

#include <QString>

#include <string_view>
#include <vector>

namespace holdfast::ui {

QString words(record::CameFirst value);
QString words(record::Readiness value);
QString words(record::Disclosure value);
QString words(record::Wish value);
QString words(Urgency urgency);

/// A safety fact as the form asks for it.
struct SafetyWords {
    SafetyFact fact;
    QString label;  ///< "Thoughts of suicide"
    QString icon;
    QString hint;  ///< in the field for what was said
};
std::vector<SafetyWords> safetyWords();

std::optional<bool>& factOf(SafetyFacts& facts, SafetyFact fact);
const std::optional<bool>& factOf(const SafetyFacts& facts, SafetyFact fact);

struct BarrierWords {
    std::string code;
    QString label;  ///< "Working hours"
    QString icon;
    QString hint;  ///< "06:00 to 14:00, offer evenings"
};
/// In the order of the form.
std::vector<BarrierWords> barrierWords();

/// The optional equality questions: stable key and words.
struct EqualityWords {
    std::string key;
    QString label;
};
std::vector<EqualityWords> equalityWords();

/// What to do about a missing answer, by the name record::missingAnswers() gives it.
QString missingWords(std::string_view field);

/// Suggestions while typing; anything may be typed.
QStringList conditionSuggestions();
QStringList substanceSuggestions();

/// "Age", "Working hours": the criterion of a fit reason.
QString criterionWords(std::string_view criterion);

}  // namespace holdfast::ui
