#include "client/run_client.h"

#include "base/log.h"
#include "client/client.h"
#include "client/clipboard_care.h"
#include "client/lock.h"
#include "client/ready_note.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "theme/mark.h"
#include "theme/style.h"
#include "theme/theme.h"
#include "unlock/start_window.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStyle>
#include <QTimer>

#include <optional>
#include <utility>

namespace holdfast::ui {
namespace {

/// Qt remembers the folders of file dialogs, and a folder can carry a person's name.
void forgetFileDialogs()
{
    QSettings remembered{QSettings::UserScope, QStringLiteral("QtProject")};
    remembered.remove(QStringLiteral("FileDialog"));
}

}  // namespace

int runClient(int argc, char** argv, const ClientOptions& options)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("holdfast"));
    QApplication::setApplicationDisplayName(QStringLiteral("Holdfast"));
    QApplication::setOrganizationName(QStringLiteral("holdfast"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    log::info("client.started");

    QSettings file{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("holdfast"), QStringLiteral("holdfast")};
    FileSettings settings{file};
    Theme theme;
    theme.setTextSize(settings.value(textSizeSetting, 100).toInt());
    theme.setAppearance(appearanceNamed(settings.value(appearanceSetting, {}).toString()));
    theme.applyTo(application);
    const FocusRing ring;
    application.setWindowIcon(markIcon(theme));

    const SystemClock clock;
    SystemRandom random;
    IdSource ids{clock, random};
    std::unique_ptr<Client> client;
    std::unique_ptr<Lock> lock;
    const ClipboardCare clipboard;
    Background opening;
    QString location = options.store.empty() ? settings.value(QStringLiteral("store/location"), QString{}).toString()
                                             : QString::fromStdString(options.store);

    std::function<void(std::unique_ptr<app::Workspace>, app::Session, const QString&)> open;
    // The one who locked the screen is not disturbed while the next one's window is made.
    const auto somebodyElse = [&](std::unique_ptr<app::Workspace> workspace, app::Session session,
                                  const QString& where) {
        QTimer::singleShot(0, &theme,
                           [&, shared = std::make_shared<std::unique_ptr<app::Workspace>>(std::move(workspace)),
                            session = std::move(session), where] { open(std::move(*shared), session, where); });
    };
    std::optional<QString> putBack;  // a backup is in place of the store that is opened next
    open = [&](std::unique_ptr<app::Workspace> workspace, app::Session session, const QString& where) {
        auto next = std::make_unique<Client>(theme, settings, clock, ids, std::move(workspace), session, where);
        next->window().setVisible(true);
        lock.reset();
        client = std::move(next);
        lock = std::make_unique<Lock>(*client, theme, settings, clock, random, somebodyElse);
        QObject::connect(lock.get(), &Lock::restored, &theme, [&putBack](const QString& kept) { putBack = kept; });
        if (const auto kept = std::exchange(putBack, std::nullopt))
            client->sayRestored(*kept);
    };

    StartWindow start{theme,
                      settings,
                      opening,
                      clock,
                      random,
                      [&](std::unique_ptr<app::Workspace> workspace, const app::Session& session) {
                          open(std::move(workspace), session, start.location());
                          new ReadyNote{client->window()};
                          start.close();
                          if (!options.keepsDrafts)
                              client->desk().keepNothing();
                          if (options.opened)
                              options.opened(*client);
                      }};
    start.begin(location, {options.user, options.secret});
    const int code = QApplication::exec();
    if (options.closing)
        options.closing();
    lock.reset();
    client.reset();
    forgetFileDialogs();
    return code;
}

}  // namespace holdfast::ui
