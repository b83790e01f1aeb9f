// Each measure on the quarter of measure_rows.h, worked by hand.
#include "report/measure_rows.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace holdfast;
using namespace holdfast::test;
using report::Figure;

namespace {

using Median = std::optional<double>;

const std::map<std::string_view, Figure>& byHand()
{
    static const std::map<std::string_view, Figure> figures{
        {"qs188.substance_use", {1, 3}},  // p3 of p1, p3, p4: who asked again is one
        {"qs188.mental_health", {1, 3}},  // the first of p1, p2, p2
        {"bounces.all", {6}},
        {"bounces.never", {2, 6}},
        {"bounces.handover", {1, 6}},
        {"bounces.soft", {3, 6}},
        {"cited.substance_use", {1}},
        {"cited.mental_health", {1}},
        {"people.twice", {2, 3}},  // p1 twice, p2 three times, p3 once
        {"tennis.matches", {1}},
        {"days_lost.bounce", {6, {}, 7.5, 4, 10}},  // 0 4 6 | 9 10 20
        {"days_lost.person", {3, {}, 14, 0, 35}},   // p3 0, p1 14, p2 35
        {"bounces.unreachable", {1}},
        {"silence.bounces", {1}},
        // Four followed: one helped and one lost at 10 leaves 3/4; one of two helped at 20 leaves 3/8; the last waits.
        {"first_help.mental_health", {4, {}, 20, 10, Median{}}},
        {"first_help.substance_use", {1, {}, 7, 7, 7}},
        {"clock.answer", {2, 5}},    // a day late, and never; the last has until 2 April
        {"clock.decision", {1, 5}},  // never
        {"challenges.sent", {4}},
        {"challenges.overturned", {1, 4}},
        {"challenges.upheld", {1, 4}},
        {"challenges.unanswered", {1, 4}},
        {"challenges.days", {2, {}, 22, 10, 34}},
        {"contacts.unanswered", {2, 3}},
        {"ended.without_aftercare", {1, 2}},
        {"wish.not_near_home", {1, 2}},
        {"wish.travel", {0, 1}},
        {"wish.hours", {1, 1}},
        {"eighteen.accepted", {1, 1}},
        {"protocol.applied", {1, 3}},
        {"carers.involved", {2, 4}},  // written to p1's, spoken with p2's; of p1 to p4
        {"contacts.avoidable", {2, 3}},
        {"attempts.all", {1}},
        {"cost.person", {3, {}, 4.6, 2.1, 31.26}},
        {"story.retold", {3}},
        {"well.accepted_first", {1, 5}},  // lantern took p1; the second referral of p2 is not a first one
        {"well.joined_28", {1, 2}},       // p4 has not had 28 days
        {"well.joint_meetings", {1}},
        {"well.good", {2}},
        {"well.held_both", {1, 2}},
    };
    return figures;
}

}  // namespace

TEST_CASE("every measure comes out as worked by hand")
{
    const auto figures = figuresOf(quarter());
    REQUIRE(figures.size() == report::measures().size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::string_view id = report::measures()[i].id;
        INFO(id);
        REQUIRE(byHand().contains(id));
        const Figure& expected = byHand().at(id);
        CHECK(figures[i].part == expected.part);
        CHECK(figures[i].whole == expected.whole);
        CHECK(figures[i].median == expected.median);
        CHECK(figures[i].lower == expected.lower);
        CHECK(figures[i].upper == expected.upper);
    }
    CHECK(byHand().size() == figures.size());
}

TEST_CASE("every measure says what it counts, of what, and where it comes from")
{
    for (const report::Measure& each : report::measures()) {
        INFO(each.id);
        CHECK(report::measure(each.id) == &each);
        CHECK_FALSE(each.title.empty());
        CHECK_FALSE(each.part.empty());
        CHECK_FALSE(each.source.empty());
        CHECK(each.whole.empty() == (each.unit != report::Unit::share));
        CHECK(each.certainty != Certainty::unverified);
    }
    CHECK(report::measure("bounces.none") == nullptr);
}

TEST_CASE("nothing at all is noughts without a share or a median")
{
    const auto figures = figuresOf(report::Tally{on("2026-03-31")});
    for (std::size_t i = 0; i < figures.size(); ++i) {
        INFO(report::measures()[i].id);
        CHECK(figures[i].part == 0);
        CHECK(figures[i].whole.value_or(0) == 0);
        CHECK(figures[i].share() == std::nullopt);
        CHECK(figures[i].median == std::nullopt);
    }
}

TEST_CASE("quartiles of few and of even numbers are the middles of the halves")
{
    CHECK(report::daysFigure({5}) == Figure{1, {}, 5, {}, {}});
    CHECK(report::daysFigure({7, 3}) == Figure{2, {}, 5, 3, 7});
    CHECK(report::daysFigure({9, 1, 5}) == Figure{3, {}, 5, 1, 9});
    CHECK(report::daysFigure({4, 1, 3, 2}) == Figure{4, {}, 2.5, 1.5, 3.5});
}

TEST_CASE("reasons point to what staff could learn, one code to one skill at most")
{
    const auto tally = quarter();
    std::map<std::string_view, int> counted;
    for (std::size_t i = 0; i < report::trainingNeeds().size(); ++i)
        counted[report::trainingNeeds()[i].id] = tally.training[i];
    CHECK(counted["both_needs_mental_health"] == 1);  // N02
    CHECK(counted["both_needs_substance_use"] == 1);  // N05
    CHECK(counted["handing_over"] == 2);              // H01, S01
    CHECK(counted["answering"] == 1);                 // S02
    CHECK(counted["access"] == 1);                    // S12
    CHECK(counted["crisis"] == 0);
    std::map<std::string_view, int> uses;
    for (const auto& need : report::trainingNeeds())
        for (const auto code : need.codes)
            if (!code.empty())
                CHECK(++uses[code] == 1);
}

TEST_CASE("what a row is told apart by is its own, and nothing where it has none")
{
    using report::Dimension;
    const auto bounce = quarterBounces()[4];
    const auto referral = quarterReferrals()[0];
    const report::Recorder jo{"Blue team", "lantern"};
    CHECK(keyOf(Dimension::service, bounce, jo) == "gp");
    CHECK(keyOf(Dimension::reason, bounce, jo) == "S01");
    CHECK(keyOf(Dimension::cls, bounce, jo) == "soft");
    CHECK(keyOf(Dimension::month, bounce, jo) == "2026-03");
    CHECK(keyOf(Dimension::door, bounce, jo) == "gp");
    CHECK(keyOf(Dimension::door, quarterBounces()[0], jo) == "referral");
    CHECK(keyOf(Dimension::team, bounce, jo) == "Blue team");
    CHECK(keyOf(Dimension::team, bounce, {}) == "not_recorded");
    CHECK(keyOf(Dimension::quadrant, bounce, jo) == "not_recorded");
    CHECK(keyOf(Dimension::ageBand, bounce, jo) == "not_recorded");
    CHECK(keyOf(Dimension::need, referral, jo) == "mental_health");
    CHECK(keyOf(Dimension::reason, referral, jo) == std::nullopt);
    CHECK(keyOf(Dimension::need, quarterFacts()[5], jo) == std::nullopt);
    CHECK(keyOf(Dimension::service, quarterFacts()[0], jo) == std::nullopt);
}

TEST_CASE("ages fall into their bands at both ends")
{
    using report::ageBandOf;
    const std::map<int, std::string_view> bands{{17, "under_18"}, {18, "18_24"},       {24, "18_24"},
                                                {25, "25_34"},    {34, "25_34"},       {35, "35_44"},
                                                {64, "55_64"},    {65, "65_and_over"}, {101, "65_and_over"}};
    for (const auto& [age, band] : bands)
        CHECK(nameOf(ageBandOf(age)) == band);
    CHECK(nameOf(ageBandOf(std::nullopt)) == "not_recorded");
}

TEST_CASE(
    "a report is narrowed by need, service, team, area and age, and an area is not the start of another's letters")
{
    report::MeasureQuery query;
    auto row = quarterBounces()[0];
    row.where = {30, "SG1", WorkerId{"jo"}};
    const report::Recorder jo{"Blue team", "lantern"};
    const auto takes = [&] { return report::Choice{query}.takes(row, jo); };
    CHECK(takes());
    for (const auto& [area, taken] :
         std::map<std::string, bool>{{"SG1", true}, {"SG", true}, {"S", false}, {"SG14", false}, {"AL", false}}) {
        INFO(area);
        query.area = area;
        CHECK(takes() == taken);
    }
    query.area = "SG1";
    row.where.area = "SG14";
    CHECK_FALSE(takes());
    query = {};
    query.team = "lantern";
    CHECK(takes());
    query.team = "Blue team";
    CHECK(takes());
    query.team = "cmht";
    CHECK_FALSE(takes());
    query = {};
    query.ageBand = report::AgeBand::from25;
    CHECK(takes());
    query.ageBand = report::AgeBand::from18;
    CHECK_FALSE(takes());
    query = {};
    query.need = Need::substanceUse;
    CHECK_FALSE(takes());
    CHECK(report::Choice{query}.takes(quarterFacts()[5], jo));  // both needs at once
    query = {};
    query.service = ServiceId{"lantern"};
    CHECK_FALSE(takes());
    CHECK_FALSE(report::Choice{query}.takes(quarterFacts()[0], jo));  // of no service
}

TEST_CASE("the period before is as long, and whole months follow whole months")
{
    const auto earlier = [](std::string_view from, std::string_view to) {
        report::MeasureQuery query;
        query.from = on(from);
        query.to = on(to);
        const auto found = before(query);
        return formatDate(found.from) + " " + formatDate(found.to);
    };
    CHECK(earlier("2026-03-01", "2026-03-31") == "2026-02-01 2026-02-28");
    CHECK(earlier("2026-01-01", "2026-03-31") == "2025-10-01 2025-12-31");
    CHECK(earlier("2024-02-01", "2024-02-29") == "2024-01-01 2024-01-31");
    CHECK(earlier("2026-03-02", "2026-03-31") == "2026-01-31 2026-03-01");
    CHECK(earlier("2026-03-05", "2026-03-05") == "2026-03-04 2026-03-04");
}
