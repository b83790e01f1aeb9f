// Who may see a record: read by everybody who may, decided by supervisors.
#pragma once

#include "app/restrictions.h"
#include "widgets/dialog_sheet.h"

#include <vector>

class QCheckBox;

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class FieldBox;
class GrowingText;
class RunLabel;

class RestrictSheet final : public DialogSheet {
    Q_OBJECT

public:
    RestrictSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window);

signals:
    void decided(const QString& said);

private:
    void show(const Result<app::RestrictionState>& state);
    void addNames(const app::RestrictionState& state);
    void addHistory(const app::RestrictionState& state);
    void decide(bool restricted);
    void explain(const Error& error);

    Desk& m_desk;
    PersonId m_person;
    QVBoxLayout* m_column;
    Banner* m_problem;
    RunLabel* m_intro;
    std::vector<std::pair<WorkerId, QCheckBox*>> m_names;
    GrowingText* m_reason = nullptr;
    FieldBox* m_reasonField = nullptr;
    Button* m_lift = nullptr;
    Button* m_save = nullptr;
    CommandId m_command;  ///< the same until it is done: pressing again does nothing twice
};

}  // namespace holdfast::ui
