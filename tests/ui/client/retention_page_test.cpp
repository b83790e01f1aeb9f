// The list of whose time is over, through the page on a real store: looked at, kept longer, suspended.
#include "retention/retention_page.h"

#include "domain/calendar.h"
#include "retention/retention_paper.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

constexpr int whyColumn = 3;
constexpr int stateColumn = 4;

/// Tomasz died on the Monday; the supervisor looks at the list `years` later.
struct RetentionDesk : OpenDesk {
    MemorySettings settings;
    QWidget window;
    std::unique_ptr<RetentionPage> page;

    explicit RetentionDesk(int years)
    {
        referTogether();
        record(event::PersonDied{londonDate(clock.now())});
        clock.advance(std::chrono::days{366 * years});
        desk->setSession(lead);
        window.resize(1280, 720);
        open();
        window.show();
    }
    void open()
    {
        page = std::make_unique<RetentionPage>(*desk, theme, settings, &window);
        page->resize(window.size());
        page->show();
        page->refresh();
    }
    template <class Kind>
    Kind* find(const char* name)
    {
        return window.findChild<Kind*>(QLatin1String{name});
    }
    QTableWidget* table() { return find<QTableWidget>("retentionTable"); }
    QString cell(int column) { return table()->item(0, column)->text(); }
    bool waitForRows(int rows)
    {
        return eventually([&] { return table()->rowCount() == rows; });
    }
    void choose(int filter)
    {
        auto* button = find<FilterButton>("retentionFilter");
        button->setCurrent(filter);
        emit button->chosen(filter);
    }
    QDialog* sheet()
    {
        REQUIRE(eventually([&] { return find<QDialog>("retentionReasonSheet") != nullptr; }));
        return find<QDialog>("retentionReasonSheet");
    }
    /// Writes why and presses the sheet's button.
    void decide(const char* reason)
    {
        QDialog* open = sheet();
        open->findChild<QPlainTextEdit*>(QStringLiteral("retentionReason"))->setPlainText(QLatin1String{reason});
        open->findChild<QAbstractButton*>(QStringLiteral("retentionDone"))->click();
    }
    bool goes(const char* sheet)
    {
        return eventually([&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return find<QDialog>(sheet) == nullptr;
        });
    }
    bool sheetGoes() { return goes("retentionReasonSheet"); }
    template <class Kind>
    Kind* waitFor(const char* name)
    {
        REQUIRE(eventually([&] { return find<Kind>(name) != nullptr; }));
        return find<Kind>(name);
    }
    /// A second supervisor looks at the page.
    void signInAsAnother()
    {
        app::Session other = lead;
        other.worker.id = WorkerId{"other"};
        other.worker.name = "Robin Hale";
        (void)now([&](auto&, const auto&) -> Result<Worker> {
            return app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
                return store::WorkerRepository{workspace->connection()}.insert(other.worker);
            });
        });
        desk->setSession(other);
        page->refresh();
    }
};

}  // namespace

TEST_CASE("a record whose time is over is on the list with the rule in words, and its source under it")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    CHECK(f.cell(0) == QStringLiteral("Tomasz Brandt"));
    CHECK(f.cell(whyColumn) == QStringLiteral("23 November 2034: 8 years after death"));
    CHECK(f.cell(stateColumn) == QStringLiteral("Due"));
    auto* why = f.find<QWidget>("retentionWhy")->findChild<QLabel*>();
    CHECK(why->text().contains(QStringLiteral("8 years after death")));
    CHECK(why->text().contains(QStringLiteral("Tavistock and Portman")));
    QSignalSpy opened{f.page.get(), &RetentionPage::personRequested};
    f.table()->setFocus();
    QTest::keyClick(f.table(), Qt::Key_Return);
    CHECK(opened.size() == 1);
}

TEST_CASE("an empty list says when a record comes there, and the filter is remembered")
{
    RetentionDesk f{7};
    REQUIRE(eventually([&] { return f.find<QWidget>("noRetention")->isVisibleTo(f.page.get()); }));
    f.choose(1);  // within a year
    REQUIRE(f.waitForRows(1));
    CHECK(f.cell(stateColumn) == QStringLiteral("Due 23 November 2034"));
    f.page.reset();
    f.open();
    CHECK(f.waitForRows(1));
    CHECK(f.find<FilterButton>("retentionFilter")->current() == 1);
}

TEST_CASE("a record is kept longer with a reason and a day, and no longer with another reason")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    CHECK_FALSE(f.find<QAbstractButton>("liftKeep")->isVisibleTo(f.page.get()));
    f.find<QAbstractButton>("keepLonger")->click();
    f.decide("");
    REQUIRE(eventually([&] {
        return f.sheet()
            ->findChild<QPlainTextEdit*>(QStringLiteral("retentionReason"))
            ->accessibleDescription()
            .contains(QStringLiteral("Write why"));
    }));
    auto* day = f.sheet()->findChild<QLineEdit*>(QStringLiteral("keepUntil"));
    CHECK_FALSE(day->text().isEmpty());  // a day to begin with
    day->setText(QStringLiteral("1 May 2040"));
    QSignalSpy said{f.page.get(), &RetentionPage::done};
    f.decide("The coroner asked for it");
    REQUIRE(f.sheetGoes());
    CHECK(said.value(0).value(0).toString() == QStringLiteral("It is kept until 1 May 2040."));
    REQUIRE(f.waitForRows(0));

    f.choose(2);  // kept longer
    REQUIRE(f.waitForRows(1));
    CHECK(f.cell(stateColumn) == QStringLiteral("Kept until 1 May 2040"));
    CHECK(f.find<QWidget>("retentionWhy")
              ->findChild<QLabel*>()
              ->text()
              .contains(QStringLiteral("by Ines Marlow: The coroner asked for it")));
    f.find<QAbstractButton>("liftKeep")->click();
    f.decide("The inquest is over");
    REQUIRE(f.sheetGoes());
    REQUIRE(f.waitForRows(0));
    f.choose(0);
    CHECK(f.waitForRows(1));
}

TEST_CASE("everything is suspended with a reason that stands at the top, and allowed again")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    auto* banner = f.find<Banner>("retentionSuspended");
    CHECK_FALSE(banner->isVisibleTo(f.page.get()));
    f.find<QAbstractButton>("suspendDisposal")->click();
    f.decide("A public inquiry began");
    REQUIRE(f.sheetGoes());
    REQUIRE(eventually([&] { return banner->isVisibleTo(f.page.get()); }));
    CHECK(banner->text().contains(QStringLiteral("A public inquiry began (Ines Marlow")));
    REQUIRE(f.waitForRows(1));
    CHECK(f.cell(stateColumn) == QStringLiteral("Due, all suspended"));
    f.find<QAbstractButton>("suspendDisposal")->click();
    f.decide("It has reported");
    REQUIRE(f.sheetGoes());
    CHECK(eventually([&] { return !banner->isVisibleTo(f.page.get()); }));
}

TEST_CASE("a disposal is proposed with a reason by one, and confirmed by another who types the name")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    CHECK_FALSE(f.find<QWidget>("awaitingDisposal")->isVisibleTo(f.page.get()));
    f.find<QAbstractButton>("proposeDisposal")->click();
    auto* reason = f.waitFor<QPlainTextEdit>("disposalReason");
    CHECK(f.find<QLabel>("disposalWhat")->text().contains(QStringLiteral("1 assessment")));
    f.find<QAbstractButton>("disposalDone")->click();
    REQUIRE(eventually([&] { return reason->accessibleDescription().contains(QStringLiteral("Write why")); }));
    reason->setPlainText(QStringLiteral("Nobody asked for it"));
    f.find<QAbstractButton>("disposalDone")->click();
    REQUIRE(f.goes("disposalSheet"));
    REQUIRE(eventually([&] { return f.find<QWidget>("awaitingDisposal")->isVisibleTo(f.page.get()); }));

    // Who proposed it is told that somebody else confirms, and may withdraw.
    f.find<QAbstractButton>("lookAtDisposal")->click();
    auto* withdraw = f.waitFor<QAbstractButton>("withdrawDisposal");
    REQUIRE(eventually([&] { return withdraw->isVisible(); }));
    CHECK(f.find<QLineEdit>("disposalTyped") == nullptr);
    CHECK_FALSE(f.find<QAbstractButton>("disposalDone")->isEnabled());
    f.find<QDialog>("disposalSheet")->reject();
    REQUIRE(f.goes("disposalSheet"));

    f.signInAsAnother();
    REQUIRE(eventually([&] { return f.find<QAbstractButton>("lookAtDisposal") != nullptr; }));
    f.find<QAbstractButton>("lookAtDisposal")->click();
    auto* typed = f.waitFor<QLineEdit>("disposalTyped");
    QTest::keyClicks(typed, QStringLiteral("Tomasz"));
    CHECK_FALSE(f.find<QAbstractButton>("disposalDone")->isEnabled());
    QTest::keyClicks(typed, QStringLiteral(" brandt"));
    REQUIRE(f.find<QAbstractButton>("disposalDone")->isEnabled());
    f.find<QAbstractButton>("disposalDone")->click();
    REQUIRE(f.goes("disposalSheet"));
    CHECK(f.waitForRows(0));
    CHECK(eventually([&] { return !f.find<QWidget>("awaitingDisposal")->isVisibleTo(f.page.get()); }));
}

TEST_CASE("a proposal is withdrawn by who made it, and the record stays")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    f.find<QAbstractButton>("proposeDisposal")->click();
    f.waitFor<QPlainTextEdit>("disposalReason")->setPlainText(QStringLiteral("A slip"));
    f.find<QAbstractButton>("disposalDone")->click();
    REQUIRE(f.goes("disposalSheet"));
    REQUIRE(eventually([&] { return f.find<QAbstractButton>("lookAtDisposal") != nullptr; }));
    f.find<QAbstractButton>("lookAtDisposal")->click();
    auto* withdraw = f.waitFor<QAbstractButton>("withdrawDisposal");
    REQUIRE(eventually([&] { return withdraw->isVisible(); }));
    withdraw->click();
    REQUIRE(f.goes("disposalSheet"));
    CHECK(eventually([&] { return !f.find<QWidget>("awaitingDisposal")->isVisibleTo(f.page.get()); }));
    CHECK(f.waitForRows(1));
}

TEST_CASE("the list on paper has a row for each record, who it was shown for and what holds all disposal up")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    auto list = must(f.now(
        [&](UseCases& use, const app::Session&) { return use.retention.whole(f.lead, app::RetentionQuestion{}); }));
    REQUIRE(list.lines.size() == 1);
    const auto sheet = retentionDocument(list, QStringLiteral("Due now"), f.clock.now());
    const auto& table = sheet.blocks.back().rows;
    REQUIRE(table.size() == 2);
    CHECK(table[0].size() == table[1].size());
    for (int column = 0; column < f.table()->columnCount(); ++column)
        CHECK(f.cell(column).toStdString() == table[1][static_cast<std::size_t>(column)]);
    CHECK(sheet.blocks[1].runs[0].text.starts_with("Due now: 1 record. Printed "));

    list.everything = RetentionKeep{};
    list.everything->reason = "A public inquiry began";
    list.suspendedBy = "Ines Marlow";
    const auto suspended = retentionDocument(list, QStringLiteral("Due now"), f.clock.now());
    CHECK(suspended.blocks[2].runs[0].text.starts_with("No record may go now. A public inquiry began (Ines Marlow"));
    CHECK(suspended.blocks.back().rows[1].back() == "Due, all suspended");
}

TEST_CASE("only who may see the list is offered to save or print it")
{
    RetentionDesk f{9};
    REQUIRE(f.waitForRows(1));
    const auto offered = [&] {
        QStringList words;
        for (QAction* each : f.page->actions())
            if (each->isVisible())
                words.append(each->text().remove(QLatin1Char('&')));
        return words;
    };
    CHECK(offered().contains(QStringLiteral("Save as CSV")));
    CHECK(offered().contains(QStringLiteral("Print")));
    app::Session administrator = f.lead;
    administrator.worker.role = holdfast::Role::administrator;
    f.desk->setSession(administrator);
    f.page->refresh();
    CHECK_FALSE(offered().contains(QStringLiteral("Save as CSV")));
    CHECK_FALSE(offered().contains(QStringLiteral("Print")));
}
