// One need of the joint assessment: its scored forms, what was found, and what it is called. The two columns are the
// same width and the same shape, and neither can be hidden.
#pragma once

#include "assessment/form_section.h"
#include "domain/instrument.h"
#include "domain/need.h"

#include <vector>

namespace holdfast::ui {

class Choice;
class InstrumentPanel;
class SubstanceList;
class WordList;

class NeedColumn final : public FormSection {
    Q_OBJECT

public:
    NeedColumn(const Theme& theme, Need need, const InstrumentSet& instruments, QWidget* parent = nullptr);

    void setSex(Sex sex);
    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;
    /// A safety item above 0 in any form of this need.
    bool safetyItemAnswered() const;
    const std::vector<InstrumentPanel*>& panels() const { return m_panels; }
    void markUnfinished(bool mark);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFinding(QLayout& column);

    Need m_need;
    QWidget* m_head;
    std::vector<InstrumentPanel*> m_panels;
    Choice* m_status = nullptr;
    Choice* m_severity = nullptr;
    FieldBox* m_severityField = nullptr;
    WordList* m_conditions = nullptr;
    SubstanceList* m_substances = nullptr;
};

}  // namespace holdfast::ui
