// Backups through the page and the runner, on a real store; and putting one back through the lock, on an encrypted one.
#include "backups/backups_page.h"

#include "app/open_marks.h"
#include "backups/backup_plan_card.h"
#include "backups/backup_runner.h"
#include "backups/backup_words.h"
#include "backups/restore_sheet.h"
#include "settings/settings_page.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "ui/client/lock_world.h"
#include "ui/support/open_desk.h"
#include "unlock/start_window.h"
#include "widgets/messages.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;
using namespace std::chrono_literals;

namespace {

struct BackupDesk : OpenDesk {
    std::string backups = folder.file("backups");
    QWidget window;
    std::unique_ptr<BackupRunner> runner;
    std::unique_ptr<BackupsPage> page;

    BackupDesk()
    {
        std::filesystem::create_directory(backups);
        desk->setSession(lead);
        window.resize(1440, 900);
        open();
        window.show();
    }
    ~BackupDesk()
    {
        page.reset();
        runner.reset();
    }
    void open()
    {
        page.reset();
        runner = std::make_unique<BackupRunner>(*desk);
        runner->timer().stop();
        page = std::make_unique<BackupsPage>(*desk, theme, *runner, &window);
        page->resize(window.size());
        page->show();
        page->refresh();
        REQUIRE(eventually([this] { return runner->standing().has_value(); }));
    }
    template <class Kind>
    Kind* find(const char* name)
    {
        return window.findChild<Kind*>(QLatin1String{name});
    }
    QTableWidget* table() { return find<QTableWidget>("backupsTable"); }
    void chooseFolder(const std::string& path)
    {
        page->findChild<BackupPlanCard*>()->chooseFolder(QString::fromStdString(path));
        REQUIRE(eventually([&] { return runner->standing()->plan.folder == path; }));
    }
    void backUp()
    {
        QSignalSpy made{runner.get(), &BackupRunner::finished};
        REQUIRE(eventually([this] { return find<QPushButton>("backUpNow")->isEnabled(); }));
        find<QPushButton>("backUpNow")->click();
        REQUIRE(eventually([&] { return made.count() == 1; }));
        REQUIRE(eventually([this] { return table()->rowCount() > 0; }));
    }
};

}  // namespace

TEST_CASE_METHOD(BackupDesk,
                 "a folder is chosen, a backup is made, and stands in the list with the word that it is whole")
{
    CHECK_FALSE(find<QPushButton>("backUpNow")->isEnabled());
    CHECK(find<QWidget>("noBackups")->isVisible());
    chooseFolder(backups);
    backUp();
    CHECK(table()->rowCount() == 1);
    CHECK(table()->isVisible());
    CHECK_FALSE(find<QWidget>("noBackups")->isVisible());
    CHECK(eventually([this] { return runner->standing()->last == clock.now(); }));
    CHECK(eventually([this] { return !find<QWidget>("cancelBackup")->isVisible(); }));
    // It is remembered by the store, not by the page.
    open();
    CHECK(runner->standing()->plan.folder == backups);
    CHECK(runner->standing()->last == clock.now());
    CHECK(eventually([this] { return table()->rowCount() == 1; }));
}

TEST_CASE_METHOD(BackupDesk, "a backup that is cancelled leaves nothing, and another can be made")
{
    chooseFolder(backups);
    QSignalSpy failed{runner.get(), &BackupRunner::failed};
    runner->start(backups);
    runner->cancel();
    REQUIRE(eventually([&] { return failed.count() == 1; }));
    CHECK(failed.front().front().value<Error>().code == ErrorCode::cancelled);
    CHECK(std::filesystem::is_empty(backups));
    CHECK_FALSE(runner->isRunning());
    CHECK_FALSE(runner->dueFailed());
    backUp();
}

TEST_CASE_METHOD(BackupDesk, "what is due is made by itself, by whoever has the store open, and once")
{
    chooseFolder(backups);
    find<QCheckBox>("backupDaily")->click();
    QSignalSpy made{runner.get(), &BackupRunner::finished};
    REQUIRE(eventually([&] { return made.count() == 1; }));  // none was ever made, so it is due at once
    REQUIRE(eventually([this] { return runner->standing() && !runner->standing()->due; }));
    desk->setSession(asPriya());
    runner->look();
    clock.advance(7h);
    runner->look();
    CHECK(now([](auto&, const auto&) { return true; }));
    CHECK(made.count() == 1);  // 17:00
    clock.advance(1h);
    runner->look();
    REQUIRE(eventually([&] { return made.count() == 2; }));
    runner->look();
    CHECK(now([](auto&, const auto&) { return true; }));
    CHECK(made.count() == 2);
    CHECK_FALSE(runner->standing());  // how backups stand is not a keyworker's to see
}

TEST_CASE_METHOD(BackupDesk,
                 "a backup that could not be made is said until one is, and its folder is not asked for all the time")
{
    chooseFolder(backups);
    find<QCheckBox>("backupDaily")->click();
    QSignalSpy made{runner.get(), &BackupRunner::finished};
    REQUIRE(eventually([&] { return made.count() == 1; }));
    std::filesystem::rename(backups, backups + "-gone");
    clock.advance(24h);
    QSignalSpy failed{runner.get(), &BackupRunner::failed};
    runner->look();
    REQUIRE(eventually([&] { return failed.count() == 1; }));
    REQUIRE(runner->dueFailed());
    CHECK(runner->dueFailed()->code == ErrorCode::notFound);
    runner->look();
    CHECK(now([](auto&, const auto&) { return true; }));
    CHECK(failed.count() == 1);
    std::filesystem::rename(backups + "-gone", backups);
    clock.advance(31min);
    runner->look();
    REQUIRE(eventually([&] { return made.count() == 2; }));
    CHECK_FALSE(runner->dueFailed());
}

TEST_CASE_METHOD(BackupDesk, "a folder that a sync program keeps is warned of")
{
    const std::string synced = folder.file("OneDrive - Wrenfield/backups");
    std::filesystem::create_directories(synced);
    chooseFolder(backups);
    CHECK(now([](auto&, const auto&) { return true; }));
    CHECK_FALSE(find<QWidget>("backupPlaceWarning")->isVisible());
    chooseFolder(synced);
    CHECK(eventually([this] { return find<QWidget>("backupPlaceWarning")->isVisible(); }));
    CHECK_FALSE(find<QWidget>("storePlaceWarning")->isVisible());
}

TEST_CASE_METHOD(BackupDesk,
                 "a damaged backup is refused with a sentence, and a whole one says what would be set aside")
{
    chooseFolder(backups);
    backUp();
    clock.advance(1h);
    referTogether();
    desk->setSession(lead);
    QSignalSpy asked{page.get(), &BackupsPage::restoreRequested};
    const auto openSheet = [&] {
        find<QPushButton>("putBackButton")->click();
        auto* sheet = window.findChild<RestoreSheet*>();
        REQUIRE(sheet);
        return sheet;
    };
    auto* sheet = openSheet();
    auto* act = sheet->findChild<QPushButton*>(QStringLiteral("restoreAct"));
    act->click();
    auto* agree = sheet->findChild<QCheckBox*>(QStringLiteral("restoreAgree"));
    REQUIRE(eventually([&] { return agree->isVisible(); }));
    CHECK(sheet->findChild<QWidget*>(QStringLiteral("restoreLost"))->isVisible());
    CHECK_FALSE(act->isEnabled());
    act->click();
    CHECK(asked.count() == 0);  // not before it was agreed to
    agree->click();
    act->click();
    REQUIRE(asked.count() == 1);
    CHECK(asked.front().front().value<app::RestoreRequest>().store == desk->store().file);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    for (const auto& entry : std::filesystem::directory_iterator{backups}) {
        if (entry.path().extension() != ".holdfast-backup")
            continue;
        std::fstream file{entry.path(), std::ios::in | std::ios::out | std::ios::binary};
        for (int page = 5; page < 20; ++page) {
            file.seekp(page * 4096);
            file.write("spilled tea spilled tea", 23);
        }
    }
    sheet = openSheet();
    sheet->findChild<QPushButton*>(QStringLiteral("restoreAct"))->click();
    auto* problem = sheet->findChild<Banner*>();
    REQUIRE(eventually([&] { return problem->isVisible(); }));
    CHECK(problem->text().contains(QStringLiteral("damaged")));
    CHECK(asked.count() == 1);
}

TEST_CASE("what backups need is said in words, and nothing while all is well")
{
    const Instant now = tenOnMonday;
    const app::BackupPlan daily{"/media/backups", 18h};
    const auto notice = [&](const app::BackupPlan& plan, std::optional<Instant> last) {
        return backupNotice(app::standingOf(plan, last, now), std::nullopt, now);
    };
    CHECK(notice({}, std::nullopt));
    CHECK(notice(daily, std::nullopt));
    CHECK_FALSE(notice(daily, now - 12h));
    CHECK_FALSE(notice(daily, now - 24h));  // due, and about to be made
    CHECK(notice(daily, now - 72h));
    CHECK_FALSE(notice({}, now - 24h * 6));
    CHECK(notice({}, now - 24h * 8));
    const auto failed = backupNotice(app::standingOf(daily, now - 12h, now), Error{ErrorCode::diskFull, {}, {}}, now);
    REQUIRE(failed);
    CHECK(failed->rest.contains(QStringLiteral("full")));
    CHECK(setAsideWords({0, 0, 0, 0, 4}) == QStringLiteral("Nothing about people was written since then."));
    CHECK(setAsideWords({0, 0, 0, 0, 4, 2}) ==
          QStringLiteral("Nothing about people was written since then. 2 records that were disposed of since then come "
                         "back: propose their disposal again."));
    CHECK(setAsideWords({12, 5, 1, 3, 40}) ==
          QStringLiteral("Written since then, and set aside if you go on: 12 entries about 5 people, 1 person who was "
                         "added and 3 signed notes."));
    CHECK(storePlaceNotice({}) == std::nullopt);
    CHECK(storePlaceNotice({StoragePlace::Kind::remoteMount, "fuse.sshfs"}));
    CHECK(backupPlaceNotice({StoragePlace::Kind::networkShare, "nfs4"}));
}

namespace {

/// The administrator's client on an encrypted store with one backup, and the lock that puts it back.
struct RestoreWorld : LockedClient {
    std::string backups = world.folder.file("backups");
    std::string made;

    RestoreWorld()
    {
        std::filesystem::create_directory(backups);
        {
            auto office = world.opened("rowan.e", rowansPhrase);
            made = must(app::Backups::run(must(app::Backups{*office.workspace}.begin(*office.session, backups)))).file;
        }
        world.clock.advance(1h);
        open("rowan.e", rowansPhrase);
        guard();
    }
    app::RestoreRequest request(const std::string& secret = rowansPhrase) const
    {
        return {made, {"rowan.e", rowansPhrase}, world.path, {"rowan.e", secret}};
    }
};

}  // namespace

TEST_CASE_METHOD(RestoreWorld, "a backup is put back through the client, which goes on in the restored store")
{
    QSignalSpy restored{lock.get(), &Lock::restored};
    emit client->restoreRequested(request());
    REQUIRE(lock->isLocked());
    CHECK_FALSE(client->window().isVisible());
    REQUIRE(eventually([this] { return others != nullptr; }));
    REQUIRE(restored.count() == 1);
    CHECK(restored.front().front().toString().endsWith(QStringLiteral("team.holdfast.before-restore")));
    CHECK(std::filesystem::exists(world.path + ".before-restore"));
    CHECK(other.worker.id == WorkerId{"rowan"});
    const auto rows = world.audit(*others);
    CHECK(std::ranges::count(rows, "restore_store", &store::AuditRow::action) == 1);
}

TEST_CASE_METHOD(RestoreWorld, "a restore that fails leaves the store as it was, and the locked screen says why")
{
    std::filesystem::remove(made + ".keys-a");
    std::filesystem::remove(made + ".keys-b");
    QSignalSpy restored{lock.get(), &Lock::restored};
    std::unique_ptr<QSignalSpy> said;
    emit client->restoreRequested(request());
    StartWindow* screen = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* start = qobject_cast<StartWindow*>(each); start && start->isVisible())
            screen = start;
    REQUIRE(screen);
    said = std::make_unique<QSignalSpy>(screen, &StartWindow::problemShown);
    REQUIRE(eventually([&] { return said->count() > 0; }));
    CHECK(said->front().front().toString().contains(QStringLiteral("as it was")));
    CHECK(restored.count() == 0);
    CHECK(others == nullptr);
    CHECK(lock->isLocked());
    CHECK_FALSE(std::filesystem::exists(world.path + ".before-restore"));
    CHECK(world.open("ines.m", inesPhrase));
}

TEST_CASE_METHOD(RestoreWorld, "an administrator is told on their first page that nothing was ever planned")
{
    auto* notice = client->window().findChild<QWidget*>(QStringLiteral("settingsNotice"));
    REQUIRE(notice);
    CHECK(eventually([&] { return notice->isVisible(); }));
    client->window().findChild<QPushButton*>(QStringLiteral("openBackups"))->click();
    CHECK(client->window().current().id() == QStringLiteral("backups"));
}

TEST_CASE_METHOD(LockedClient, "whose computer's clock is behind what was written is told before they record anything")
{
    CHECK(world.opened("rowan.e", rowansPhrase).session);
    world.clock.advance(-3h);
    open("ines.m", inesPhrase);
    REQUIRE(eventually([this] { return client->window().toasts().current() != nullptr; }));
    const QString said = client->window().toasts().current()->text();
    CHECK(said.contains(QStringLiteral("Set the clock before you record anything")));
    CHECK(said.contains(QStringLiteral("21:00")));
}

TEST_CASE_METHOD(RestoreWorld,
                 "who opens a store that is open elsewhere is told where, and puts no backup back meanwhile")
{
    CHECK(app::othersAt(world.path).size() == 1);  // this client
    const auto elsewhere = must(app::OpenMark::leave(world.path, "elsewhere", WorkerId{"ines"}, world.clock.now()));
    QSignalSpy asked{client.get(), &Client::restoreRequested};
    auto* page = client->window().findChild<BackupsPage*>();
    emit page->restoreRequested(request());
    REQUIRE(eventually([this] { return client->window().toasts().current() != nullptr; }));
    CHECK(client->window().toasts().current()->text().contains(QStringLiteral("Made up ines has this store open too")));
    CHECK(asked.count() == 0);

    // While the screen is locked the store is closed, and the mark is gone.
    QSignalSpy closed{lock.get(), &Lock::storeClosed};
    lock->lock();
    REQUIRE(eventually([&] { return closed.count() == 1; }));
    const auto others = app::othersAt(world.path);
    REQUIRE(others.size() == 1);
    CHECK(others.front().worker == WorkerId{"ines"});
}
