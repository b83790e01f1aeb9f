#include "domain/plan.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;

namespace {

constexpr Date day(int year, unsigned month, unsigned date)
{
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

constexpr Date today = day(2026, 11, 23);

PlanContent complete(PlanKind kind)
{
    PlanContent content;
    content.kind = kind;
    for (const PlanSection& section : sectionsOf(kind))
        if (section.required)
            content.answers[std::string{section.code}] = "In their words.";
    content.lines = {{"l1", NeedScope::mentalHealth, "Ring on Friday", WorkerId{"samir"}, {}, day(2026, 11, 27)},
                     {"l2", NeedScope::substanceUse, "Go to the group", {}, "Dani", day(2026, 12, 1)}};
    content.reviewOn = day(2026, 12, 21);
    content.until = day(2027, 11, 23);
    content.accord = PlanAccord::agreed;
    content.personsView = "This is what I asked for.";
    return content;
}

std::string wrongIn(const PlanContent& content)
{
    const auto checked = checkPlan(content, today);
    return checked ? std::string{} : checked.error().where;
}

}  // namespace

TEST_CASE("a plan that says what its kind asks for can be agreed, and one that leaves it out cannot")
{
    for (const PlanKind kind : allPlanKinds) {
        const PlanContent whole = complete(kind);
        CHECK(wrongIn(whole).empty());
        for (const PlanSection& section : sectionsOf(kind)) {
            PlanContent content = whole;
            content.answers[std::string{section.code}] = "  \n";
            CHECK((wrongIn(content) == "answers/" + std::string{section.code}) == section.required);
        }
    }
}

TEST_CASE("an aftercare plan asks for the signs of the needs that it follows only")
{
    PlanContent content = complete(PlanKind::aftercare);
    content.need = NeedScope::substanceUse;
    content.answers.erase("signs_mental_health");
    CHECK(wrongIn(content).empty());
    content.answers.erase("signs_substance_use");
    CHECK(wrongIn(content) == "answers/signs_substance_use");
}

TEST_CASE("every line has one who does it and a day")
{
    PlanContent content = complete(PlanKind::care);
    content.lines[1].what = " ";
    CHECK(wrongIn(content) == "lines/1/what");
    content = complete(PlanKind::care);
    content.lines[0].worker = {};
    CHECK(wrongIn(content) == "lines/0/owner");
    content = complete(PlanKind::care);
    content.lines[0].who = "and Grace";
    CHECK(wrongIn(content) == "lines/0/owner");
    content = complete(PlanKind::care);
    content.lines[1].due.reset();
    CHECK(wrongIn(content) == "lines/1/due");
    content = complete(PlanKind::care);
    content.lines[1].id = "l1";
    CHECK(wrongIn(content) == "lines/0/id");
}

TEST_CASE("what the person says to a plan is asked, of a safety plan only when they do not agree to it")
{
    PlanContent care = complete(PlanKind::care);
    care.personsView.clear();
    CHECK(wrongIn(care) == "persons_view");
    care.accord.reset();
    CHECK(wrongIn(care) == "accord");
    PlanContent safety = complete(PlanKind::safety);
    safety.personsView.clear();
    CHECK(wrongIn(safety).empty());
    safety.accord = PlanAccord::agreedInPart;
    CHECK(wrongIn(safety) == "persons_view");
}

TEST_CASE("a plan is looked at again on a later day, and aftercare runs until one")
{
    PlanContent content = complete(PlanKind::aftercare);
    content.reviewOn = today;
    CHECK(wrongIn(content) == "review_on");
    content = complete(PlanKind::aftercare);
    content.until.reset();
    CHECK(wrongIn(content) == "until");
    content = complete(PlanKind::care);
    content.until.reset();
    CHECK(wrongIn(content).empty());
}

TEST_CASE("a section that the kind does not have is refused")
{
    PlanContent content = complete(PlanKind::safety);
    content.answers["goals"] = "To sleep.";
    CHECK(wrongIn(content) == "answers/goals");
}

TEST_CASE("the way into adult services is planned from seventeen and a half")
{
    const Date born = day(2009, 5, 31);
    CHECK_FALSE(offersTransition({}, today));
    CHECK_FALSE(offersTransition(born, day(2026, 11, 29)));
    CHECK(offersTransition(born, day(2026, 11, 30)));  // half a year on there is no 31st
    CHECK(offersTransition(born, day(2028, 5, 30)));
    CHECK_FALSE(offersTransition(born, day(2028, 5, 31)));
}

TEST_CASE("keep-in-touch days are the same day of a later month, or its last")
{
    const auto dates = keepInTouchDates(day(2026, 11, 30));
    CHECK(dates == std::vector{day(2026, 12, 30), day(2027, 2, 28), day(2027, 5, 30), day(2027, 11, 30)});
}

TEST_CASE("a line is done as it was marked last")
{
    const PlanContent content = complete(PlanKind::care);
    const PersonId person{"p1"};
    std::vector<PlanMark> marks{{person, "l1", 1, true, WorkerId{"samir"}, {}}};
    CHECK(isDone("l1", marks));
    REQUIRE(outstanding(content, marks).size() == 1);
    CHECK(outstanding(content, marks).front().id == "l2");
    marks.push_back({person, "l1", 2, false, WorkerId{"samir"}, {}});
    std::ranges::reverse(marks);
    CHECK_FALSE(isDone("l1", marks));
    CHECK(outstanding(content, marks).size() == 2);
}
