#include "report/bounce_rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using report::bounceReport;
using report::GroupBy;

namespace {

std::vector<std::pair<std::string, int>> counts(const std::vector<report::BounceGroup>& groups)
{
    std::vector<std::pair<std::string, int>> list;
    for (const auto& group : groups)
        list.emplace_back(group.key, group.bounces);
    return list;
}
using Counts = std::vector<std::pair<std::string, int>>;

}  // namespace

TEST_CASE("the totals count the period's bounces, both ends included, and people apart from bounces")
{
    const auto made = bounceReport(summer(), someBounces(), someBounces());

    CHECK(made.bounces == 6);
    CHECK(made.never == 3);
    CHECK(made.handover == 1);
    CHECK(made.soft == 2);
    CHECK(made.people == 3);
    CHECK(made.peopleTwiceOrMore == 2);
    CHECK(made.daysLost == 73);
    CHECK(made.daysLostMedian == 9.0);
    CHECK(made.challenged == 3);
    CHECK(made.overturned == 2);
    CHECK(made.substanceUseCited == 2);
    CHECK(made.mentalHealthCited == 1);
}

TEST_CASE("groups by service and reason come most first, and say the commonest reason and the median")
{
    const auto made = bounceReport(summer(), someBounces(), someBounces());

    CHECK(counts(made.byService) == Counts{{"cmht", 3}, {"lantern", 2}, {"gp", 1}});
    CHECK(counts(made.byReason) == Counts{{"N02", 2}, {"H06", 1}, {"N05", 1}, {"S01", 1}, {"S02", 1}});
    CHECK(made.groups == made.byService);
    const auto& cmht = made.byService.front();
    CHECK(cmht.label == "The cmht");
    CHECK(cmht.never == 2);
    CHECK(cmht.handover == 1);
    CHECK(cmht.soft == 0);
    CHECK(cmht.people == 3);
    CHECK(cmht.daysLostMedian == 20.0);
    CHECK(cmht.challenged == 2);
    CHECK(cmht.overturned == 1);
    CHECK(cmht.commonReason == "N02");
    CHECK(made.byService[1].daysLostMedian == 6.5);
    CHECK(made.byService[1].commonReason == "N05");
}

TEST_CASE("months are all there, the empty ones too: the period's in the table, twelve in the trend")
{
    const auto made = bounceReport(summer(GroupBy::month), someBounces(), someBounces());

    CHECK(counts(made.groups) == Counts{{"2025-07", 3}, {"2025-08", 0}, {"2025-09", 3}});
    REQUIRE(made.byMonth.size() == 12);
    CHECK(made.byMonth.front().key == "2024-10");
    CHECK(made.byMonth.front().bounces == 1);
    CHECK(made.byMonth.back().key == "2025-09");
    CHECK(made.byMonth.back().bounces == 3);
    CHECK(report::trendStart(summer()) == day("2024-10-01"));
}

TEST_CASE("the flow counts who refused by where the person was sent, nobody among them")
{
    const auto made = bounceReport(summer(), someBounces(), {});

    CHECK(made.flow == std::vector<report::FlowCell>{{"cmht", "lantern", 3}, {"gp", "", 1}, {"lantern", "cmht", 2}});
}

TEST_CASE("a service or a need narrows every figure, the trend too")
{
    auto query = summer(GroupBy::reason);
    query.service = ServiceId{"lantern"};
    const auto byService = bounceReport(query, someBounces(), someBounces());
    CHECK(byService.bounces == 2);
    CHECK(counts(byService.groups) == Counts{{"N05", 1}, {"S02", 1}});
    CHECK(byService.byMonth.front().bounces == 0);

    query.service = std::nullopt;
    query.need = Need::mentalHealth;
    CHECK(bounceReport(query, someBounces(), someBounces()).bounces == 4);
}

TEST_CASE("a period without bounces has zeros and no median")
{
    auto query = summer();
    query.from = query.to = day("2020-02-29");
    const auto made = bounceReport(query, someBounces(), someBounces());

    CHECK(made.bounces == 0);
    CHECK(made.people == 0);
    CHECK(made.daysLostMedian == std::nullopt);
    CHECK(made.groups.empty());
    CHECK(made.byMonth.size() == 12);
}

TEST_CASE("legs sent join the services' lines, and a service that bounced nobody gets one")
{
    auto made = bounceReport(summer(), someBounces(), {});
    addLegsSent(made, {{"cmht", "The cmht", 12}, {"therapies", "Talking Therapies", 4}});

    CHECK(made.legsSent == 16);
    CHECK(made.byService.front().legs == 12);
    CHECK(made.byService.back().key == "therapies");
    CHECK(made.byService.back().label == "Talking Therapies");
    CHECK(made.byService.back().legs == 4);
    CHECK(made.byService.back().bounces == 0);
    CHECK(made.groups == made.byService);

    auto byReason = bounceReport(summer(GroupBy::reason), someBounces(), {});
    const auto reasons = byReason.groups;
    addLegsSent(byReason, {{"cmht", "The cmht", 12}});
    CHECK(byReason.groups == reasons);
}

TEST_CASE("what went well joins the services' lines beside what did not")
{
    auto made = bounceReport(summer(), someBounces(), {});
    addWentWell(made, {{"cmht", "The cmht", 3, 2}, {"therapies", "Talking Therapies", 1, 0}});

    CHECK(made.wentWell == 4);
    CHECK(made.heldBoth == 2);
    CHECK(made.byService.front().wentWell == 3);
    CHECK(made.byService.front().heldBoth == 2);
    CHECK(made.byService.back().label == "Talking Therapies");
    CHECK(made.byService.back().wentWell == 1);
    CHECK(made.byService.back().bounces == 0);
    CHECK(made.groups == made.byService);

    auto byMonth = bounceReport(summer(GroupBy::month), someBounces(), {});
    const auto months = byMonth.groups;
    addWentWell(byMonth, {{"cmht", "The cmht", 3, 2}});
    CHECK(byMonth.groups == months);
}

TEST_CASE("the trend is the same whether its rows are the period's own, looked at once, or a copy")
{
    const auto rows = someBounces();
    const auto copy = rows;
    for (const GroupBy by : {GroupBy::service, GroupBy::month}) {
        const auto once = bounceReport(summer(by), rows, rows);
        const auto apart = bounceReport(summer(by), rows, copy);
        CHECK(once.byMonth == apart.byMonth);
        CHECK(once.groups == apart.groups);
        CHECK(once.byMonth.front().bounces == 1);
    }
}
