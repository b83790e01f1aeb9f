// Asks for the first and last day of a report.
#pragma once

#include "reports/period.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class DayEdit;
class FieldBox;

class DaysSheet final : public DialogSheet {
    Q_OBJECT

public:
    DaysSheet(const Theme& theme, const Period& period, Date today, QWidget& window);

signals:
    void chosen(const holdfast::ui::Period& period);

private:
    void choose();

    DayEdit* m_from;
    DayEdit* m_to;
    FieldBox* m_fromField;
    FieldBox* m_toField;
};

}  // namespace holdfast::ui
