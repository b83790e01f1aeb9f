#include "tour/backup_pictures.h"

#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"
#include "widgets/messages.h"

#include <QDialog>
#include <QTemporaryDir>

namespace holdfast::ui {
namespace {

/// A backup is made, and read, on a thread of its own.
void waitFor(PracticeClient& practice, const char* name, bool shown)
{
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        practice.settle();
        const auto* widget = practice.client().window().findChild<QWidget*>(QLatin1String{name});
        if (widget && widget->isVisible() == shown)
            return;
    }
}

}  // namespace

void drawBackups(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    const QTemporaryDir folder;
    practice.signIn("Joanne Mercer");
    client.window().go(QStringLiteral("backups"));
    practice.settle();
    draw(QStringLiteral("backups-none"));
    const auto keep = [&](const app::BackupPlan& plan) {
        client.desk().ask(
            &client, [plan](UseCases& use, const app::Session& session) { return use.backups.keepPlan(session, plan); },
            [&client](const Result<Done>&) { client.window().refreshCurrent(); });
        practice.settle();
    };
    keep({folder.path().toStdString(), std::chrono::hours{18}});
    const Hands hands{client.window()};
    hands.press(QStringLiteral("Back up now"));
    waitFor(practice, "backupProgress", false);
    practice.settle();
    client.window().toasts().close();
    draw(QStringLiteral("backups"));
    hands.press(QStringLiteral("Put a backup back"));
    practice.settle();
    hands.press(QStringLiteral("Check this backup"));
    waitFor(practice, "restoreAgree", true);
    draw(QStringLiteral("backups-restore"));
    for (QDialog* sheet : client.window().findChildren<QDialog*>())
        sheet->reject();
    keep({});
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
