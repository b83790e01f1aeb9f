#include "report/bounce_document.h"
#include "report/measure_rows.h"
#include "report/solver.h"

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using report::Cell;
using report::DisclosureRule;
using report::Document;

namespace {

/// A report of `bounces` of that many people at four services, for one of eight reasons each, on any day of the quarter.
report::FullReport reportOf(std::uint32_t seed, int bounces, report::Dimension by = report::Dimension::service)
{
    std::uint32_t state = seed * 2654435761U + 1;
    const auto below = [&](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    const std::array<const char*, 8> codes{"N01", "N02", "N05", "H01", "S02", "S03", "S10", "S12"};
    const std::array<const char*, 4> services{"cmht", "lantern", "therapies", "gp"};
    report::MeasureQuery query;
    query.from = on("2026-01-01");
    query.to = on("2026-03-31");
    query.by = by;
    report::MeasureCounter now{query, query.to, [](const WorkerId&) { return report::Recorder{}; }};
    report::MeasureCounter earlier{before(query), query.to, [](const WorkerId&) { return report::Recorder{}; }};
    std::vector<report::BounceRow> rows;
    for (int i = 0; i < bounces; ++i) {
        // Most at the first of everything, so that the others are few.
        auto row = bounced("p" + std::to_string(below(30)), services[below(2) * below(4)],
                           below(3) == 0 ? Need::substanceUse : Need::mentalHealth, codes[below(3) * below(4)],
                           "2026-01-01", static_cast<int>(below(40)));
        row.on = on("2025-10-01") + std::chrono::days{below(182)};
        row.pointsTo = below(2) == 0 ? "" : services[below(4)];
        row.where.age = static_cast<int>(15 + below(60));
        row.challenged = below(3) == 0;
        row.overturned = row.challenged && below(4) == 0;
        now.add(row);
        earlier.add(row);
        rows.push_back(std::move(row));
    }
    for (auto referral : quarterReferrals())
        now.add(referral);
    for (auto each : quarterFacts())
        now.add(each);
    report::FullReport full;
    full.bounces = report::bounceReport({query.from, query.to, report::GroupBy::service, {}, {}}, rows, rows);
    addLegsSent(full.bounces, {{"cmht", "The cmht", 3}, {"lantern", "Lantern", 4}});
    addWentWell(full.bounces, {{"lantern", "Lantern", 1, 1}, {"therapies", "Therapies", 1, 0}});
    full.measures = now.finish();
    full.before = earlier.finish();
    std::vector<double> months;
    for (const auto& month : full.bounces.byMonth)
        months.push_back(month.bounces);
    full.chart = report::controlChart(months);
    if (by == report::Dimension::ageBand) {
        for (auto& row : rows)
            row.service = nameOf(report::ageBandOf(row.where.age));
        full.bounces.groups =
            report::bounceReport({query.from, query.to, report::GroupBy::service, {}, {}}, rows, {}).groups;
    }
    full.from = {"store-1", 1234, "england 2026.1", "0.1.0", true, Instant{on("2026-04-01")}};
    return full;
}

int leaksIn(const report::FullReport& full, const DisclosureRule& rule)
{
    const auto tables = report::protectedCounts(full, rule);
    int found = 0;
    for (const Feasible& each : Solver{tables}.rangesOfSmall())
        found += each.most - each.least + 1 < report::feasible ? 1 : 0;
    return found;
}

Cell cellOf(const Document& document, std::string_view table, std::size_t row, std::string_view column)
{
    const report::Table& found = *document.table(table);
    const auto at = std::ranges::find(found.columns, column, &report::Column::key) - found.columns.begin();
    return found.rows.at(row).at(static_cast<std::size_t>(at));
}

}  // namespace

TEST_CASE("nothing small can be worked out from all the tables of a report and its comparison together")
{
    int hidden = 0;
    for (const auto by :
         {report::Dimension::service, report::Dimension::reason, report::Dimension::ageBand, report::Dimension::cls}) {
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            INFO(nameOf(by) << ' ' << seed);
            auto full = reportOf(seed, 40 + static_cast<int>(seed) * 30, by);
            if (by == report::Dimension::reason)
                full.bounces.groups = full.bounces.byReason;
            if (by == report::Dimension::cls)
                full.bounces.groups.clear();
            CHECK(leaksIn(full, DisclosureRule{}) == 0);
            const auto tables = report::protectedCounts(full, DisclosureRule{});
            for (std::size_t cell = 0; cell < tables.size(); ++cell)
                hidden += tables.small(cell) ? 1 : 0;
        }
    }
    CHECK(hidden > 100);
}

TEST_CASE("with the second hiding switched off the same report leaks")
{
    DisclosureRule rule;
    rule.secondary = false;
    int found = 0;
    for (std::uint32_t seed = 1; seed <= 3; ++seed)
        found += leaksIn(reportOf(seed, 70), rule);
    CHECK(found > 0);
}

TEST_CASE("where small numbers are hidden no table has one, nor a figure finer than what was protected")
{
    const auto full = reportOf(1, 70);
    const Document document = bounceDocument(full, DisclosureRule{});
    for (const report::Table& table : document.tables) {
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (table.columns[i].kind != report::ColumnKind::count || table.columns[i].key == "days")
                    continue;
                INFO(table.id << ' ' << table.columns[i].key);
                if (const auto* count = std::get_if<std::int64_t>(&row[i]))
                    CHECK(*count % 5 == 0);
            }
        }
    }
    CHECK(document.table("group_measures") == nullptr);
    CHECK(document.table("training") == nullptr);
    CHECK(cellOf(document, "by_service", 0, "never") == Cell{report::Hidden{}});
    CHECK(document.caveats.size() == 4);
}

TEST_CASE("exact figures are all there, and say on the report that they are")
{
    const auto full = reportOf(1, 70);
    const Document document = bounceDocument(full, report::exactFigures);
    CHECK(cellOf(document, "by_service", 0, "bounces") == Cell{std::int64_t{full.bounces.byService[0].bounces}});
    CHECK(cellOf(document, "by_service", 0, "never") == Cell{std::int64_t{full.bounces.byService[0].never}});
    CHECK(cellOf(document, "measures", 0, "numerator") == Cell{std::int64_t{1}});
    CHECK(cellOf(document, "measures", 0, "share") == Cell{1.0 / 3.0});
    CHECK(document.table("definitions")->rows.size() == report::measures().size());
    CHECK(document.caveats[1].starts_with("For use inside the services"));
    for (const report::Table& table : document.tables)
        for (const auto& row : table.rows)
            CHECK(row.size() == table.columns.size());
}

TEST_CASE("a period is of whole months from a first day to a last one")
{
    CHECK(report::isWholeMonths(on("2026-02-01"), on("2026-02-28")));
    CHECK(report::isWholeMonths(on("2026-01-01"), on("2026-12-31")));
    CHECK_FALSE(report::isWholeMonths(on("2026-01-02"), on("2026-01-31")));
    CHECK_FALSE(report::isWholeMonths(on("2024-02-01"), on("2024-02-28")));
}
