// What is asked before accounts change: always the passphrase of whoever does it, once more.
#pragma once

#include "app/accounts.h"
#include "domain/worker.h"
#include "widgets/dialog_sheet.h"

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Choice;
class Desk;
class FieldBox;
class NewPassphrase;
class PassphraseEdit;

class AccountSheet : public DialogSheet {
    Q_OBJECT

public:
    enum class Does : std::uint8_t { add, reset, remove, changeKey, changeOwn };

    /// `user` is whose account it is about; for a new one `without` are the workers who have none.
    AccountSheet(Desk& desk, const Theme& theme, Does does, const QString& user, const std::vector<Worker>& without,
                 QWidget& window);

signals:
    void finishedWith(const QString& said);

private:
    void addFields(QVBoxLayout& column, const std::vector<Worker>& without);
    void suggestUser();
    void act();
    template <class Work, class Said>
    void ask(Work work, Said said);
    void explain(const Error& error);

    Desk& m_desk;
    Does m_does;
    QString m_user;
    std::vector<Worker> m_without;
    Banner* m_problem;
    Choice* m_worker = nullptr;
    QLineEdit* m_name = nullptr;
    FieldBox* m_nameField = nullptr;
    NewPassphrase* m_fresh = nullptr;
    PassphraseEdit* m_own;
    FieldBox* m_ownField;
    Button* m_act;
};

}  // namespace holdfast::ui
