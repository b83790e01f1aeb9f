// The screen locked and unlocked through the real client, on an encrypted store with two accounts.
#include "ui/client/lock_world.h"

#include "async/keeper.h"
#include "client/clipboard_care.h"
#include "person/case_actions.h"
#include "support/eventually.h"
#include "unlock/start_window.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"

#include <catch2/generators/catch_generators.hpp>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;
using namespace std::chrono_literals;

namespace {

StartWindow* lockScreen()
{
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* screen = qobject_cast<StartWindow*>(each); screen && screen->isVisible())
            return screen;
    return nullptr;
}

bool isNothingElseShown()
{
    return std::ranges::none_of(QApplication::topLevelWidgets(),
                                [](QWidget* each) { return each->isVisible() && each != lockScreen(); });
}

struct LockWorld : LockedClient {
    LockWorld()
    {
        open("ines.m", inesPhrase);
        client->window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&client->window()));
        guard();
    }
    void lockAndClose()
    {
        const QSignalSpy closed{lock.get(), &Lock::storeClosed};
        lock->lock();
        REQUIRE(eventually([&] { return closed.count() == 1; }));
    }
    void unlock(const char* user, const std::string& secret)
    {
        StartWindow* screen = lockScreen();
        REQUIRE(screen);
        auto* name = screen->findChild<QLineEdit*>(QStringLiteral("unlockUserEdit"));
        name->setText(QLatin1String{user});
        screen->findChild<QLineEdit*>(QStringLiteral("unlockEdit"))->setText(QString::fromStdString(secret));
        screen->findChild<QPushButton*>(QStringLiteral("unlockButton"))->click();
    }
    Result<std::vector<Worker>> asked()
    {
        std::optional<Result<std::vector<Worker>>> answer;
        QObject receiver;
        client->desk().ask(
            &receiver, [](UseCases& use, const app::Session& session) { return use.workers.list(session); },
            [&](const Result<std::vector<Worker>>& workers) { answer = workers; });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return *answer;
    }
    QLineEdit* firstLine()
    {
        const auto* sheet = client->window().findChild<DialogSheet*>();
        if (!sheet)
            return nullptr;
        const auto lines = sheet->findChildren<QLineEdit*>();
        const auto line = std::ranges::find_if(lines, [](const QLineEdit* each) { return each->isVisible(); });
        return line == lines.end() ? nullptr : *line;
    }
};

}  // namespace

TEST_CASE_METHOD(LockWorld,
                 "locked, nothing of the case is shown and the store is closed; the same worker finds all as it was")
{
    client->actions().newPerson();
    REQUIRE(asked());
    REQUIRE(firstLine());
    QTest::keyClicks(firstLine(), QStringLiteral("Half a name"));
    lockAndClose();

    REQUIRE(lockScreen());
    CHECK(isNothingElseShown());
    CHECK(lockScreen()->windowTitle() == QStringLiteral("Holdfast"));
    CHECK(std::ranges::none_of(Keeping::everyone(), [](const Keeping* keeper) { return keeper->isUnsaved(); }));
    CHECK(asked().error().code == ErrorCode::unavailable);

    unlock("ines.m", inesPhrase);
    REQUIRE(eventually([&] { return !lock->isLocked(); }));
    CHECK(client->window().isVisible());
    CHECK(lockScreen() == nullptr);
    REQUIRE(firstLine());
    CHECK(firstLine()->text() == QStringLiteral("Half a name"));
    CHECK(asked().has_value());
}

TEST_CASE_METHOD(LockWorld, "a wrong passphrase leaves it locked; somebody else comes in as themselves and not here")
{
    lockAndClose();
    unlock("ines.m", "not the passphrase at all");
    auto* button = lockScreen()->findChild<QPushButton*>(QStringLiteral("unlockButton"));
    REQUIRE(eventually([&] { return app::signInStanding(world.path, "ines.m", world.clock).failures == 1; }));
    world.clock.advance(2s);
    REQUIRE(eventually([&] { return button->isEnabled(); }));
    CHECK(lock->isLocked());
    CHECK(isNothingElseShown());
    unlock("rowan.e", rowansPhrase);
    REQUIRE(eventually([&] { return others != nullptr; }));
    CHECK(other.worker.id == WorkerId{"rowan"});
    CHECK(client->desk().session().worker.id == WorkerId{"ines"});
    CHECK_FALSE(client->window().isVisible());
}

TEST_CASE_METHOD(LockWorld, "no dialog and no menu stops it, and Ctrl L works from inside them")
{
    QFileDialog dialog{&client->window()};
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.open();
    QMenu menu;
    menu.addAction(QStringLiteral("Something"));
    menu.popup({10, 10});
    REQUIRE(dialog.isVisible());
    QTest::keyClick(&dialog, Qt::Key_L, Qt::ControlModifier);
    CHECK(lock->isLocked());
    CHECK(isNothingElseShown());
    CHECK_FALSE(menu.isVisible());
    unlock("ines.m", inesPhrase);
    REQUIRE(eventually([&] { return !lock->isLocked(); }));
    CHECK(dialog.isVisible());
    dialog.reject();
}

TEST_CASE_METHOD(LockWorld,
                 "nobody there for five minutes locks it, with a word half a minute before; a key says somebody is")
{
    world.clock.advance(4min + 29s);
    lock->look();
    CHECK(client->window().toasts().current() == nullptr);
    world.clock.advance(1s);
    lock->look();
    CHECK(client->window().toasts().current() != nullptr);
    QTest::keyClick(&client->window(), Qt::Key_Shift);
    world.clock.advance(4min);
    lock->look();
    CHECK_FALSE(lock->isLocked());
    world.clock.advance(1min);
    lock->look();
    CHECK(lock->isLocked());
}

TEST_CASE_METHOD(LockWorld, "the desktop that locks or goes to sleep locks this too")
{
    auto* desktop = lock->findChild<DesktopWatch*>();
    REQUIRE(desktop);
    desktop->screenSaverChanged(false);
    CHECK_FALSE(lock->isLocked());
    const bool sleeps = GENERATE(false, true);
    sleeps ? desktop->sleepChanged(true) : desktop->screenSaverChanged(true);
    CHECK(lock->isLocked());
}

TEST_CASE_METHOD(LockWorld, "how long is a setting, within bounds")
{
    settings.setValue(lockMinutesSetting, 1);
    world.clock.advance(1min);
    lock->look();
    CHECK(lock->isLocked());
    unlock("ines.m", inesPhrase);
    REQUIRE(eventually([&] { return !lock->isLocked(); }));
    settings.setValue(lockMinutesSetting, 9000);
    world.clock.advance(15min);
    lock->look();
    CHECK(lock->isLocked());
}

TEST_CASE_METHOD(LockWorld,
                 "what was copied here is marked as secret and goes after a minute, unless something else was copied")
{
    QClipboard& clipboard = *QGuiApplication::clipboard();
    ClipboardCare care;
    clipboard.setText(QStringLiteral("943 476 5919"));
    CHECK(clipboard.mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")) == "secret");
    CHECK(clipboard.text() == QStringLiteral("943 476 5919"));
    REQUIRE(care.timer().isActive());
    CHECK(care.timer().intervalAsDuration() == 1min);
    care.timer().start(0);
    REQUIRE(eventually([&] { return clipboard.text().isEmpty(); }));

    clipboard.setText(QStringLiteral("943 476 5919"));
    const QSignalBlocker anotherProgram{&clipboard};
    clipboard.setText(QStringLiteral("a recipe"));
    care.clear();
    CHECK(clipboard.text() == QStringLiteral("a recipe"));
}
