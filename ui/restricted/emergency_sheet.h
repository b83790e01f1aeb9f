// A restricted record is opened in an emergency: whose, exactly, and why.
#pragma once

#include "app/restrictions.h"
#include "widgets/dialog_sheet.h"

class QLineEdit;

namespace holdfast::ui {

class Banner;
class Button;
class DayEdit;
class Desk;
class FieldBox;
class GrowingText;

class EmergencySheet final : public DialogSheet {
    Q_OBJECT

public:
    EmergencySheet(const Theme& theme, Desk& desk, QWidget& window);

signals:
    void opened(const holdfast::PersonId& person);

private:
    void act();
    void explain(const Error& error);

    Desk& m_desk;
    Banner* m_problem;
    QLineEdit* m_number;
    QLineEdit* m_name;
    DayEdit* m_born;
    GrowingText* m_reason;
    FieldBox* m_reasonField;
    FieldBox* m_numberField;
    Button* m_open;
};

}  // namespace holdfast::ui
