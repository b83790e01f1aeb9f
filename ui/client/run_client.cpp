#include "client/run_client.h"

#include "base/log.h"
#include "client/client.h"
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
    Background opening;
    QString location = options.store.empty() ? settings.value(QStringLiteral("store/location"), QString{}).toString()
                                             : QString::fromStdString(options.store);

    StartWindow start{theme,
                      settings,
                      opening,
                      clock,
                      random,
                      [&](std::unique_ptr<app::Workspace> workspace, const app::Session& session) {
                          client = std::make_unique<Client>(theme, settings, clock, ids, std::move(workspace), session,
                                                            start.location());
                          new ReadyNote{client->window()};
                          client->window().setVisible(true);
                          start.close();
                          if (!options.keepsDrafts)
                              client->desk().keepNothing();
                          if (options.opened)
                              options.opened(*client);
                      }};
    start.begin(location, options.secret);
    const int code = QApplication::exec();
    if (options.closing)
        options.closing();
    client.reset();
    forgetFileDialogs();
    return code;
}

}  // namespace holdfast::ui
