#include "assessment/route_choice.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

struct Fixture {
    const ServiceId cmht{"cmht"};
    const ServiceId lantern{"lantern"};
    const ServiceId hub{"hub"};
    record::AssessmentForm form;
    engine::AssessmentDecision decision;

    Fixture()
    {
        form.status = {NeedStatus::present, NeedStatus::possible};
        decision.draft = {{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}};
        engine::Candidate first;
        first.service = cmht;
        first.rank = 1;
        engine::Candidate second;
        second.service = hub;
        second.rank = 2;
        decision.candidates.mentalHealth = {first, second};
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "one leg goes out for each open need")
{
    const auto legs = legsFor(form, decision, {});
    REQUIRE(legs.size() == 2);
    CHECK(legs[0].service == cmht);

    form.status.substanceUse = NeedStatus::none;
    CHECK(legsFor(form, decision, {}).size() == 1);
    form.status.mentalHealth = NeedStatus::declinedByPerson;
    CHECK(legsFor(form, decision, {}).empty());
}

TEST_CASE_METHOD(Fixture, "a worker's choice takes the place of the proposal")
{
    RouteChoice choice;
    choice.other.mentalHealth = hub;
    CHECK(legsFor(form, decision, choice)[0].service == hub);
    CHECK(isWeaker(Need::mentalHealth, hub, decision));
    CHECK_FALSE(isWeaker(Need::mentalHealth, cmht, decision));
}

TEST_CASE_METHOD(Fixture, "an open need that no service fits is named, never dropped")
{
    decision.draft.pop_back();
    CHECK(needsWithoutRoute(form, decision, {}) == std::vector{Need::substanceUse});
    RouteChoice choice;
    choice.other.substanceUse = hub;
    CHECK(needsWithoutRoute(form, decision, choice).empty());
}
