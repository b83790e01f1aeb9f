// Before there is an open store, and while one is locked: first run, unlock, the recovery key, one's own passphrase, and
// where a store has no accounts who is working. It ends with an open store and a session.
#pragma once

#include "app/session.h"
#include "app/store_setup.h"
#include "async/background.h"

#include <QWidget>

#include <functional>
#include <memory>

class QStackedWidget;

namespace holdfast::ui {

class ChoosePage;
class EmptyState;
class RecoveryPage;
class SetUpPage;
class SettingsStore;
class SignInPage;
class Theme;
class UnlockPage;
struct SetUpInput;

class StartWindow final : public QWidget {
    Q_OBJECT

public:
    using Opened = std::function<void(std::unique_ptr<app::Workspace>, app::Session)>;

    StartWindow(Theme& theme, SettingsStore& settings, Background& background, const Clock& clock, Random& random,
                Opened opened, QWidget* parent = nullptr);
    ~StartWindow() override;

    /// Looks at what lies there and shows what fits: first run, unlock, or opens it at once. The window shows itself only
    /// when there is something to ask.
    void begin(const QString& location, app::SignIn typed = {});
    /// The same for a store that was open: it says whose it is and opens only when it is told to.
    void beginLocked(const QString& location, const Worker& worker);
    /// While something is done to a store that nobody has open.
    void showWaiting(const QString& title, const QString& detail);
    /// Why the store is still locked, on the page that opens it.
    void explainLocked(const QString& problem);
    QString location() const { return m_location; }

signals:
    void problemShown(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addTextSizeKeys();
    void arrange();
    void showSetUp(const QString& problem = {});
    void openStore(const QString& location, const app::SignIn& typed);
    void askForPassphrase();
    void choosePassphrase(const std::string& passphrase);
    void leaveStart();
    void explainWrong();
    void forgetTyped();
    void showPage(int page);
    void create(const SetUpInput& input);
    void confirm(const QString& typedBack);
    void practise();
    void take(Result<app::OpenedStore>& opened);
    void chooseWorker();
    void signIn(const WorkerId& worker);
    void explain(const Error& error);

    Theme& m_theme;
    SettingsStore& m_settings;
    Background& m_background;
    const Clock& m_clock;
    Random& m_random;
    Opened m_opened;
    QString m_location;
    std::optional<WorkerId> m_lockedAs;
    bool m_somebodyElse = false;
    std::unique_ptr<app::NewStore> m_new;
    app::OpenedStore m_store;
    std::string m_user;    ///< typed last
    std::string m_secret;  ///< until they have chosen their own

    QWidget* m_art;
    QStackedWidget* m_pages;
    SetUpPage* m_setUp;
    UnlockPage* m_unlock;
    RecoveryPage* m_recovery;
    ChoosePage* m_choose;
    SignInPage* m_signIn;
    EmptyState* m_wait;
};

}  // namespace holdfast::ui
