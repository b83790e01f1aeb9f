// Hands people on from one worker to another of the same service: whom, to whom, and what they must know.
#pragma once

#include "app/team.h"
#include "widgets/dialog_sheet.h"

class QTableWidget;

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;
class GrowingText;
class RunLabel;

class HandOnSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `others` are those who may take over, with what they carry.
    HandOnSheet(Desk& desk, const Theme& theme, const app::TeamMember& from, const std::vector<app::TeamMember>& others,
                std::vector<app::HeldPerson> people, Instant now, QWidget& window);

signals:
    void handedOn(const holdfast::app::Reassigned& done, const QString& to);

private:
    void buildPeople(Instant now);
    void tickAll(bool ticked);
    void refreshCount();
    std::vector<PersonId> chosen() const;
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    WorkerId m_from;
    std::vector<app::HeldPerson> m_people;
    CommandId m_command;
    QTableWidget* m_table;
    Choice* m_to;
    GrowingText* m_note;
    FieldBox* m_toField;
    FieldBox* m_noteField;
    RunLabel* m_count;
    Banner* m_problem;
    Button* m_primary;
};

}  // namespace holdfast::ui
