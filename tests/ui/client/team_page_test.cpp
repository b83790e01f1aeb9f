#include "team/team_page.h"

#include "person/why_sheet.h"
#include "shell/settings_store.h"
#include "team/cover_sheet.h"
#include "team/decline_sheet.h"
#include "team/hand_on_sheet.h"
#include "ui/support/open_desk.h"
#include "widgets/entries.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    std::unique_ptr<ToastArea> toasts;
    TeamPage* page = nullptr;
    Worker joanne;
    Worker theo;

    Worker worker(const char* name, holdfast::Role role)
    {
        Worker made;
        made.name = name;
        made.role = role;
        made.service = lantern;
        return must(
            now([&](auto& cases, const auto&) { return cases.workers.save(lead, made, ids.make<CommandId>()); }));
    }

    Fixture()
    {
        joanne = worker("Joanne Mercer", holdfast::Role::supervisor);
        theo = worker("Theo Grant", holdfast::Role::keyworker);
        referTogether();
        window.resize(1440, 900);
        toasts = std::make_unique<ToastArea>(theme, window);
        desk->setSession({joanne});
        page = new TeamPage{*desk, theme, settings, *toasts, &window};
        page->resize(window.size());
        window.show();
        refresh();
    }

    void refresh()
    {
        QSignalSpy shown{page, &TeamPage::countChanged};
        page->refresh();
        REQUIRE(eventually([&] { return shown.count() > 0; }));
    }

    void decline(const char* reason, const char* words)
    {
        app::RecordInput input;
        input.person = person;
        input.seenVersion = file().version;
        input.command = ids.make<CommandId>();
        input.at = clock.now();
        input.body = event::Response{Need::mentalHealth, cmht, ResponseKind::declined, ReasonCode{reason}, {}, {}, {}};
        input.words = words;
        must(now([&](auto& cases, const auto& session) { return cases.cases.record(session, input); }));
    }

    QTableView* table(const char* name) { return page->findChild<QTableView*>(QLatin1String{name}); }

    QString cell(const char* tableName, int row, int column)
    {
        const auto* model = table(tableName)->model();
        return model->index(row, column).data().toString();
    }

    int rowOf(const char* tableName, const QString& first)
    {
        for (int row = 0; row < table(tableName)->model()->rowCount(); ++row)
            if (cell(tableName, row, 0) == first)
                return row;
        return -1;
    }

    void choose(const QString& workerName)
    {
        const int row = rowOf("teamLoads", workerName);
        REQUIRE(row >= 0);
        table("teamLoads")->selectRow(row);
    }

    template <class Sheet>
    Sheet* opened()
    {
        Sheet* sheet = nullptr;
        REQUIRE(eventually([&] { return (sheet = window.findChild<Sheet*>()) != nullptr && sheet->isVisible(); }));
        return sheet;
    }

    void press(QWidget& in, const char* name)
    {
        auto* button = in.findChild<QPushButton*>(QLatin1String{name});
        REQUIRE(button);
        REQUIRE(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    /// Presses Undo on the message that is up.
    void undo()
    {
        REQUIRE(eventually([&] { return toasts->current() != nullptr; }));
        emit toasts->current()->actionTriggered();
    }

    WorkerId holder() { return file().now.needs.mentalHealth.holder->worker; }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "each worker of the service has a row with what they carry")
{
    CHECK(table("teamLoads")->model()->rowCount() == 3);
    const int row = rowOf("teamLoads", QStringLiteral("Priya Raman"));
    REQUIRE(row >= 0);
    CHECK(cell("teamLoads", row, 2) == QStringLiteral("1"));
    CHECK(cell("teamLoads", row, 3) == QStringLiteral("2"));
    CHECK(cell("teamLoads", rowOf("teamLoads", QStringLiteral("Theo Grant")), 2) == QStringLiteral("0"));
    choose(QStringLiteral("Theo Grant"));
    CHECK_FALSE(page->findChild<QPushButton*>(QStringLiteral("handPeopleOnButton"))->isEnabled());
}

TEST_CASE_METHOD(Fixture, "a person is handed on with a note, and undo brings them back")
{
    choose(QStringLiteral("Priya Raman"));
    press(*page, "handPeopleOnButton");
    auto* sheet = opened<HandOnSheet>();
    auto* to = sheet->findChild<Choice*>(QStringLiteral("handOnTo"));
    CHECK(to->count() == 2);
    press(*sheet, "handOnButton");
    CHECK(sheet->isVisible());  // nobody is ticked yet
    press(*sheet, "tickAllButton");
    press(*sheet, "handOnButton");
    CHECK(sheet->isVisible());  // nobody takes over, and there is no note
    to->setCurrentIndex(to->findData(text(theo.id.text())));
    QTest::keyClicks(sheet->findChild<GrowingText*>(QStringLiteral("handOnNote")), QStringLiteral("prefers mornings"));
    press(*sheet, "handOnButton");
    REQUIRE(eventually([&] { return holder() == theo.id; }));
    const app::CaseFile after = file();
    CHECK(after.history.back().event.words == "prefers mornings");
    CHECK(after.history.back().author == joanne.id);
    CHECK(after.now.needs.substanceUse.holder->worker == theo.id);
    REQUIRE(eventually([&] {
        const int row = rowOf("teamLoads", QStringLiteral("Theo Grant"));
        return row >= 0 && cell("teamLoads", row, 2) == QStringLiteral("1");
    }));
    undo();
    REQUIRE(eventually([&] { return holder() == priya.id; }));
}

TEST_CASE_METHOD(Fixture, "cover is arranged and ended without anybody changing hands")
{
    choose(QStringLiteral("Priya Raman"));
    press(*page, "coverButton");
    auto* sheet = opened<CoverSheet>();
    auto* by = sheet->findChild<Choice*>(QStringLiteral("coverBy"));
    CHECK(by->count() == 2);  // a keyworker is covered by the other keyworker or by the supervisor
    by->setCurrentIndex(by->findData(text(theo.id.text())));
    press(*sheet, "arrangeCoverButton");
    CHECK(sheet->isVisible());  // the days are missing
    QTest::keyClicks(sheet->findChild<DayEdit*>(QStringLiteral("coverFrom")), QStringLiteral("23 Nov 2026"));
    QTest::keyClicks(sheet->findChild<DayEdit*>(QStringLiteral("coverTo")), QStringLiteral("27 Nov 2026"));
    press(*sheet, "arrangeCoverButton");
    const auto away = [&] { return cell("teamLoads", rowOf("teamLoads", QStringLiteral("Priya Raman")), 8); };
    REQUIRE(eventually([&] { return away().contains(QStringLiteral("Theo Grant covers")); }));
    CHECK(holder() == priya.id);
    choose(QStringLiteral("Priya Raman"));
    REQUIRE(eventually([&] { return window.findChild<CoverSheet*>() == nullptr; }));
    press(*page, "coverButton");
    auto* again = opened<CoverSheet>();
    emit again->findChild<Banner*>(QStringLiteral("coverNow"))->actionTriggered();
    REQUIRE(eventually([&] { return away().isEmpty(); }));
}

TEST_CASE_METHOD(Fixture, "a decline is opened with its words and what they may mean, and reclassified")
{
    decline("S12", "not until six months sober");
    refresh();
    page->showView(TeamPage::Declines);
    CHECK(table("declineTable")->model()->rowCount() == 1);
    table("declineTable")->selectRow(0);
    press(*page, "secondLookButton");
    auto* sheet = opened<DeclineSheet>();
    CHECK(sheet->findChild<Banner*>(QStringLiteral("maskedBanner")));
    CHECK_FALSE(sheet->findChildren<QWidget*>(QStringLiteral("declineCandidate")).isEmpty());
    CHECK(sheet->findChild<QPushButton*>(QStringLiteral("declineButton"))->text() == QStringLiteral("Confirm"));
    auto* cls = sheet->findChild<Choice*>(QStringLiteral("declineClass"));
    cls->setCurrentIndex(cls->findData(QStringLiteral("never")));
    CHECK(sheet->findChild<QPushButton*>(QStringLiteral("declineButton"))->text() == QStringLiteral("Reclassify"));
    press(*sheet, "declineButton");
    CHECK(sheet->isVisible());  // why is missing
    QTest::keyClicks(sheet->findChild<GrowingText*>(QStringLiteral("declineReason")), QStringLiteral("a condition"));
    press(*sheet, "declineButton");
    REQUIRE(eventually([&] { return table("declineTable")->model()->rowCount() == 0; }));
    CHECK(file().now.bounces.back().cls == BounceClass::never);
    CHECK(file().now.bounces.back().recordedClass == BounceClass::soft);
    undo();
    REQUIRE(eventually([&] { return table("declineTable")->model()->rowCount() == 1; }));
}

TEST_CASE_METHOD(Fixture, "a decline is confirmed by one press when it is as it was written down")
{
    decline("N02", "come back in three months");
    refresh();
    page->showView(TeamPage::Declines);
    table("declineTable")->selectRow(0);
    page->actions().at(2)->trigger();
    press(*opened<DeclineSheet>(), "declineButton");
    REQUIRE(eventually([&] { return table("declineTable")->model()->rowCount() == 0; }));
    const app::CaseFile after = file();
    CHECK_FALSE(after.now.bounces.back().recordedClass);
    const auto& last = after.history.back().event.body;
    REQUIRE(std::holds_alternative<event::SecondLook>(last));
    CHECK(std::get<event::SecondLook>(last).worker == joanne.id);
}

TEST_CASE_METHOD(Fixture, "an empty list says what it is for")
{
    page->showView(TeamPage::Declines);
    CHECK(table("declineTable")->isHidden());
    page->showView(TeamPage::Challenges);
    CHECK(table("challengeTable")->isHidden());
    CHECK(page->findChildren<EmptyState*>().size() == 3);
}
