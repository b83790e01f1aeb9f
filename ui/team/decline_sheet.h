// A second look at one decline: the words, the code it was written down under, what the engine proposes, and the choice
// to confirm it or to put it into another class with the reason. Both readings are kept.
#pragma once

#include "app/cases.h"
#include "app/team.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;
class GrowingText;

class DeclineSheet final : public DialogSheet {
    Q_OBJECT

public:
    DeclineSheet(Desk& desk, const Theme& theme, app::DeclineLook look, Instant now, QWidget& window);

signals:
    void looked(const holdfast::PersonId& person, const holdfast::app::RecordOutcome& outcome, bool reclassified);
    void personRequested(const holdfast::PersonId& person);

private:
    void showWhatWasSaid(Instant now);
    void showProposals();
    void buildAnswer();
    BounceClass chosen() const;
    void refreshAnswer();
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    app::DeclineLook m_look;
    CommandId m_command;
    Choice* m_class = nullptr;
    GrowingText* m_reason = nullptr;
    FieldBox* m_reasonField = nullptr;
    Banner* m_problem;
    Button* m_primary;
};

}  // namespace holdfast::ui
