// What would help: culture, being judged, how and with whom to talk, who comes along, readiness, and equality questions
// that nobody has to answer.
#pragma once

#include "assessment/form_section.h"

#include <vector>

class QLineEdit;

namespace holdfast::ui {

class Button;
class Choice;
class GrowingText;

class WishesSection final : public FormSection {
    Q_OBJECT

public:
    explicit WishesSection(const Theme& theme, QWidget* parent = nullptr);

    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;

private:
    GrowingText* addWords(QLayout& into, const QString& label, const QString& placeholder);
    Choice* addChoice(QLayout& into, const QString& label);
    void buildEquality(QLayout& column);
    void openEquality(bool open);

    GrowingText* m_culture = nullptr;
    GrowingText* m_stigma = nullptr;
    Choice* m_disclosure = nullptr;
    Choice* m_livedExperience = nullptr;
    QLineEdit* m_companion = nullptr;
    Choice* m_readiness = nullptr;
    Button* m_equalityToggle = nullptr;
    QWidget* m_equality = nullptr;
    std::vector<std::pair<std::string, QLineEdit*>> m_equalityFields;
};

}  // namespace holdfast::ui
