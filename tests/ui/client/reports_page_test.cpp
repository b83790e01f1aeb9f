#include "reports/reports_page.h"

#include "reports/flow_model.h"
#include "reports/period.h"
#include "reports/report_files.h"
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

report::FullReport oneRefusal()
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
    report::FullReport full;
    full.bounces = report::bounceReport(query, rows, rows);
    full.measures.query.from = query.from;
    full.measures.query.to = query.to;
    return full;
}

/// Refusals by very many services, each pointing at the next.
report::FullReport manyServices(int services)
{
    report::BounceQuery query{day("2026-11-01"), day("2026-11-30"), report::GroupBy::service, {}, {}};
    std::vector<report::BounceRow> rows;
    for (int i = 0; i < services; ++i) {
        report::BounceRow row;
        row.service = "s" + std::to_string(i);
        row.serviceName = "Service " + std::to_string(i);
        row.code = ReasonCode{"N02"};
        row.on = day("2026-11-18");
        row.person = PersonId{"p" + std::to_string(i)};
        row.pointsTo = "s" + std::to_string((i + 1) % services);
        rows.push_back(row);
    }
    report::FullReport full;
    full.bounces = report::bounceReport(query, rows, rows);
    return full;
}

}  // namespace

TEST_CASE("the usual periods begin and end where people expect")
{
    const auto periods = usualPeriods(day("2026-11-18"));
    REQUIRE(periods.size() == 6);
    CHECK(periods[0].from == day("2026-11-01"));
    CHECK(periods[1].from == day("2026-10-01"));
    CHECK(periods[1].to == day("2026-10-31"));
    CHECK(periods[2].from == day("2026-08-01"));
    CHECK(periods[4].from == day("2025-11-19"));
    CHECK(periods[4].to == day("2026-11-18"));
    CHECK(periods[5].from == day("2025-11-01"));
    CHECK(periods[5].to == day("2026-10-31"));
    CHECK(periodWords(periods[1]) == QStringLiteral("1 Oct to 31 Oct 2026"));
}

TEST_CASE("the table and the matrix add up to the report")
{
    ServiceTableModel table;
    FlowModel flow;
    const QAbstractItemModelTester tableTester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};
    const QAbstractItemModelTester flowTester{&flow, QAbstractItemModelTester::FailureReportingMode::Fatal};
    table.setReport(oneRefusal());
    flow.setReport(oneRefusal().bounces);

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

TEST_CASE("the matrix adds up with very many services, the others in a line and a column of their own")
{
    FlowModel flow;
    const QAbstractItemModelTester tester{&flow, QAbstractItemModelTester::FailureReportingMode::Fatal};
    flow.setReport(manyServices(40).bounces);
    REQUIRE(flow.rowCount() == 8);  // six, the others, the total
    CHECK(flow.index(flow.rowCount() - 1, flow.columnCount() - 1).data() == QStringLiteral("40"));
    CHECK(flow.standsForOthers(flow.index(6, 1)));
    std::optional<std::string> from;
    std::optional<std::string> to;
    CHECK_FALSE(flow.wayAt(flow.index(6, 1), from, to));
    REQUIRE(flow.wayAt(flow.index(0, flow.columnCount() - 1), from, to));
    CHECK(from);
    CHECK_FALSE(to);
}

TEST_CASE("the nearest whole months have ended, and a period of whole months stays as it is")
{
    const Date today = day("2026-11-23");
    const auto whole = [&](const char* from, const char* to) { return wholeMonths({{}, day(from), day(to)}, today); };
    CHECK(whole("2026-07-01", "2026-09-30") == Period{{}, day("2026-07-01"), day("2026-09-30")});
    CHECK(whole("2025-11-24", "2026-11-23") == Period{{}, day("2025-12-01"), day("2026-10-31")});
    CHECK(whole("2026-11-01", "2026-11-23") == Period{{}, day("2026-10-01"), day("2026-10-31")});
    CHECK(whole("2026-03-10", "2026-05-20") == Period{{}, day("2026-03-01"), day("2026-05-31")});
    CHECK(whole("2026-03-20", "2026-03-22") == Period{{}, day("2026-03-01"), day("2026-03-31")});
}

TEST_CASE("a file is named after its period and nobody in it")
{
    FileChoice choice;
    choice.request.query.from = day("2026-07-01");
    choice.request.query.to = day("2026-09-30");
    CHECK(suggestedName(choice) == QStringLiteral("bounces-2026-07-01-to-2026-09-30.pdf"));
    choice.kind = FileKind::svg;
    choice.picture = "trend";
    CHECK(suggestedName(choice) == QStringLiteral("bounces-trend-2026-07-01-to-2026-09-30.svg"));
}

TEST_CASE("what goes wrong with a file says what to do, and never speaks of the store")
{
    for (const ErrorCode code : {ErrorCode::readOnly, ErrorCode::diskFull, ErrorCode::busy, ErrorCode::cancelled,
                                 ErrorCode::notFound, ErrorCode::invalid, ErrorCode::unavailable}) {
        const QString said = fileErrorWords({code, "somewhere", {}});
        CHECK_FALSE(said.isEmpty());
        CHECK_FALSE(said.contains(QStringLiteral("store")));
    }
}

TEST_CASE_METHOD(OpenDesk, "export is offered to those who may")
{
    MemorySettings settings;
    ReportsPage page{*desk, theme, settings};
    page.show();
    page.refresh();
    const auto* button = page.findChild<QPushButton*>(QStringLiteral("exportButton"));
    CHECK_FALSE(button->isVisible());
    desk->setSession(lead);
    page.refresh();
    CHECK(button->isVisible());
}
