#include "report/disclosure.h"
#include "report/solver.h"

using namespace holdfast;
using namespace holdfast::test;
using report::Disclosure;
using report::DisclosureRule;
using report::Range;

namespace {

/// Numbers that look like chance and are the same every time.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : m_state{seed * 2654435761U + 1} {}
    int below(int limit)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<int>((m_state >> 8U) % static_cast<std::uint32_t>(limit));
    }

private:
    std::uint32_t m_state;
};

int total(const std::vector<int>& parts)
{
    int all = 0;
    for (const int part : parts)
        all += part;
    return all;
}

Disclosure::Cell addSum(Disclosure& tables, const std::vector<int>& parts,
                        Disclosure::May may = Disclosure::May::beHidden)
{
    const auto whole = tables.add(total(parts));
    std::vector<Disclosure::Cell> cells;
    for (const int part : parts)
        cells.push_back(tables.add(part, may));
    tables.sum(whole, cells);
    return whole;
}

/// Divides `count` among `places`, most of it to the first ones: many small numbers at the end, as services have.
std::vector<int> divided(Draw& draw, int count, int places)
{
    std::vector<int> parts;
    for (int left = count; places > 1; --places) {
        parts.push_back(draw.below(left + 1) * 2 / 3);
        left -= parts.back();
        count = left;
    }
    parts.push_back(count);
    return parts;
}

/// The tables of one report: a total by service with where each sent people, by class with its reasons, and by month.
Disclosure reportLike(std::uint32_t seed, DisclosureRule rule)
{
    Draw draw{seed};
    Disclosure tables{rule};
    const int all = 10 + draw.below(70);
    const auto whole = tables.add(all);
    for (const bool byService : {true, false}) {
        std::vector<Disclosure::Cell> upper;
        for (const int count : divided(draw, all, byService ? 5 : 3)) {
            upper.push_back(tables.add(count));
            std::vector<Disclosure::Cell> lower;
            for (const int part : divided(draw, count, 4))
                lower.push_back(tables.add(part));
            tables.sum(upper.back(), lower);
        }
        tables.sum(whole, upper);
    }
    std::vector<Disclosure::Cell> months;
    for (const int count : divided(draw, all, 3))
        months.push_back(tables.add(count, Disclosure::May::onlyIfSmall));
    tables.sum(whole, months);
    tables.protect();
    return tables;
}

/// How many small counts a reader could narrow down to fewer than three values.
int leaks(const Disclosure& tables)
{
    int found = 0;
    for (const Feasible& each : Solver{tables}.rangesOfSmall())
        found += each.most - each.least + 1 < report::feasible ? 1 : 0;
    return found;
}

}  // namespace

TEST_CASE("a count below the threshold is hidden, nought is shown, and the others are rounded to the nearest five")
{
    Disclosure tables{DisclosureRule{}};
    for (const int count : {0, 1, 4, 5, 7, 8, 12, 13})
        tables.add(count);
    tables.protect();
    using Shown = std::optional<int>;
    CHECK(tables.shown(0) == 0);
    CHECK(tables.shown(1) == Shown{});
    CHECK(tables.shown(2) == Shown{});
    CHECK(tables.shown(3) == 5);
    CHECK(tables.shown(4) == 5);
    CHECK(tables.shown(5) == 10);
    CHECK(tables.shown(6) == 10);
    CHECK(tables.shown(7) == 15);
    CHECK(tables.alone(6) == Range{8, 12});
    CHECK(tables.alone(3) == Range{5, 7});
    CHECK(tables.alone(2) == Range{1, 4});
}

TEST_CASE("exact figures hide and round nothing")
{
    Disclosure tables{report::exactFigures};
    const auto whole = addSum(tables, {1, 2, 10});
    tables.protect();
    CHECK(tables.shown(whole) == 13);
    CHECK(tables.shown(1) == 1);
}

TEST_CASE("a hidden count that its total would give away takes another one with it")
{
    // 12 + 12 + 4 = 28 is shown as 10 + 10 + * = 30. The first two are at most 24, all of it at least 28: * is 4.
    DisclosureRule rule;
    rule.secondary = false;
    Disclosure open{rule};
    addSum(open, {12, 12, 4});
    open.protect();
    CHECK(open.known()[3] == Range{4, 4});
    // Without rounding it is the plain difference.
    rule.rounding = 1;
    Disclosure exact{rule};
    addSum(exact, {12, 12, 4});
    exact.protect();
    CHECK(exact.known()[3] == Range{4, 4});

    rule.secondary = true;
    Disclosure safe{rule};
    const auto whole = addSum(safe, {12, 13, 4});
    safe.protect();
    CHECK(safe.shown(whole) == 29);
    CHECK(safe.shown(1) == std::nullopt);
    CHECK(safe.shown(2) == 13);
    CHECK(safe.shown(3) == std::nullopt);
}

TEST_CASE("a month is hidden for its own number alone, so its total goes instead")
{
    DisclosureRule rule;
    rule.rounding = 1;
    Disclosure tables{rule};
    const auto whole = addSum(tables, {12, 13, 4}, Disclosure::May::onlyIfSmall);
    tables.protect();
    CHECK(tables.shown(whole) == std::nullopt);
    CHECK(tables.shown(1) == 12);
    CHECK(tables.shown(2) == 13);
    CHECK(tables.shown(3) == std::nullopt);
}

TEST_CASE("what is further off is hidden one count at a time, and tables that say nothing of it stay as they are")
{
    // The total of 29 is hidden for the month of 4, and 49 less 20 would give it back: so the 20 goes too, and no more.
    DisclosureRule rule;
    rule.rounding = 1;
    Disclosure tables{rule};
    const auto total = addSum(tables, {12, 13, 4}, Disclosure::May::onlyIfSmall);
    const auto other = tables.add(20);
    const auto upper = tables.add(49);
    tables.sum(upper, {total, other});
    const auto elsewhere = addSum(tables, {30, 40, 50});
    tables.protect();
    CHECK(tables.hidden(total));
    CHECK(tables.hidden(other));
    CHECK(tables.shown(upper) == 49);
    for (const int month : {12, 13})
        CHECK(tables.shown(month == 12 ? 1 : 2) == month);
    for (Disclosure::Cell cell = elsewhere; cell < tables.size(); ++cell)
        CHECK_FALSE(tables.hidden(cell));
}

TEST_CASE("the second hiding comes to an end, and of tables with large counts something is always left to be shown")
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const Disclosure tables = reportLike(seed, DisclosureRule{});
        int large = 0;
        int shown = 0;
        for (Disclosure::Cell cell = 0; cell < tables.size(); ++cell) {
            large += tables.count(cell) >= 20 ? 1 : 0;
            shown += tables.count(cell) > 0 && !tables.hidden(cell) ? 1 : 0;
        }
        INFO("tables " << seed << ", " << large << " large counts");
        CHECK((shown > 0 || large < 3));
    }
}

TEST_CASE("a threshold below four hides what is small without hiding everything else for values that nobody can have")
{
    DisclosureRule rule;
    rule.threshold = 3;
    rule.rounding = 1;
    Disclosure tables{rule};
    addSum(tables, {40, 50, 2, 1});
    const auto elsewhere = tables.add(60);
    tables.protect();
    CHECK(tables.shown(elsewhere) == 60);
    CHECK(tables.shown(1) == 40);
    CHECK(tables.hidden(3));
    CHECK(tables.hidden(4));
}

TEST_CASE("no small count can be narrowed below three values, by a solver that sees every table")
{
    for (const int rounding : {1, 5}) {
        DisclosureRule rule;
        rule.rounding = rounding;
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            INFO("rounding " << rounding << ", tables " << seed);
            CHECK(leaks(reportLike(seed, rule)) == 0);
        }
    }
}

TEST_CASE("with the second hiding switched off the same solver finds small counts")
{
    for (const int rounding : {1, 5}) {
        DisclosureRule rule;
        rule.rounding = rounding;
        rule.secondary = false;
        int found = 0;
        for (std::uint32_t seed = 1; seed <= 12; ++seed)
            found += leaks(reportLike(seed, rule));
        INFO("rounding " << rounding);
        CHECK(found > 0);
    }
}

TEST_CASE("a reader reckons exactly as far as the solver does")
{
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const Disclosure tables = reportLike(seed, DisclosureRule{});
        const auto known = tables.known();
        for (const Feasible& each : Solver{tables}.rangesOfSmall()) {
            CHECK(each.least == known[each.cell].low);
            if (known[each.cell].high)
                CHECK(each.most == *known[each.cell].high);
        }
    }
}

TEST_CASE("a share is hidden with either of its counts and never tells more than they do")
{
    CHECK(report::shownPercent(10, 40) == 25);
    CHECK(report::shownPercent(std::nullopt, 40) == std::nullopt);
    CHECK(report::shownPercent(10, std::nullopt) == std::nullopt);
    CHECK(report::shownPercent(0, 0) == std::nullopt);
}
