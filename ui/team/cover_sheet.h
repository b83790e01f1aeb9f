// Arranges who sees to the work of somebody who is away, or ends such a cover before its last day.
#pragma once

#include "app/team.h"
#include "widgets/dialog_sheet.h"

class QLineEdit;

namespace holdfast::ui {

class Banner;
class Choice;
class DayEdit;
class Desk;
class FieldBox;

class CoverSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `chosen` is the worker it was opened for; may be empty.
    CoverSheet(Desk& desk, const Theme& theme, const std::vector<app::TeamMember>& members, const WorkerId& chosen,
               Date today, QWidget& window);

signals:
    void arranged(const holdfast::Cover& cover);
    void ended(const holdfast::Cover& cover);

private:
    void buildFields(Date today);
    const app::TeamMember* away() const;
    void offerCovers();
    void save();
    void endCover();
    void explain(const Error& error);

    Desk& m_desk;
    std::vector<app::TeamMember> m_members;
    Date m_today;
    CommandId m_command;
    Choice* m_away = nullptr;
    Choice* m_by = nullptr;
    DayEdit* m_from = nullptr;
    DayEdit* m_to = nullptr;
    QLineEdit* m_note = nullptr;
    FieldBox* m_awayField = nullptr;
    FieldBox* m_byField = nullptr;
    FieldBox* m_fromField = nullptr;
    FieldBox* m_toField = nullptr;
    Banner* m_now;
    Banner* m_problem;
    Button* m_primary;
};

}  // namespace holdfast::ui
