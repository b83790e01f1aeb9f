#include "unlock/start_window.h"

#include "app/accounts_world.h"
#include "app/practice.h"
#include "app/store_setup.h"
#include "async/background.h"
#include "base/random.h"
#include "shell/settings_store.h"
#include "support/eventually.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"
#include "theme/theme.h"
#include "unlock/set_up_page.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

const QString phrase = QStringLiteral("four plain lanterns wander");

struct Fixture {
    TempFolder folder;
    ManualClock clock{monday};
    SeededRandom random{3};
    MemorySettings settings;
    Theme theme;
    Background background;
    std::unique_ptr<app::Workspace> opened;
    app::Session session;
    StartWindow window{theme,
                       settings,
                       background,
                       clock,
                       random,
                       [this](std::unique_ptr<app::Workspace> workspace, app::Session who) {
                           opened = std::move(workspace);
                           session = std::move(who);
                       }};

    ~Fixture() { background.finish(); }

    QLineEdit* line(const char* name) { return window.findChild<QLineEdit*>(QLatin1String{name}); }
    QPushButton* button(const char* name) { return window.findChild<QPushButton*>(QLatin1String{name}); }
    void fill(const char* name, const QString& text)
    {
        line(name)->clear();
        QTest::keyClicks(line(name), text);
    }
    void create(const std::string& path)
    {
        window.begin({});
        fill("workerNameEdit", QStringLiteral("Ines Marlow"));
        fill("workerServiceEdit", QStringLiteral("Wrenfield Together"));
        fill("storeLocationEdit", QString::fromStdString(path));
        fill("passphraseEdit", phrase);
        fill("passphraseAgainEdit", phrase);
        button("createStoreButton")->click();
        REQUIRE(eventually([&] { return !shownKey().isEmpty(); }));
    }
    QString shownKey() { return window.findChild<QLabel*>(QStringLiteral("recoveryKeyLabel"))->text(); }
    bool isThere(const std::string& path) { return std::ifstream{path}.good(); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a new store exists only after its recovery key was typed back")
{
    const auto path = folder.file("team.holdfast");
    create(path);
    CHECK_FALSE(isThere(path));

    fill("recoveryTypedEdit", QStringLiteral("not the key"));
    button("confirmRecoveryButton")->click();
    eventually([&] { return button("confirmRecoveryButton")->isEnabled(); });
    CHECK_FALSE(isThere(path));

    fill("recoveryTypedEdit", shownKey().simplified());
    button("confirmRecoveryButton")->click();
    REQUIRE(eventually([&] { return opened != nullptr; }));
    CHECK(isThere(path));
    CHECK(opened->facts().encrypted);
    CHECK(session.worker.name == "Ines Marlow");

    std::ifstream file{path, std::ios::binary};
    std::string start(16, '\0');
    file.read(start.data(), 16);
    CHECK(start.substr(0, 6) != "SQLite");
}

TEST_CASE_METHOD(Fixture, "a wrong passphrase is said with what is left, and the right one opens")
{
    const auto path = folder.file("team.holdfast");
    create(path);
    fill("recoveryTypedEdit", shownKey().simplified());
    button("confirmRecoveryButton")->click();
    REQUIRE(eventually([&] { return opened != nullptr; }));
    opened.reset();

    window.begin(QString::fromStdString(path));
    QSignalSpy problems{&window, &StartWindow::problemShown};
    fill("unlockEdit", QStringLiteral("this is not the phrase"));
    button("unlockButton")->click();
    REQUIRE(eventually([&] { return problems.count() == 1; }));
    CHECK(opened == nullptr);

    clock.advance(std::chrono::seconds{1});
    REQUIRE(eventually([&] { return line("unlockEdit")->isEnabled(); }));
    fill("unlockEdit", phrase);
    button("unlockButton")->click();
    REQUIRE(eventually([&] { return opened != nullptr; }));
}

TEST_CASE_METHOD(Fixture,
                 "with several accounts a name is asked for, and who was given a passphrase chooses their own first")
{
    AccountsWorld world;
    {
        const auto rowan = world.opened("rowan.e", rowansPhrase);
        REQUIRE(app::Accounts{*rowan.workspace}.reset(*rowan.session, rowansPhrase, "ines.m", phrase.toStdString()));
    }
    window.begin(QString::fromStdString(world.path));
    CHECK(line("unlockUserEdit")->isVisible());
    fill("unlockUserEdit", QStringLiteral("Ines.M"));
    fill("unlockEdit", phrase);
    button("unlockButton")->click();
    REQUIRE(eventually([&] { return button("choosePassphraseButton")->isVisible(); }));
    CHECK(opened == nullptr);
    for (const char* edit : {"newPassphraseEdit", "newPassphraseAgainEdit"})
        fill(edit, QStringLiteral("another quiet harbour morning"));
    button("choosePassphraseButton")->click();
    REQUIRE(eventually([&] { return opened != nullptr; }));
    CHECK(session.worker.id == WorkerId{"ines"});
    CHECK(settings.value(QStringLiteral("store/user"), {}).toString() == QStringLiteral("ines.m"));
    opened.reset();
    CHECK_FALSE(world.opened("ines.m", "another quiet harbour morning").choosePassphrase);
}

TEST_CASE_METHOD(Fixture, "a file that is not a store is refused in words and left alone")
{
    const auto path = folder.file("notes.txt");
    std::ofstream{path} << "shopping: bread, milk";
    QSignalSpy problems{&window, &StartWindow::problemShown};
    window.begin(QString::fromStdString(path));
    REQUIRE(problems.count() == 1);
    CHECK_FALSE(problems.first().first().toString().isEmpty());
    std::ifstream file{path};
    std::string text;
    std::getline(file, text);
    CHECK(text == "shopping: bread, milk");
}

TEST_CASE_METHOD(Fixture, "passphrases that are short or differ are not accepted")
{
    window.begin({});
    fill("workerNameEdit", QStringLiteral("Ines Marlow"));
    fill("workerServiceEdit", QStringLiteral("Wrenfield Together"));
    fill("storeLocationEdit", QString::fromStdString(folder.file("x.holdfast")));
    QSignalSpy created{window.findChild<SetUpPage*>(), &SetUpPage::createRequested};
    fill("passphraseEdit", QStringLiteral("short"));
    fill("passphraseAgainEdit", QStringLiteral("short"));
    button("createStoreButton")->click();
    CHECK(created.isEmpty());
    fill("passphraseEdit", phrase);
    fill("passphraseAgainEdit", QStringLiteral("four plain lanterns wonder"));
    button("createStoreButton")->click();
    CHECK(created.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a practice begins as the worker who holds most, and later as whoever worked last")
{
    const auto path = folder.file("practice.holdfast");
    {
        auto store = app::createPracticeStore(path, clock, random);
        REQUIRE(store);
        REQUIRE(app::makePractice(**store, {20, 1, Date{std::chrono::year{2026} / 11 / 18}},
                                  [](int, int) { return true; }));
    }
    window.begin(QString::fromStdString(path));
    REQUIRE(eventually([&] { return opened != nullptr; }));
    CHECK(session.worker.name == "Priya Raman");

    opened.reset();
    settings.setValue(QStringLiteral("worker"), QStringLiteral("samir-haddad"));
    window.begin(QString::fromStdString(path));
    REQUIRE(eventually([&] { return opened != nullptr; }));
    CHECK(session.worker.name == "Samir Haddad");
}
