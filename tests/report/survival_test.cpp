#include "report/survival.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <map>
#include <sstream>

using namespace holdfast::report;
using Catch::Approx;

namespace {

/// Each person's time; `true`: it happened.
using People = std::vector<std::pair<int, bool>>;

Survival curveOf(const People& people)
{
    std::vector<Followed> followed;
    for (const auto& [time, happened] : people)
        followed.push_back({time, happened ? 1 : 0, happened ? 0 : 1});
    return Survival{followed};
}

using Quartiles = std::vector<std::optional<int>>;

Quartiles quartiles(const Survival& curve)
{
    return {curve.reached(0.25), curve.reached(0.5), curve.reached(0.75)};
}

}  // namespace

// The example most textbooks work: 21 people in weeks of remission, 9 of whom relapsed while they were watched.
// By hand, with a + for whoever was lost from sight:
//   6, 6, 6, 6+    21 at risk, 3 end          18/21                 = 0.8571
//   7              17 at risk (21 - 4)        18/21 x 16/17         = 0.8067
//   9+, 10, 10+    15 at risk (17 - 1 - 1)    0.8067 x 14/15        = 0.7529   the 10+ is at risk still
//   11+, 13        12 at risk (15 - 2 - 1)    0.7529 x 11/12        = 0.6902
//   16             11 at risk                 0.6902 x 10/11        = 0.6275
//   17+, 19+, 20+, 22   7 at risk             0.6275 x 6/7          = 0.5378
//   23              6 at risk                 0.5378 x 5/6          = 0.4482
//   25+, 32+, 32+, 34+, 35+                   nothing more ends: three quarters is never reached
TEST_CASE("the textbook's example comes out as worked by hand")
{
    const Survival curve{{{35, 0, 1},
                          {34, 0, 1},
                          {32, 0, 2},
                          {25, 0, 1},
                          {23, 1, 0},
                          {22, 1, 0},
                          {20, 0, 1},
                          {19, 0, 1},
                          {17, 0, 1},
                          {16, 1, 0},
                          {13, 1, 0},
                          {11, 0, 1},
                          {10, 1, 1},
                          {9, 0, 1},
                          {7, 1, 0},
                          {6, 3, 1}}};

    CHECK(curve.followed() == 21);
    CHECK(curve.ended() == 9);
    CHECK(curve.longest() == 35);
    const std::vector<std::pair<int, int>> expected{{6, 21}, {7, 17}, {10, 15}, {13, 12}, {16, 11}, {22, 7}, {23, 6}};
    const std::vector<double> left{6.0 / 7, 96.0 / 119, 64.0 / 85, 176.0 / 255, 32.0 / 51, 64.0 / 119, 160.0 / 357};
    REQUIRE(curve.steps().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(curve.steps()[i].time == expected[i].first);
        CHECK(curve.steps()[i].atRisk == expected[i].second);
        CHECK(curve.steps()[i].left == Approx(left[i]).margin(1e-12));
    }
    CHECK(quartiles(curve) == Quartiles{13, 23, std::nullopt});
    CHECK(curve.leftAfter(5) == 1.0);
    CHECK(curve.leftAfter(6) == Approx(0.8571).margin(1e-4));
    CHECK(curve.leftAfter(12) == Approx(0.7529).margin(1e-4));
    CHECK(curve.leftAfter(1000) == Approx(0.4482).margin(1e-4));
}

// Drawn by chance, and worked out in Python by the definition, person by person in fractions:
//   s = Fraction(1)
//   for t in sorted({t for t, e in people if e}):
//       n = sum(u >= t for u, _ in people); d = sum(u == t and e for u, e in people); s *= Fraction(n - d, n)
// The quartiles are the first t with s <= 3/4, 1/2 and 1/4.
TEST_CASE("curves drawn by chance come out as another program has them")
{
    struct Case {
        People people;
        Quartiles quartiles;
        double last;
    };
    const std::vector<Case> cases{
        {{{0, true},
          {3, true},
          {4, true},
          {5, false},
          {5, true},
          {11, true},
          {13, true},
          {20, true},
          {22, true},
          {22, true},
          {27, false},
          {29, true}},
         {4, 13, 22},
         0.0},
        {{{2, true}, {2, true}, {3, false}, {5, false}, {13, false}, {18, true}, {21, true}}, {2, 18, 21}, 0.0},
        {{{6, false}, {14, true}, {18, false}, {20, false}, {22, false}, {24, true}, {28, false}},
         {24, 24, std::nullopt},
         5.0 / 12},
        {{{7, false}, {10, false}, {21, true}}, {21, 21, 21}, 0.0},
        {{{0, true},   {0, true},  {0, true},  {1, false},  {1, false},  {1, true},  {1, true},
          {1, true},   {3, true},  {6, true},  {7, true},   {7, true},   {8, true},  {11, true},
          {12, true},  {13, true}, {13, true}, {15, false}, {15, true},  {16, true}, {16, true},
          {17, false}, {18, true}, {22, true}, {23, false}, {24, false}, {24, true}, {24, true},
          {26, true},  {26, true}, {29, true}, {29, true},  {29, true}},
         {7, 15, 26},
         0.0},
    };
    for (const Case& each : cases) {
        const Survival curve = curveOf(each.people);
        CHECK(quartiles(curve) == each.quartiles);
        CHECK(curve.steps().back().left == Approx(each.last).margin(1e-12));
    }
}

TEST_CASE("whoever was lost from sight on the day it happened to another was at risk until then")
{
    const Survival curve = curveOf({{5, false}, {5, true}});

    REQUIRE(curve.steps().size() == 1);
    CHECK(curve.steps().front().atRisk == 2);
    CHECK(curve.steps().front().left == 0.5);
    CHECK(quartiles(curve) == Quartiles{5, 5, std::nullopt});
}

TEST_CASE("a curve that nothing ended, or that nobody is in, is reached nowhere")
{
    const Survival waiting = curveOf({{3, false}, {90, false}});
    CHECK(waiting.steps().empty());
    CHECK(quartiles(waiting) == Quartiles(3));
    CHECK(waiting.leftAfter(90) == 1.0);
    CHECK(waiting.followed() == 2);

    const Survival nobody{{}};
    CHECK(quartiles(nobody) == Quartiles(3));
    CHECK(nobody.followed() == 0);
    CHECK(nobody.longest() == 0);
}

TEST_CASE("a share that is met exactly counts as reached")
{
    People people;
    for (int i = 1; i <= 24; ++i)
        people.emplace_back(i, true);
    // 23/24 x 22/23 x ... x 12/13 is a hair more than a half in floating point.
    CHECK(curveOf(people).reached(0.5) == 12);
    CHECK(curveOf(people).reached(1.0) == 24);
}

// Remission in leukaemia, maintained or not (Miller 1997), which R's survival carries as `aml`; the curves are what that
// package says of it. tests/recompute asks R again.
TEST_CASE("the curves of R's survival come out for its own data")
{
    const auto linesOf = [](const char* name) {
        std::ifstream file{std::string{HOLDFAST_SOURCE_DIR} + "/tests/recompute/" + name};
        std::vector<std::vector<std::string>> lines;
        for (std::string line; std::getline(file, line);) {
            std::erase(line, '"');
            std::istringstream cells{line};
            lines.emplace_back();
            for (std::string cell; std::getline(cells, cell, ',');)
                lines.back().push_back(cell);
        }
        return lines;
    };
    std::map<std::string, People> data;
    for (const auto& line : linesOf("aml.csv"))
        if (line[0] != "curve")
            data[line[0]].emplace_back(std::stoi(line[1]), line[2] == "1");
    REQUIRE(data.size() == 2);
    std::map<std::string, std::size_t> step;
    for (const auto& line : linesOf("aml_curve.csv")) {
        if (line[0] == "curve")
            continue;
        INFO(line[0] << " day " << line[1]);
        const Survival curve = curveOf(data.at(line[0]));
        const auto& made = curve.steps().at(step[line[0]]++);
        CHECK(made.time == std::stoi(line[1]));
        CHECK(made.atRisk == std::stoi(line[2]));
        CHECK(made.ended == std::stoi(line[3]));
        CHECK(made.left == Approx(std::stod(line[4])).margin(1e-12));
    }
    CHECK(step["aml Maintained"] == 7);
    CHECK(step["aml Nonmaintained"] == 9);
}
