// Letting a record go: one person proposes it and says why, another looks at what goes and confirms it by name.
#pragma once

#include "app/disposals.h"
#include "widgets/dialog_sheet.h"

class QLineEdit;

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class FieldBox;
class GrowingText;
class RunLabel;

class DisposalSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// To propose it.
    DisposalSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window);
    /// To confirm it, or to withdraw it.
    DisposalSheet(const Theme& theme, Desk& desk, const DisposalId& disposal, QWidget& window);

signals:
    void decided(const QString& said);

private:
    DisposalSheet(const Theme& theme, Desk& desk, const QString& title, QWidget& window);
    void show(const Result<app::DisposalCase>& found);
    void addWhatGoes(const app::DisposalCase& found);
    void addProposing();
    void addConfirming(const app::DisposalCase& found);
    void propose();
    void confirm();
    void withdraw();
    void explain(const Error& error);
    template <class Answer, class Work, class Say>
    void decide(Work work, Say say);

    Desk& m_desk;
    PersonId m_person;
    DisposalId m_disposal;  ///< empty while it is only proposed
    QVBoxLayout* m_column;
    Banner* m_problem;
    RunLabel* m_what;
    GrowingText* m_reason = nullptr;
    FieldBox* m_reasonField = nullptr;
    QLineEdit* m_typed = nullptr;
    FieldBox* m_typedField = nullptr;
    QString m_expected;  ///< what is typed to confirm
    Button* m_withdraw;
    Button* m_done;
    CommandId m_command;  ///< the same until it is done: pressing again does nothing twice
};

}  // namespace holdfast::ui
