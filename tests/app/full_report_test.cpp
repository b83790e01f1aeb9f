// The report that is counted from packed pages against the same report from the rows of the tables.
#include "app/full_report.h"

#include "app/app_world.h"
#include "app/check.h"
#include "app/practice.h"
#include "app/report_pages.h"
#include "db/transaction.h"
#include "store/report_pages.h"
#include "store/report_query.h"
#include "store/report_rows.h"
#include "store/schema.h"
#include "support/backends.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// The same report, from the tables.
app::ReportSource tableRows(app::Workspace& workspace)
{
    app::ReportSource source = app::cachedRows(workspace);
    db::Connection& connection = workspace.connection();
    source.rows = [&connection](const report::Stretch& stretch, Instant now, const report::VisitPerson& visit) {
        std::map<PersonId, report::PersonRows> people;
        store::ReportQuery{connection}.bounces(
            {stretch.bouncesFrom, stretch.to, {}, {}}, now,
            [&](const report::BounceRow& row) { people[row.person].bounces.add() = row; });
        const store::ReportRows rows{connection};
        rows.referrals(stretch.from, stretch.to,
                       [&](const report::ReferralRow& row) { people[row.person].referrals.add() = row; });
        rows.facts(stretch.from, stretch.to, [&](const report::FactRow& row) { people[row.person].facts.add() = row; });
        for (auto& [person, own] : people) {
            own.person = person;
            visit(own);
        }
    };
    return source;
}

void checkSame(const report::BounceReport& one, const report::BounceReport& other)
{
    CHECK(one.bounces == other.bounces);
    CHECK(one.people == other.people);
    CHECK(one.peopleTwiceOrMore == other.peopleTwiceOrMore);
    CHECK(one.daysLost == other.daysLost);
    CHECK(one.daysLostMedian == other.daysLostMedian);
    CHECK(one.legsSent == other.legsSent);
    CHECK(one.wentWell == other.wentWell);
    CHECK(one.groups == other.groups);
    CHECK(one.byService == other.byService);
    CHECK(one.byReason == other.byReason);
    CHECK(one.byMonth == other.byMonth);
    CHECK(one.flow == other.flow);
    CHECK(one.byQuadrant == other.byQuadrant);
}

void checkSame(const report::MeasureReport& one, const report::MeasureReport& other)
{
    CHECK(one.all == other.all);
    CHECK(one.groups == other.groups);
    for (const Need need : allNeeds)
        CHECK(one.curves[need] == other.curves[need]);
}

}  // namespace

TEST_CASE("the pages tell every report what the tables tell it, however it is narrowed and told apart")
{
    const Backend backend = backends(store::schema().sqlite, store::schema().postgres).front();
    AppWorld world{backend.open(), true, false};
    const Date today = londonDate(world.clock.now());
    REQUIRE(app::makePractice(*world.workspace, {60, 1, today}, {}));
    report::MeasureQuery query{today - std::chrono::days{200}, today};
    std::vector<report::MeasureQuery> queries;
    for (const std::string_view by : Names<report::Dimension>::list) {
        query.by = named<report::Dimension>(by).value();
        queries.push_back(query);
    }
    query.service = ServiceId{"cmht"};
    queries.push_back(query);
    query = {today - std::chrono::days{40}, today - std::chrono::days{3}, report::Dimension::month};
    query.need = Need::substanceUse;
    query.ageBand = report::AgeBand::from35;
    queries.push_back(query);

    db::Transaction transaction{world.workspace->connection(), db::Access::write};
    for (const report::MeasureQuery& asked : queries) {
        INFO(nameOf(asked.by));
        const auto paged = app::fullReport(*world.workspace, asked, true);
        const auto listed = app::fullReport(*world.workspace, asked, true, tableRows(*world.workspace));
        CHECK((asked.need || asked.service || paged.bounces.bounces > 30));
        checkSame(paged.bounces, listed.bounces);
        checkSame(paged.measures, listed.measures);
        checkSame(*paged.before, *listed.before);
        CHECK(paged.from.events ==
              world.workspace->connection()
                  .first("SELECT COUNT(*) FROM case_event", {}, [](const db::Row& row) { return row.integer(0); })
                  .value());
    }
}

TEST_CASE("a page that says something else than the history is found, and a rebuild mends it")
{
    onEveryStore([](AppWorld& world) {
        world.recorded(world.referred().id, declined(ReasonCode{"N02"}));
        db::Connection& connection = world.workspace->connection();
        {
            db::Transaction transaction{connection, db::Access::write};
            REQUIRE(connection.execute("DELETE FROM report_page") > 0);
            transaction.commit();
        }
        const auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report);
        REQUIRE_FALSE(report->findings.empty());
        CHECK(report->findings.front().what == "report");
        CHECK(app::checkStore(*world.workspace, world.joanne, true)->findings.empty());
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
    });
}

TEST_CASE("a store that is older than the pages gets them when it is opened")
{
    onEveryStore([](AppWorld& world) {
        world.recorded(world.referred().id, declined(ReasonCode{"N02"}));
        db::Connection& connection = world.workspace->connection();
        {
            db::Transaction transaction{connection, db::Access::write};
            connection.execute("DELETE FROM report_page");
            store::ReportPages{connection}.forget();
            transaction.commit();
        }
        REQUIRE(app::buildReportPagesIfNeeded(connection));
        CHECK(store::ReportPages{connection}.isBuilt());
        CHECK(store::ReportPages{connection}.faults(10).empty());
    });
}
