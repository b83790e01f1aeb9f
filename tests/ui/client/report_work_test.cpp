// A supervisor's work with the bounce report in the real window, with the keyboard alone: read, narrow, look behind a
// figure, come back, and take it out as files.
#include "base/platform.h"
#include "client/client.h"
#include "person/person_page.h"
#include "reports/export_sheet.h"
#include "reports/measure_sheet.h"
#include "reports/picture_view.h"
#include "reports/reports_page.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/messages.h"

#include <QCheckBox>
#include <QFile>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct ReportWork : OpenDesk {
    MemorySettings settings;
    std::unique_ptr<Client> client;
    ReportsPage* page = nullptr;

    ReportWork()
    {
        referTogether();
        event::Response refusal;
        refusal.need = Need::mentalHealth;
        refusal.service = cmht;
        refusal.kind = ResponseKind::declined;
        refusal.reason = ReasonCode{"N02"};
        record(refusal, "Sober for three months first.");
        desk.reset();
        client = std::make_unique<Client>(theme, settings, clock, ids, std::move(workspace), lead, QString{});
        client->window().resize(1440, 900);
        client->window().show();
        client->window().activateWindow();
        (void)QTest::qWaitForWindowActive(&client->window());
        client->window().go(QStringLiteral("reports"));
        page = dynamic_cast<ReportsPage*>(&client->window().current());
        REQUIRE(page);
        REQUIRE(eventually([&] { return shown(QStringLiteral("tile.bounces.all")); }));
    }

    bool shown(const QString& name) const
    {
        const auto* widget = page->findChild<QWidget*>(name);
        return widget && widget->isVisible();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QWidget* focus = client->window().focusWidget();
        QTest::keyClick(focus && focus->isVisible() ? focus : &client->window(), key, with);
    }
    /// With Tab, as far as it takes.
    bool tabTo(const QString& name)
    {
        for (int i = 0; i < 60; ++i) {
            const QWidget* focus = client->window().focusWidget();
            if (focus && focus->objectName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    /// Of the menu that the focused filter opens, the choice so far down.
    void chooseInMenu(int down)
    {
        press(Qt::Key_Space);
        QMenu* menu = nullptr;
        REQUIRE(eventually([&] {
            menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            return menu != nullptr;
        }));
        for (int i = 0; i < down; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        client->window().activateWindow();  // the platform without a display leaves no window active after a menu
        (void)QTest::qWaitForWindowActive(&client->window());
    }
    ExportSheet& exportSheet()
    {
        press(Qt::Key_E, Qt::ControlModifier);
        auto* sheet = client->window().findChild<ExportSheet*>();
        REQUIRE(sheet);
        return *sheet;
    }
    static Choice& choice(const QWidget& sheet, const char* name)
    {
        return *sheet.findChild<Choice*>(QLatin1String{name});
    }
    /// Chooses a kind and exact figures, confirms, and saves; what the sheet says when it stays.
    QString save(FileKind kind, const std::string& path)
    {
        ExportSheet& sheet = exportSheet();
        choice(sheet, "exportKind").setCurrentIndex(choice(sheet, "exportKind").findData(static_cast<int>(kind)));
        choice(sheet, "exportSmallNumbers").setCurrentIndex(2);
        sheet.findChild<QCheckBox*>(QStringLiteral("exportConfirm"))->setChecked(true);
        const QPointer<ExportSheet> alive{&sheet};
        auto* problem = sheet.findChild<Banner*>(QStringLiteral("exportProblem"));
        sheet.saveTo(QString::fromStdString(path));
        REQUIRE(eventually([&] { return !alive || problem->isVisible(); }));
        if (!alive)
            return {};
        const QString said = problem->text();
        alive->reject();
        REQUIRE(eventually([&] { return !alive; }));
        return said;
    }
    std::string contentOf(const std::string& path) { return must(platform::readFile(path, 1 << 24)); }
};

}  // namespace

TEST_CASE_METHOD(ReportWork,
                 "with the keyboard alone: another period, a filter, the cases of a figure, a person, and back")
{
    REQUIRE(tabTo(QStringLiteral("reportPeriod")));
    chooseInMenu(1);
    CHECK(settings.value(QStringLiteral("reports/period"), -1).toInt() == 0);
    REQUIRE(tabTo(QStringLiteral("reportNeed")));
    chooseInMenu(2);
    REQUIRE(eventually([&] { return shown(QStringLiteral("clearFiltersButton")); }));
    REQUIRE(tabTo(QStringLiteral("tile.bounces.all")));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return shown(QStringLiteral("casesTable")); }));
    auto* cases = page->findChild<QTableView*>(QStringLiteral("casesTable"));
    REQUIRE(eventually([&] { return cases->model()->rowCount() == 1; }));
    CHECK(cases->model()->index(0, 0).data().toString().contains(QStringLiteral("Brandt")));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return client->window().current().id() == QStringLiteral("person"); }));
    press(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(eventually([&] { return shown(QStringLiteral("casesTable")); }));
    CHECK(cases->model()->rowCount() == 1);
    press(Qt::Key_Escape);
    REQUIRE(eventually([&] { return shown(QStringLiteral("tile.bounces.all")); }));
    CHECK(client->window().focusWidget()->objectName() == QStringLiteral("tile.bounces.all"));
    CHECK(client->window().windowTitle() == QStringLiteral("Holdfast - Reports"));
}

TEST_CASE_METHOD(ReportWork, "every measure says what it is in one step, and leads on to its cases")
{
    page->showPart(ReportsPage::Part::measures);
    auto* table = page->findChild<QTableView*>(QStringLiteral("measureTable"));
    REQUIRE(eventually([&] { return table->model()->rowCount() > 39; }));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    press(Qt::Key_Return);
    auto* sheet = client->window().findChild<MeasureSheet*>();
    REQUIRE(sheet);
    QStringList said;
    for (const auto* label : sheet->findChildren<QLabel*>())
        said << label->text();
    CHECK(said.contains(QStringLiteral("Where it comes from")));
    CHECK(said.contains(QStringLiteral("How sure that is")));
    auto* all = sheet->findChild<QPushButton*>(QStringLiteral("measureWholeButton"));
    REQUIRE(all);
    all->click();
    REQUIRE(eventually([&] { return shown(QStringLiteral("casesTable")); }));
    auto* cases = page->findChild<QTableView*>(QStringLiteral("casesTable"));
    CHECK(eventually([&] { return cases->model()->rowCount() == 1; }));
}

TEST_CASE_METHOD(ReportWork, "a keyworker sees the figures, and in words why not who is behind them")
{
    client->useSession(asPriya());
    REQUIRE(tabTo(QStringLiteral("tile.bounces.all")));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return shown(QStringLiteral("casesTitle")); }));
    CHECK_FALSE(shown(QStringLiteral("casesTable")));
    bool said = false;
    for (const auto* label : page->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("coordinators and supervisors")));
    CHECK(said);
}

TEST_CASE_METHOD(ReportWork, "names of a list are gone when somebody else sits down who may not see them")
{
    QTest::keyClick(page->findChild<QWidget*>(QStringLiteral("tile.bounces.all")), Qt::Key_Return);
    auto* cases = page->findChild<QTableView*>(QStringLiteral("casesTable"));
    REQUIRE(eventually([&] { return cases->model()->rowCount() == 1; }));
    client->useSession(asPriya());
    CHECK(eventually([&] { return cases->model()->rowCount() == 0; }));
}

TEST_CASE_METHOD(ReportWork, "each kind of file is written and reads back as what it is")
{
    const auto at = [&](const char* name) { return folder.file(name); };
    CHECK(save(FileKind::csv, at("a.csv")).isEmpty());
    CHECK(contentOf(at("a.csv")).starts_with("\xEF\xBB\xBF"));
    CHECK(contentOf(at("a.csv")).find("Wrenfield") != std::string::npos);
    CHECK(save(FileKind::json, at("a.json")).isEmpty());
    CHECK(contentOf(at("a.json")).find("\"suppress\"") != std::string::npos);
    CHECK(save(FileKind::page, at("a.html")).isEmpty());
    CHECK(contentOf(at("a.html")).find("<h1") != std::string::npos);
    CHECK(save(FileKind::excel, at("a.xlsx")).isEmpty());
    CHECK(contentOf(at("a.xlsx")).starts_with("PK"));
    CHECK(save(FileKind::pdf, at("a.pdf")).isEmpty());
    CHECK(contentOf(at("a.pdf")).starts_with("%PDF"));
    CHECK(save(FileKind::svg, at("a.svg")).isEmpty());
    CHECK(contentOf(at("a-reasons.svg")).find("<svg") != std::string::npos);
    CHECK(save(FileKind::png, at("a.png")).isEmpty());
    QImage reasons;
    REQUIRE(reasons.load(QString::fromStdString(at("a-reasons.png"))));
    CHECK(reasons.width() > 1800);
}

TEST_CASE_METHOD(ReportWork, "hidden small numbers come in whole months, and exact ones after a yes")
{
    ExportSheet& sheet = exportSheet();
    auto* go = sheet.findChild<QPushButton*>(QStringLiteral("exportGoButton"));
    CHECK(go->isEnabled());
    const auto hidden = sheet.choice();
    CHECK(hidden.request.rule.threshold == 5);
    CHECK(hidden.request.query.to == *parseDate("2026-10-31"));
    choice(sheet, "exportSmallNumbers").setCurrentIndex(2);
    CHECK(sheet.choice().request.query.to == *parseDate("2026-11-23"));
    CHECK_FALSE(go->isEnabled());
    sheet.findChild<QCheckBox*>(QStringLiteral("exportConfirm"))->setChecked(true);
    CHECK(go->isEnabled());
}

TEST_CASE_METHOD(ReportWork, "a file that cannot be written is said in words, and nothing is left of it")
{
    const auto open = folder.file("open.csv");
    REQUIRE(platform::writeFileAtomically(open, "old"));
    REQUIRE(platform::writeFileAtomically(folder.file(".~lock.open.csv#"), ""));
    CHECK(save(FileKind::csv, open).contains(QStringLiteral("open in another program")));
    CHECK(contentOf(open) == "old");
    CHECK(save(FileKind::csv, folder.file("nowhere/a.csv")).contains(QStringLiteral("no longer there")));
    CHECK(save(FileKind::csv, folder.path().string()).contains(QStringLiteral("under this name")));
    CHECK_FALSE(QFile::exists(QString::fromStdString(folder.file("nowhere"))));
}

TEST_CASE_METHOD(ReportWork, "an export that is stopped writes nothing")
{
    ExportSheet& sheet = exportSheet();
    const auto path = folder.file("stopped.csv");
    choice(sheet, "exportKind").setCurrentIndex(choice(sheet, "exportKind").findData(static_cast<int>(FileKind::csv)));
    sheet.saveTo(QString::fromStdString(path));
    sheet.findChild<QPushButton*>(QStringLiteral("exportStopButton"))->click();
    auto* problem = sheet.findChild<Banner*>(QStringLiteral("exportProblem"));
    REQUIRE(eventually([&] { return problem->isVisible(); }));
    CHECK(problem->text().contains(QStringLiteral("Stopped")));
    CHECK_FALSE(QFile::exists(QString::fromStdString(path)));
}

TEST_CASE_METHOD(ReportWork,
                 "every picture says what it shows, becomes its table at twice the size, and leads to its cases")
{
    page->showPart(ReportsPage::Part::pictures);
    REQUIRE(eventually([&] { return shown(QStringLiteral("picture.reasons")); }));
    auto* card = page->findChild<PictureCard*>(QStringLiteral("picture.reasons"));
    auto* view = card->findChild<PictureView*>();
    CHECK_FALSE(view->accessibleName().isEmpty());
    CHECK(view->accessibleDescription().size() > 20);
    CHECK_FALSE(card->showsTable());
    theme.setTextSize(200);
    CHECK(card->showsTable());
    theme.setTextSize(100);
    auto* table = card->findChild<QTableView*>();
    emit table->activated(table->model()->index(0, 0));
    CHECK(eventually([&] { return shown(QStringLiteral("casesTable")); }));
}
