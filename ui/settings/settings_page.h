// Who is working, the team, and how the program looks: light or dark, and how large the text is.
#pragma once

#include "domain/service.h"
#include "domain/worker.h"
#include "shell/page.h"

#include <QWidget>

#include <array>
#include <vector>

class QBoxLayout;
class QTableWidget;
class QVBoxLayout;

namespace holdfast {
struct Error;
namespace app {
struct Session;
}
}  // namespace holdfast

namespace holdfast::ui {

class AccountsCard;
class Banner;
class Button;
class Choice;
class Desk;
class LetterheadCard;
class RunLabel;
class SegmentedControl;
class SettingsStore;
class Theme;

class SettingsPage final : public QWidget, public Page {
    Q_OBJECT

public:
    SettingsPage(Desk& desk, Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString icon() const override { return QStringLiteral("settings"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QWidget* firstFocus() override;
    /// What whoever looks after the store has to know of its backups; empty when there is nothing.
    void setNotice(const QString& strong, const QString& rest);
    /// What waits for somebody to confirm; an administrator has no Today.
    void setWaiting(const QString& strong, const QString& rest);

signals:
    void lockRequested();
    void workerChanged(const holdfast::Worker& worker);
    void policyRequested();
    void auditRequested();
    void backupsRequested();
    void retentionRequested();
    void kindWordsChanged();  ///< the list, or whether it is used here
    void done(const QString& message);
    void failed(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Two cards side by side, or one under the other where there is no room.
    QBoxLayout* pair(QWidget* left, QWidget* right) const;
    void arrangePairs();
    QWidget* buildWho();
    void addChoiceOfWorker(QVBoxLayout& column);
    void addOwnAccount(QVBoxLayout& column);
    void addLock(QVBoxLayout& column);
    void changeOwnPassphrase();
    QWidget* buildReading();
    QWidget* buildStore();
    QWidget* buildWords();
    void openWordList();
    QWidget* buildTeam();
    void showWorkers();
    void showLook();
    void showPolicy();
    void edit(const Worker& worker);
    void signIn(const WorkerId& worker);
    void useSession(const app::Session& session);
    void refreshChoices();
    QString serviceName(const ServiceId& id) const;

    Desk& m_desk;
    Theme& m_theme;
    SettingsStore& m_settings;
    std::vector<Worker> m_workers;
    std::vector<Service> m_services;
    Choice* m_who = nullptr;  ///< only where a store has no accounts
    Button* m_ownPassphrase = nullptr;
    RunLabel* m_role = nullptr;
    RunLabel* m_policy = nullptr;
    Button* m_audit = nullptr;
    Button* m_backups = nullptr;
    Button* m_retention = nullptr;
    RunLabel* m_notice = nullptr;
    RunLabel* m_waiting = nullptr;
    SegmentedControl* m_appearance = nullptr;
    SegmentedControl* m_size = nullptr;
    QTableWidget* m_team = nullptr;
    std::array<QBoxLayout*, 2> m_pairs{};
    QWidget* m_teamCard = nullptr;
    LetterheadCard* m_letterhead = nullptr;
    AccountsCard* m_accounts = nullptr;
    Button* m_edit = nullptr;
    Button* m_add = nullptr;
};

}  // namespace holdfast::ui
