// Asks who somebody is and for their passphrase, or for the recovery key of a store. Shows no person and no count.
#pragma once

#include "app/sign_in.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace holdfast::ui {

class Banner;
class Button;
class FieldBox;
class IconLabel;
class PassphraseEdit;
class Theme;

class UnlockPage final : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(const Theme& theme, QWidget* parent = nullptr);

    void setStore(const QString& location);
    /// With one account there is no name to ask for; `user` was here last.
    void setUsers(const std::vector<std::string>& users, const QString& user);
    /// Instead of a welcome: the screen is locked, and whose it is. Without accounts one press goes on.
    void setLocked(const QString& worker, bool hasAccounts);
    void explain(const QString& problem);
    void setBusy(bool busy);
    /// After too many tries nothing can be typed for that long.
    void waitFor(int seconds);

signals:
    void unlockRequested(const holdfast::app::SignIn& typed);
    void otherRequested();
    void somebodyElseRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void unlock();
    void useRecoveryKey(bool use);

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_what;
    QLabel* m_name;
    QLabel* m_folder;
    QLineEdit* m_user;
    FieldBox* m_userField;
    PassphraseEdit* m_secret;
    FieldBox* m_field;
    QWidget* m_capsLock;
    Button* m_unlock;
    Button* m_switch;
    Button* m_other;
    Button* m_somebodyElse;
    std::string m_onlyUser;
    bool m_recovery = false;
    bool m_hasAccounts = true;
};

}  // namespace holdfast::ui
