// Which service fits a life: how far, when it is open, how it meets people. A mismatch is a reason, never a refusal.
#include "engine/travel.h"

#include "domain/opening_hours.h"
#include "engine/hours.h"
#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using engine::Fit;

namespace {

const ServiceId near{"near"}, far{"far"};

/// About `milesNorth` miles north of 52 degrees: a degree of latitude is 69.09 miles.
MapPlace northOf52(double milesNorth)
{
    return MapPlace::make(52'000'000 + static_cast<int>(milesNorth / 69.09 * degree), -200'000, "invented").value();
}

Service aService(const ServiceId& id, std::optional<double> milesNorth)
{
    Service service;
    service.id = id;
    service.name = id.str();
    service.kind = ServiceKind::drugAndAlcohol;
    service.needs = {Need::substanceUse};
    if (milesNorth)
        service.place = northOf52(*milesNorth);
    return service;
}

struct Life {
    PersonFacts person = somebody();
    std::vector<Service> services;
    std::vector<OutwardPlace> outward{{"SG1", northOf52(0), 1}};

    std::vector<engine::Candidate> candidates() const
    {
        const Directory directory{services, outward};
        const World& base = world();
        const engine::Context context{base.policy, directory, base.days, base.instruments};
        return engine::assess(context, person, bothNeeds(), {}, at("2026-03-02T10:00:00Z")).candidates.substanceUse;
    }
    engine::Candidate only() const { return candidates().at(0); }
    engine::FitReason reason(std::string_view criterion) const
    {
        const auto candidate = only();
        const auto found = std::ranges::find(candidate.reasons, criterion, &engine::FitReason::criterion);
        REQUIRE(found != candidate.reasons.end());
        return *found;
    }
};

bool says(const engine::FitReason& reason, std::string_view words)
{
    INFO(reason.sentence);
    CHECK(reason.sentence.find('{') == std::string::npos);
    return reason.sentence.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("The nearer of two services that fit alike comes first, and says how far it is and how that is known")
{
    Life life;
    life.services = {aService(far, 12), aService(near, 2.4)};
    const auto list = life.candidates();
    REQUIRE(list.size() == 2);
    CHECK(list[0].service == near);
    CHECK(list[0].score > list[1].score);
    CHECK(list[0].distance == engine::Distance{24, false});
    life.services = {aService(near, 2.4)};
    CHECK(says(life.reason("travel"), "2.4 miles in a straight line from the middle of SG1"));
    life.services = {aService(far, 40)};
    CHECK(life.reason("travel").fit == Fit::no);
    CHECK(life.reason("travel").points == 0);
    CHECK(life.only().match);  // far is never a refusal
    CHECK(says(life.reason("travel"), "Far to travel: 40.0 miles"));
}

TEST_CASE("A distance that a worker typed wins over the one that is reckoned, and says so")
{
    Life life;
    life.services = {aService(near, 2.4)};
    life.person.distances = {{near, 65}};
    CHECK(life.only().distance == engine::Distance{65, true});
    CHECK(says(life.reason("travel"), "6.5 miles, typed by a worker"));
    life.services = {aService(near, std::nullopt)};
    life.outward.clear();
    CHECK(life.only().distance == engine::Distance{65, true});
}

TEST_CASE("Where a distance is not known, the reason says which coordinates are missing and what to do")
{
    Life life;
    life.services = {aService(near, 2.4)};
    life.outward.clear();
    CHECK(life.reason("travel").fit == Fit::unknown);
    CHECK(says(life.reason("travel"), "Distance not known: no coordinates for SG1. Ask a supervisor"));
    life.outward = {{"SG1", northOf52(0), 1}};
    life.services = {aService(near, std::nullopt)};
    CHECK(says(life.reason("travel"), "no coordinates for this service"));
    life.services[0].postcode = "AL1 3JQ";
    CHECK(says(life.reason("travel"), "no coordinates for AL1"));
    life.person.postcode = "ZZ99 3VZ";
    CHECK(says(life.reason("travel"), "no postcode is recorded"));
    CHECK_FALSE(life.only().distance);
}

TEST_CASE("Without coordinates of its own a service is measured to the middle of its postcode district")
{
    Life life;
    life.outward.push_back({"AL1", northOf52(5), 1});
    life.services = {aService(near, std::nullopt)};
    life.services[0].postcode = "AL1 3JQ";
    CHECK(says(life.reason("travel"), "5.0 miles in a straight line, middle of SG1 to middle of AL1"));
    life.services[0].postcode = "SG1 2BB";  // the same district: one point cannot be two ends of a way
    CHECK_FALSE(life.only().distance);
    CHECK(life.reason("travel").fit == Fit::yes);
    CHECK(says(life.reason("travel"), "In the same postcode district. Distance not known"));
}

TEST_CASE("For somebody who does not want to be seen near home, distance counts the other way round")
{
    Life life;
    life.person.avoidsHomeArea = true;
    life.services = {aService(near, 1), aService(far, 8)};
    const auto list = life.candidates();
    CHECK(list[0].service == far);
    life.services = {aService(near, 1)};
    CHECK(life.reason("not_near_home").fit == Fit::no);
    CHECK(says(life.reason("not_near_home"), "Close to home, which the person wishes to avoid: 1.0 miles"));
    life.services = {aService(far, 8)};
    CHECK(life.reason("not_near_home").fit == Fit::yes);
    CHECK(life.only().match);
    life.outward.clear();
    life.services[0].place.reset();
    life.services[0].postcode = "SG1 2BB";
    CHECK(life.reason("not_near_home").fit == Fit::no);
    life.services[0].postcode = "AL1 3JQ";
    CHECK(life.reason("not_near_home").fit == Fit::yes);
    CHECK(says(life.reason("not_near_home"), "In another postcode district than home. Distance not known"));
}

TEST_CASE("Every wish that a service does not meet is a reason with its words; it stays a match")
{
    Life life;
    life.person.language = "polish";
    life.person.workHours = "mon-fri 09:00-17:00";
    life.person.prefersOneToOne = false;
    life.person.prefersRemote = true;
    life.person.wantsLivedExperience = true;
    life.person.wantsFamilySupport = true;
    life.person.needsTravelHelp = true;
    life.person.needsStepFree = true;
    Service service = aService(near, 1);
    service.languages = {"Urdu"};
    service.hours = {*parseOpeningHours("mon-fri 09:00-17:00")};
    service.offersGroup = service.offersRemote = service.workersWithLivedExperience = false;
    service.offersFamilyOrCarers = service.helpsWithTravelCost = service.stepFreeAccess = false;
    life.services = {service};
    const std::pair<const char*, const char*> expected[] = {
        {"language", "polish is not among its languages (Urdu)"},
        {"hours", "Open mon-fri 09:00-17:00: only while the person is at work (mon-fri 09:00-17:00)"},
        {"setting", "Does not offer groups"},
        {"remote", "Does not offer phone or video"},
        {"lived_experience", "No workers or peers"},
        {"family", "Nothing for family or carers"},
        {"travel_help", "No help with the cost of travel"},
        {"step_free", "Not step-free"}};
    for (const auto& [criterion, words] : expected) {
        CHECK(life.reason(criterion).fit == Fit::no);
        CHECK(says(life.reason(criterion), words));
    }
    CHECK(life.only().match);

    life.services = {aService(near, 1)};  // nothing is recorded: unknown, never a quiet no
    for (const auto& [criterion, words] : expected) {
        CHECK(life.reason(criterion).fit == Fit::unknown);
        CHECK(says(life.reason(criterion), ""));
    }
    life.services[0].languages = {"Urdu", "Polish"};
    CHECK(life.reason("language").fit == Fit::yes);
    life.services[0].kind = ServiceKind::carers;
    CHECK(life.reason("family").fit == Fit::yes);
}

TEST_CASE("A service that is closed stays on the list and says so, and is never chosen")
{
    Life life;
    life.services = {aService(near, 1)};
    life.services[0].active = false;
    CHECK_FALSE(life.only().match);
    CHECK(says(life.reason("open"), "Closed"));
}

TEST_CASE("Two shifts that fill the opening together leave no time; a night shift leaves the day")
{
    const auto open = std::vector{*parseOpeningHours("mon-fri 09:00-17:00")};
    CHECK_FALSE(engine::opensOutside(open, *parseWorkHours("mon-fri 08:00-13:00, mon-fri 13:00-18:00")));
    CHECK_FALSE(engine::opensOutside(open, *parseWorkHours("mon-fri 12:40-18:00, mon-fri 08:00-12:15")));
    CHECK(engine::opensOutside(open, *parseWorkHours("mon-fri 08:00-12:00, mon-fri 12:30-18:00")));
    CHECK(engine::opensOutside(open, *parseWorkHours("mon-fri 22:00-06:00")));
    CHECK_FALSE(engine::opensOutside({*parseOpeningHours("tue 01:00-05:00")}, *parseWorkHours("mon 22:00-06:00")));
}
