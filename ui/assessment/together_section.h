// What joins the two needs in this person's life. None of it decides a route; all of it shapes the plan.
#pragma once

#include "assessment/form_section.h"

class QCheckBox;

namespace holdfast::ui {

class Choice;
class GrowingText;

class TogetherSection final : public FormSection {
    Q_OBJECT

public:
    explicit TogetherSection(const Theme& theme, QWidget* parent = nullptr);

    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;

private:
    struct PromptField {
        QCheckBox* asked = nullptr;
        GrowingText* answer = nullptr;
    };

    PromptField prompt(QLayout& into, const QString& label, const QString& placeholder, const QString& hint);
    GrowingText* words(QLayout& into, const QString& label, const QString& placeholder, const QString& name);

    GrowingText* m_whatUseDoes;
    Choice* m_cameFirst;
    GrowingText* m_lifeEvents;
    PromptField m_trauma;
    PromptField m_domesticAbuse;
    QCheckBox* m_askedBoth;
};

}  // namespace holdfast::ui
