// What matters to the person, in their own words, and who took part.
#pragma once

#include "assessment/form_section.h"

class QLineEdit;

namespace holdfast::ui {

class GrowingText;

class MattersSection final : public FormSection {
    Q_OBJECT

public:
    explicit MattersSection(const Theme& theme, QWidget* parent = nullptr);

    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;

private:
    GrowingText* m_words;
    QLineEdit* m_present;
};

}  // namespace holdfast::ui
