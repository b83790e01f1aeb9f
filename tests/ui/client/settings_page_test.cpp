#include "settings/settings_page.h"

#include "settings/worker_sheet.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/segmented_control.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    std::unique_ptr<SettingsPage> page;

    void open(const app::Session& session)
    {
        desk->setSession(session);
        page = std::make_unique<SettingsPage>(*desk, theme, settings);
        page->resize(1200, 800);
        page->show();
        page->refresh();
        REQUIRE(eventually([&] { return page->findChild<QComboBox*>(QStringLiteral("whoChoice"))->count() == 3; }));
    }
    QPushButton* add() { return page->findChild<QPushButton*>(QStringLiteral("addWorkerButton")); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "choosing another worker changes who is at the screen and is remembered")
{
    open(asPriya());
    QSignalSpy changed{page.get(), &SettingsPage::workerChanged};
    auto* who = page->findChild<QComboBox*>(QStringLiteral("whoChoice"));
    const int samirAt = who->findText(QStringLiteral("Samir Haddad"));
    REQUIRE(samirAt >= 0);
    who->setCurrentIndex(samirAt);
    QTest::qWait(0);
    emit who->activated(samirAt);
    REQUIRE(eventually([&] { return changed.count() == 1; }));
    CHECK(desk->session().worker.id == samir.id);
    CHECK(settings.value(QStringLiteral("worker"), {}).toString().toStdString() == samir.id.str());
}

TEST_CASE_METHOD(Fixture, "text size follows the choice")
{
    open(asPriya());
    page->findChild<SegmentedControl*>(QStringLiteral("textSizeChoice"))->setCurrent(3);
    CHECK(theme.textSize() == 200);
}

TEST_CASE_METHOD(Fixture, "light or dark follows the choice, and is remembered")
{
    open(asPriya());
    auto* choice = page->findChild<SegmentedControl*>(QStringLiteral("appearanceChoice"));
    choice->setCurrent(2);
    CHECK(theme.scheme() == Scheme::dark);
    CHECK(appearanceNamed(settings.value(appearanceSetting, {}).toString()) == Appearance::dark);
    choice->setCurrent(1);
    CHECK(theme.scheme() == Scheme::light);
    theme.setAppearance(Appearance::dark);
    CHECK(choice->current() == 2);
}

TEST_CASE_METHOD(Fixture, "who may not manage the team is offered no way to")
{
    open(asPriya());
    auto* table = page->findChild<QTableWidget*>(QStringLiteral("teamTable"));
    eventually([&] { return table->rowCount() == 3; });
    CHECK_FALSE(add()->isVisible());
}
