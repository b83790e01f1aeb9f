#include "reports/reports_page.h"

#include "base/platform.h"
#include "reports/flow_model.h"
#include "reports/period.h"
#include "reports/service_table_model.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"

#include <QAbstractItemModelTester>
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
