#include "audit/audit_page.h"

#include "audit/audit_paper.h"
#include "audit/who_looked_sheet.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"

#include <QAction>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    AuditPage* page = nullptr;
    QTableView* table = nullptr;

    Fixture()
    {
        window.resize(1440, 900);
        desk->setSession(lead);
        make();
        window.show();
    }
    void make()
    {
        delete page;
        page = new AuditPage{*desk, theme, settings, &window};
        page->resize(window.size());
        page->show();
        table = page->findChild<QTableView*>(QStringLiteral("auditTable"));
        page->refresh();
        REQUIRE(eventually([this] { return table->model()->rowCount() > 0; }));
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    bool anyRow(int column, const QString& words) const
    {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cell(row, column) == words)
                return true;
        return false;
    }
    void choose(const char* filter, int index)
    {
        auto* button = page->findChild<FilterButton*>(QLatin1String{filter});
        button->setCurrent(index);
        emit button->chosen(index);
    }
};

constexpr int doneColumn = 3;
constexpr int personColumn = 4;

}  // namespace

TEST_CASE("a supervisor reads in plain words who did what about whom")
{
    Fixture f;
    CHECK(f.anyRow(doneColumn, QStringLiteral("Added the person")));
    CHECK(f.anyRow(personColumn, QStringLiteral("Tomasz Brandt")));
    CHECK(f.anyRow(1, QStringLiteral("Priya Raman")));
}

TEST_CASE("what is chosen in the audit is kept, and what cannot be a day is said")
{
    Fixture f;
    f.choose("auditKind", 2);  // what was changed
    REQUIRE(eventually([&] { return f.table->model()->rowCount() == 1; }));
    CHECK(f.cell(0, doneColumn) == QStringLiteral("Added the person"));
    f.make();
    CHECK(f.table->model()->rowCount() == 1);

    auto* from = f.page->findChild<DayEdit*>(QStringLiteral("auditFrom"));
    from->setText(QStringLiteral("soon"));
    emit from->editingFinished();
    bool said = false;
    for (const QWidget* each : f.page->findChildren<QWidget*>())
        said = said || (each->isVisible() && each->accessibleName().contains(QStringLiteral("A day is written like")));
    CHECK(said);
}

TEST_CASE("only one person's entries, and all again at a press")
{
    Fixture f;
    f.page->showPerson(f.person, QStringLiteral("Tomasz Brandt"));
    REQUIRE(eventually([&] { return f.table->model()->rowCount() > 0; }));
    for (int row = 0; row < f.table->model()->rowCount(); ++row)
        CHECK(f.cell(row, personColumn) == QStringLiteral("Tomasz Brandt"));
    const int some = f.table->model()->rowCount();
    f.page->findChild<ToggleChip*>(QStringLiteral("auditPerson"))->click();
    CHECK(eventually([&] { return f.table->model()->rowCount() > some; }));
}

TEST_CASE("the chain is checked from the page and says so with the time")
{
    Fixture f;
    f.page->findChild<Button*>(QStringLiteral("checkChain"))->click();
    auto* state = f.page->findChild<QWidget*>(QStringLiteral("chainState"));
    REQUIRE(eventually([&] { return state->accessibleName().contains(QStringLiteral("hang together")); }));
    CHECK(state->accessibleName().startsWith(QStringLiteral("All ")));
    CHECK(state->accessibleName().contains(QStringLiteral("checked 10:00.")));
}

TEST_CASE("a worker who is no supervisor is told that they may not")
{
    Fixture f;
    f.desk->setSession(f.asPriya());
    f.page->refresh();
    CHECK(eventually([&] { return f.table->model()->rowCount() == 0; }));
}

TEST_CASE("the answer for a person has names, jobs and plain words, and no code")
{
    app::WhoLooked answer;
    answer.person.givenName = "Tomasz";
    answer.person.familyName = "Brandt";
    answer.since = Date{std::chrono::year{2026} / 11 / 23};
    answer.lines.push_back(
        {Date{std::chrono::year{2026} / 11 / 23}, "Priya Raman", holdfast::Role::keyworker, "Lantern", 3, 1, 0, 0, 0});
    answer.lines.push_back({Date{std::chrono::year{2026} / 11 / 23}, "Rowan Ellery", holdfast::Role::administrator,
                            "Lantern", 0, 0, 1, 1, 1});
    const QString said = QString::fromStdString(letters::plainText(whoLookedDocument(answer, tenOnMonday)));
    CHECK(said.contains(
        QStringLiteral("23 November 2026\tPriya Raman\tKeyworker, Lantern\tLooked at the record, wrote in it")));
    CHECK(said.contains(
        QStringLiteral("Printed or copied from it, opened it in an emergency, tried something they were not allowed")));
    CHECK_FALSE(said.contains(QLatin1Char('_')));
}

TEST_CASE("the sheet of who has looked shows the days before anything is printed")
{
    Fixture f;
    Person tomasz;
    tomasz.id = f.person;
    tomasz.givenName = "Tomasz";
    auto* sheet = new WhoLookedSheet{f.theme, *f.desk, tomasz, f.window};
    sheet->open();
    CHECK(eventually([&] {
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            if (label->text() == QStringLiteral("Priya Raman"))
                return true;
        return false;
    }));
    sheet->reject();
}
