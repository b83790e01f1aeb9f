// Before there is an open store: first run, unlock, the recovery key, and who is working. It ends with an open store
// and a session.
#pragma once

#include "app/session.h"
#include "app/store_setup.h"
#include "async/background.h"

#include <QWidget>

#include <functional>
#include <memory>

class QStackedWidget;

namespace holdfast::ui {

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
    void begin(const QString& location, const std::string& secret = {});
    QString location() const { return m_location; }

signals:
    void problemShown(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addTextSizeKeys();
    void arrange();
    void showSetUp(const QString& problem = {});
    void openStore(const QString& location, const std::string& secret);
    void showPage(int page);
    void create(const SetUpInput& input);
    void confirm(const QString& typedBack);
    void practise();
    void take(Result<std::unique_ptr<app::Workspace>>& workspace);
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
    int m_failures = 0;
    std::unique_ptr<app::NewStore> m_new;
    std::unique_ptr<app::Workspace> m_workspace;

    QWidget* m_art;
    QStackedWidget* m_pages;
    SetUpPage* m_setUp;
    UnlockPage* m_unlock;
    RecoveryPage* m_recovery;
    SignInPage* m_signIn;
    QWidget* m_wait;
};

}  // namespace holdfast::ui
