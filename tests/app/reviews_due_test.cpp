// Consent to be asked again and assessments that carers are owed, among the rest of Today.
#include "app/reviews_due.h"

#include "app/app_world.h"
#include "app/carers.h"
#include "app/consents.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

const Date day = std::chrono::floor<days>(tuesday);

ConsentId said(AppWorld& world, const PersonId& person, ShareKind with, ConsentDecision decision,
               std::optional<Date> reviewBy, const CarerId& carer = {})
{
    app::Consents consents{*world.workspace};
    ConsentId seen;
    const auto list = consents.list(world.samir, person);
    REQUIRE(list);
    for (const auto& line : list->lines)
        if (line.with == with && line.carer == carer && line.now)
            seen = line.now->id;
    Consent consent;
    consent.person = person;
    consent.with = with;
    consent.carer = carer;
    consent.decision = decision;
    consent.words = "As long as they read it.";
    if (with == ShareKind::carer)
        consent.topics = {{CarerTopic::appointments, TopicAnswer::yes}};
    consent.on = londonDate(world.clock.now());
    consent.reviewBy = reviewBy;
    const auto made = consents.record(world.priya, {consent, seen, world.command()});
    REQUIRE(made);
    return *made;
}

CarerId carerOf(AppWorld& world, const PersonId& person, const char* name, Date knownSince)
{
    app::SaveCarerInput input;
    input.person = person;
    input.carer.name = name;
    input.carer.knownSince = knownSince;
    input.link.relationship = "mum";
    input.command = world.command();
    const auto saved = app::Carers{*world.workspace}.save(world.priya, input);
    REQUIRE(saved);
    return saved->carer.id;
}

std::vector<app::WorkItem> reviews(AppWorld& world, const app::Session& session, app::Scope scope = app::Scope::mine)
{
    app::TodayQuery query;
    query.scope = scope;
    auto today = world.worklist().today(session, query);
    REQUIRE(today);
    const auto agreed = std::ranges::count(today->items, app::WorkGroup::mdtActions, &app::WorkItem::group);
    CHECK(today->groupTotals[static_cast<std::size_t>(app::WorkGroup::mdtActions)] == agreed);
    std::vector<app::WorkItem> found;
    std::ranges::copy_if(today->items, std::back_inserter(found),
                         [](const auto& item) { return item.review.has_value(); });
    return found;
}

}  // namespace

TEST_CASE("a yes whose day has come is on Today of whoever holds the person, until they are asked again")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();  // Priya holds both needs
        said(world, person.id, ShareKind::gp, ConsentDecision::given, day + days{40});
        said(world, person.id, ShareKind::housing, ConsentDecision::refused, day + days{40});
        CHECK(reviews(world, world.priya).empty());
        world.clock.advance(days{39});
        const auto soon = reviews(world, world.priya);
        REQUIRE(soon.size() == 1);  // what they said no to is not asked again by itself
        CHECK(soon[0].review->with == ShareKind::gp);
        CHECK(soon[0].person == person.id);
        CHECK(soon[0].ownerName == "Priya Raman");
        CHECK(londonDate(soon[0].action.due) == day + days{40});
        CHECK(soon[0].workingDaysOverdue == 0);
        CHECK(reviews(world, world.samir).empty());
        CHECK(reviews(world, world.joanne, app::Scope::team).size() == 1);
        CHECK(reviews(world, world.joanne, app::Scope::everyone).empty());
        world.clock.advance(days{6});
        CHECK(reviews(world, world.priya).at(0).workingDaysOverdue > 0);
        said(world, person.id, ShareKind::gp, ConsentDecision::given, day + days{140});
        CHECK(reviews(world, world.priya).empty());
    });
}

TEST_CASE("a carer is offered an assessment within its time, and one who is gone is asked nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const CarerId grace = carerOf(world, person.id, "Grace Fenwick", day);
        const CarerId sam = carerOf(world, person.id, "Sam Fenwick", day);
        said(world, person.id, ShareKind::carer, ConsentDecision::given, day + days{30}, sam);
        world.clock.advance(days{29});
        auto due = reviews(world, world.priya);
        REQUIRE(due.size() == 3);
        CHECK(std::ranges::count_if(due, [](const auto& item) { return item.review->assessment; }) == 2);
        CHECK(due[0].action.what == "offer_carer_assessment");
        CHECK(due.back().review->carerName == "Sam");
        app::Carers carers{*world.workspace};
        const auto list = carers.list(world.priya, person.id);
        for (const app::CarerView& view : list->carers) {
            app::SaveCarerInput change{person.id, view.carer, view.link, {}};
            if (view.carer.id == grace)
                change.carer.offeredOn = day + days{29};
            else
                change.link.endedOn = day + days{29};
            REQUIRE(carers.save(world.priya, change));
        }
        CHECK(reviews(world, world.priya).empty());
    });
}
