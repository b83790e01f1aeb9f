// What gets in the way: a toggle for each barrier, with the plan around it beside it.
#pragma once

#include "assessment/form_section.h"

#include <vector>

class QLineEdit;

namespace holdfast::ui {

class ToggleChip;

class BarriersSection final : public FormSection {
    Q_OBJECT

public:
    explicit BarriersSection(const Theme& theme, QWidget* parent = nullptr);

    void fill(const record::AssessmentForm& form) override;
    void collect(record::AssessmentForm& form) const override;
    QWidget* firstStop() const override;

private:
    struct Row {
        std::string code;
        ToggleChip* chip = nullptr;
        FieldBox* planField = nullptr;
        QLineEdit* plan = nullptr;
    };

    void refresh(Row& row);
    void refreshCount();

    std::vector<Row> m_rows;
    QLabel* m_count;
};

}  // namespace holdfast::ui
