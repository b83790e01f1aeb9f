#include "reports/reports_page.h"

#include "base/platform.h"
#include "reports/flow_model.h"
#include "reports/period.h"
#include "reports/service_table_model.h"
#include "reports/word_header.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/report_widgets.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

Date day(const char* text)
{
    return *parseDate(text);
}

report::BounceReport oneRefusal()
{
    report::BounceQuery query{day("2026-11-01"), day("2026-11-30"), report::GroupBy::service, {}, {}};
    report::BounceRow row;
    row.service = "cmht";
    row.serviceName = "Wrenfield CMHT";
    row.code = ReasonCode{"N02"};
    row.cls = BounceClass::never;
    row.on = day("2026-11-18");
    row.person = PersonId{"p1"};
    row.pointsTo = "lantern";
    row.daysLost = 12;
    const std::vector rows{row};
    return report::bounceReport(query, rows, rows);
}

}  // namespace

TEST_CASE("the usual periods begin and end where people expect")
{
    const auto periods = usualPeriods(day("2026-11-18"));
    REQUIRE(periods.size() == 5);
    CHECK(periods[0].from == day("2026-11-01"));
    CHECK(periods[1].from == day("2026-10-01"));
    CHECK(periods[1].to == day("2026-10-31"));
    CHECK(periods[2].from == day("2026-08-01"));
    CHECK(periods[4].from == day("2025-11-19"));
    CHECK(periods[4].to == day("2026-11-18"));
    CHECK(periodWords(periods[1]) == QStringLiteral("1 Oct to 31 Oct 2026"));
}

TEST_CASE("the table and the matrix add up to the report")
{
    ServiceTableModel table;
    FlowModel flow;
    const QAbstractItemModelTester tableTester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};
    const QAbstractItemModelTester flowTester{&flow, QAbstractItemModelTester::FailureReportingMode::Fatal};
    table.setReport(oneRefusal());
    flow.setReport(oneRefusal());

    REQUIRE(table.rowCount() == 2);
    CHECK(table.index(0, ServiceTableModel::Bounced).data() == QStringLiteral("1"));
    CHECK(table.index(1, ServiceTableModel::Label).data() == QStringLiteral("All"));
    REQUIRE(flow.rowCount() == 2);
    CHECK(flow.index(0, 1).data() == QStringLiteral("1"));
    CHECK(flow.index(1, flow.columnCount() - 1).data() == QStringLiteral("1"));
}

TEST_CASE("a share of too few is said and not drawn as a bar")
{
    ServiceTableModel table;
    table.setReport(oneRefusal());
    const auto cell = table.index(0, ServiceTableModel::Rate);
    CHECK_FALSE(cell.data(cellShareRole).isValid());
}

TEST_CASE("the heads of narrow columns break between words and never inside one")
{
    const QFontMetricsF metrics{QFont{}};
    const qreal room = metrics.horizontalAdvance(QStringLiteral("Therapies")) + 2;
    const QString name = QStringLiteral("Wrenfield Talking Therapies");
    CHECK(WordHeader::linesOf(name, metrics, room).join(QLatin1Char(' ')) == name);
    CHECK(WordHeader::linesOf(name, metrics, 1000) == QStringList{name});
    const auto tight = WordHeader::linesOf(QStringLiteral("Therapies"), metrics, room / 2);
    REQUIRE(tight.size() == 1);
    CHECK(tight.first().startsWith(QLatin1Char('T')));
    CHECK(metrics.horizontalAdvance(tight.first()) <= room / 2);
}

TEST_CASE_METHOD(OpenDesk, "export is offered to those who may")
{
    MemorySettings settings;
    ReportsPage page{*desk, theme, settings};
    page.show();
    page.refresh();
    const auto* button = page.findChild<QPushButton*>(QStringLiteral("exportCsvButton"));
    CHECK_FALSE(button->isVisible());
    desk->setSession(lead);
    page.refresh();
    CHECK(button->isVisible());
}

TEST_CASE_METHOD(OpenDesk, "a supervisor exports what the page shows, and a keyworker's attempt is refused in words")
{
    MemorySettings settings;
    const auto path = folder.file("bounces.csv");
    {
        ReportsPage page{*desk, theme, settings};
        QString refusal;
        QObject::connect(&page, &ReportsPage::failed, [&](const QString& message) { refusal = message; });
        page.refresh();
        page.exportTo(QString::fromStdString(path));
        REQUIRE(eventually([&] { return !refusal.isEmpty(); }));
        CHECK_FALSE(platform::readFile(path, 1 << 20));
    }
    desk->setSession(lead);
    ReportsPage page{*desk, theme, settings};
    bool exported = false;
    QObject::connect(&page, &ReportsPage::done, [&] { exported = true; });
    page.refresh();
    page.exportTo(QString::fromStdString(path));
    REQUIRE(eventually([&] { return exported; }));
    CHECK(platform::readFile(path, 1 << 20));
}
