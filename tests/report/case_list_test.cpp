// The cases behind each figure, from the quarter whose measures were worked out by hand.
#include "report/case_list.h"

#include "measure_rows.h"
#include "report/measure_report.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using report::Dimension;

namespace {

report::Recorder recorder(const WorkerId&)
{
    return {"duty", "lantern"};
}

report::MeasureQuery firstQuarter()
{
    report::MeasureQuery query;
    query.from = on("2026-01-01");
    query.to = on("2026-03-31");
    return query;
}

template <class Counter>
void read(Counter& counter)
{
    for (const auto& row : quarterBounces())
        counter.add(row);
    for (const auto& row : quarterReferrals())
        counter.add(row);
    for (const auto& row : quarterFacts())
        counter.add(row);
    counter.addCarerSpokenTo(PersonId{"p2"});
}

report::CaseList casesOf(report::CaseAsked asked)
{
    if (asked.query.to == Date{})
        asked.query = firstQuarter();
    report::CaseFinder finder{std::move(asked), on("2026-03-31"), recorder};
    read(finder);
    return finder.finish();
}

report::CaseAsked of(std::string_view measure, bool whole = false)
{
    report::CaseAsked asked;
    asked.measure = measure;
    asked.whole = whole;
    return asked;
}

}  // namespace

TEST_CASE("as many cases stand behind every figure as it says, and behind what it is a share of")
{
    report::MeasureCounter counter{firstQuarter(), on("2026-03-31"), recorder};
    read(counter);
    const auto figures = counter.finish().all.figures;
    for (std::size_t i = 0; i < report::measures().size(); ++i) {
        const report::Measure& measure = report::measures()[i];
        INFO(measure.id);
        if (report::isOfNobodyKnown(measure))
            continue;
        CHECK(casesOf(of(measure.id)).counted == figures[i].part);
        if (figures[i].whole)
            CHECK(casesOf(of(measure.id, true)).counted == *figures[i].whole);
    }
}

TEST_CASE("the cases of a line of a table are of that line, and of a cell of the matrix of both services")
{
    auto asked = of("bounces.all");
    asked.only = {Dimension::service, "cmht"};
    const auto list = casesOf(asked);
    REQUIRE(list.counted == 3);
    CHECK(list.people == 2);
    CHECK(list.cases.front().on == on("2026-02-10"));
    CHECK(list.cases.back().reason == ReasonCode{"N02"});
    asked.sentTo = "";
    CHECK(casesOf(asked).counted == 3);  // nobody was named
    asked.sentTo = "lantern";
    CHECK(casesOf(asked).counted == 0);
    asked = of("bounces.all");
    asked.only = {Dimension::ageBand, "not_recorded"};
    CHECK(casesOf(asked).counted == 6);
}

TEST_CASE("a skill that staff could learn has the bounces whose reasons point to it")
{
    auto asked = of("bounces.all");
    asked.skill = "both_needs_mental_health";
    const auto list = casesOf(asked);
    REQUIRE(list.counted == 1);
    CHECK(list.cases.front().reason == ReasonCode{"N02"});
}

TEST_CASE("people bounced twice are counted once and listed with each of their bounces")
{
    const auto list = casesOf(of("people.twice"));
    CHECK(list.counted == 2);
    CHECK(list.people == 2);
    CHECK(list.cases.size() == 5);
}

TEST_CASE("what was sent to a service is every referral, and not what came of it")
{
    auto asked = of(report::everyReferral);
    asked.only = {Dimension::service, "lantern"};
    CHECK(casesOf(asked).counted == 4);
}

TEST_CASE("another period and another need have other cases")
{
    auto asked = of("bounces.all");
    asked.query = firstQuarter();
    asked.query.from = on("2026-02-01");
    CHECK(casesOf(asked).counted == 4);
    asked.query.need = Need::substanceUse;
    CHECK(casesOf(asked).counted == 1);
}
