// Putting a backup back, step by step: it is opened and read first, then what would be set aside is said, then it is done.
#pragma once

#include "app/backups.h"
#include "async/background.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QProgressBar;

namespace holdfast::ui {

class Banner;
class Button;
class Choice;
class Desk;
class FieldBox;
class PassphraseEdit;
class RunLabel;

class RestoreSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `user` is the sign-in name of whoever asks; empty where a store has no accounts.
    RestoreSheet(Desk& desk, const Theme& theme, const app::BackupFile& backup, const std::string& user,
                 QWidget& window);
    ~RestoreSheet() override;

signals:
    /// The backup is whole, and what is set aside was said and agreed to.
    void agreed(const holdfast::app::RestoreRequest& request);

private:
    void addSecrets(QVBoxLayout& column);
    void addOtherSecret(QVBoxLayout& column);
    void act();
    void check();
    void showChecked(const app::Backups::Since& since);
    void explain(const Error& error);
    bool isFilledIn();

    Desk& m_desk;
    app::BackupFile m_backup;
    std::string m_user;
    Background m_reading;
    std::optional<app::RestoreRequest> m_checked;
    Banner* m_problem;
    QWidget* m_ask;
    PassphraseEdit* m_own = nullptr;
    FieldBox* m_ownField = nullptr;
    QCheckBox* m_other = nullptr;
    QWidget* m_then = nullptr;
    Choice* m_thenUser = nullptr;
    PassphraseEdit* m_thenSecret = nullptr;
    FieldBox* m_thenField = nullptr;
    QProgressBar* m_progress;
    QWidget* m_found;
    RunLabel* m_whole;
    RunLabel* m_lost;
    QCheckBox* m_agree;
    Button* m_act;
};

}  // namespace holdfast::ui
