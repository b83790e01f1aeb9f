// Risk, looked at together: each fact counts for both services and is yes, no or not asked; never a score.
#pragma once

#include "assessment/form_section.h"
#include "domain/policy.h"

#include <vector>

class QLineEdit;

namespace holdfast::ui {

class Choice;
class DayEdit;
class Tag;

class SafetySection final : public FormSection {
    Q_OBJECT

public:
    /// `today` is where the calendar of the review date opens.
    SafetySection(const Theme& theme, Date today, QWidget* parent = nullptr);

    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;

    /// A form's safety item was answered above 0: thoughts of suicide are to be asked about now.
    void setSuicidalThoughtsDue(bool due);
    /// Says again that the question is open, after the errors of the form were marked anew.
    void remindOfThoughts();
    /// "2 answers needed" beside the heading; 0 shows nothing.
    void setNeeded(int answers);
    /// What to do about the day of the safety plan's review; nothing when it is fine.
    QString dateProblem() const;

signals:
    /// For a screen reader and the page: the question about thoughts of suicide has opened.
    void suicidalThoughtsOpened();

private:
    struct FactField {
        SafetyFact fact;
        Choice* choice = nullptr;
        QLineEdit* note = nullptr;
        FieldBox* box = nullptr;
        QString hint;
    };

    FactField factField(QLayout& into, SafetyFact fact, const QString& label, const QString& icon, const QString& hint);
    void refreshDue();

    std::vector<FactField> m_facts;
    QLineEdit* m_others;
    Date m_today;  ///< of the day the form was opened
    DayEdit* m_planReviewed;
    FieldBox* m_planField;
    Tag* m_needed;
    bool m_due = false;
};

}  // namespace holdfast::ui
