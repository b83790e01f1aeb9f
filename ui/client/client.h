// An open store on the screen: the window, its pages, and how they lead to one another.
#pragma once

#include "app/drafts.h"
#include "app/open_marks.h"
#include "app/session.h"
#include "app/workspace.h"
#include "async/background.h"
#include "async/desk.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;

namespace holdfast::ui {

class AssessmentPage;
class AuditPage;
class BackupRunner;
class BackupsPage;
class CaseActions;
class DirectoryPage;
class FindBox;
class KindWordsWatch;
class LetterPage;
class MainWindow;
class MdtPage;
class PeoplePage;
class PersonPage;
class PolicyPage;
class ReferralsPage;
class ReportsPage;
class RetentionPage;
class SettingsPage;
class SettingsStore;
class TeamPage;
class Theme;
class TodayPage;

class Client final : public QObject {
    Q_OBJECT

public:
    Client(Theme& theme, SettingsStore& settings, const Clock& clock, IdSource& ids,
           std::unique_ptr<app::Workspace> workspace, app::Session session, const QString& location);
    ~Client() override;

    MainWindow& window() { return *m_window; }
    Desk& desk() { return m_desk; }
    CaseActions& actions() { return *m_actions; }
    FindBox& find() { return *m_find; }
    void useSession(const app::Session& session);
    const QString& location() const { return m_location; }
    /// For the time nobody is at the screen: the connection and its key go. `then` hears when.
    void closeStore(std::function<void()> then);
    /// The same worker is back, with the store opened anew.
    void goOn(std::unique_ptr<app::Workspace> opened, const app::Session& session);
    void openPerson(const PersonId& person);
    void openAssessment(const PersonId& person);
    /// A backup was put in the place of the store; `kept` is where what was there is kept, empty when there was nothing.
    void sayRestored(const QString& kept);

signals:
    void lockRequested();
    void restoreRequested(const holdfast::app::RestoreRequest& request);

private:
    void addPages();
    void connectPages();
    void connectLetters();
    void connectReports();
    void connectDrafts();
    void connectFind();
    void connectBackups();
    void showBackupNotice();
    void warnOfPlace();
    void warnOfClock();
    void finishClearing();
    void markOpen();
    bool sayOthers(const QString& advice, bool failed);
    void askToRestore(const app::RestoreRequest& request);
    QList<QAction*> commandsNow() const;
    void openLocalDrafts();
    void openDraft(const app::CutOff& what);
    void addCommands();
    void showWorker();
    void nameWorker();
    void followRole();
    void showStore(const QString& location);
    void showPolicy();
    void sweep();
    void saved();
    void refresh();
    void countElsewhere();
    void connectReviews();
    void tellReviews();
    template <class AnyPage>
    void connectMessages(AnyPage& page);

    Theme& m_theme;
    SettingsStore& m_settings;
    QString m_location;
    std::unique_ptr<app::Workspace> m_workspace;
    std::string m_markName;
    std::unique_ptr<app::OpenMark> m_mark;  ///< while the store is open
    Background m_background;
    Desk m_desk;
    std::unique_ptr<BackupRunner> m_backups;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<CaseActions> m_actions;
    KindWordsWatch* m_kindWords;
    QTimer m_sweep;
    FindBox* m_find = nullptr;
    QAction* m_unread = nullptr;
    QAction* m_openAudit = nullptr;
    QAction* m_openBackups = nullptr;
    QAction* m_openRetention = nullptr;
    QAction* m_newPerson = nullptr;
    QAction* m_newAssessment = nullptr;

    TodayPage* m_today = nullptr;
    PeoplePage* m_people = nullptr;
    PersonPage* m_person = nullptr;
    AssessmentPage* m_assessment = nullptr;
    LetterPage* m_letter = nullptr;
    ReferralsPage* m_referrals = nullptr;
    MdtPage* m_mdt = nullptr;
    ReportsPage* m_reports = nullptr;
    DirectoryPage* m_directory = nullptr;
    TeamPage* m_team = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    PolicyPage* m_policy = nullptr;
    AuditPage* m_audit = nullptr;
    BackupsPage* m_backupsPage = nullptr;
    RetentionPage* m_retention = nullptr;
};

}  // namespace holdfast::ui
