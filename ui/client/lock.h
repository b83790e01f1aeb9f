// Locking the screen: by Ctrl+L, when nobody has typed for a while, and when the desktop locks. What is typed is saved
// first; then every window goes, whatever dialog is open in it, and the store is closed with its key. Whoever comes back
// finds all of it as it was; somebody else begins anew.
#pragma once

#include "app/backups.h"
#include "app/session.h"
#include "app/workspace.h"
#include "async/background.h"
#include "desktop/desktop_watch.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

namespace holdfast::ui {

class Client;
class SettingsStore;
class StartWindow;
class Theme;

class Lock final : public QObject {
    Q_OBJECT

public:
    using SomebodyElse =
        std::function<void(std::unique_ptr<app::Workspace> opened, app::Session session, const QString& location)>;

    Lock(Client& client, Theme& theme, SettingsStore& settings, const Clock& clock, Random& random,
         SomebodyElse somebodyElse);
    ~Lock() override;

    void lock();
    /// Locks, puts the backup in the place of the closed store, and opens it again. Where that fails the store is as it was
    /// and the screen says why.
    void putBack(const app::RestoreRequest& request);
    bool isLocked() const { return m_screen != nullptr; }
    /// Once a second: warns, then locks when nobody has been here for long enough. After a suspension the time is long
    /// over.
    void look();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void locked();
    void storeClosed();
    void unlocked();
    /// A backup is in the place of the store; `kept` is where what was there is kept.
    void restored(const QString& kept);

private:
    void keepTyped();
    void hideAll();
    void closeWhenKept();
    void closeStore();
    void restore(const app::RestoreRequest& request);
    void take(std::unique_ptr<app::Workspace> opened, app::Session session);
    void showAll();

    Client& m_client;
    Theme& m_theme;
    SettingsStore& m_settings;
    const Clock& m_clock;
    Random& m_random;
    SomebodyElse m_somebodyElse;
    DesktopWatch m_desktop{this};
    Background m_opening;
    std::unique_ptr<StartWindow> m_screen;
    QList<QPointer<QWidget>> m_hidden;
    QPointer<QWidget> m_focus;
    QTimer m_tick;
    QTimer m_patience;  ///< a store that does not answer must not keep the screen's key in memory for ever
    Instant m_lastSeen;
    bool m_warned = false;
    bool m_closing = false;
    std::optional<app::RestoreRequest> m_restoring;
    bool m_isAnotherStore = false;  ///< what comes next is read anew
};

}  // namespace holdfast::ui
