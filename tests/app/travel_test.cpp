#include "app/travel.h"

#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr const char* twoCodes = "outward,latitude,longitude,source\n"
                                 "AL1,53.5,1.0,invented\n"
                                 "SG1,53.55,1.0,invented\n";

MapPlace aPlace(int latitude = 53'500'000)
{
    return MapPlace::make(latitude, 1'000'000, "invented").value();
}

std::string lastDetail(AppWorld& world)
{
    return world.audit().back().detail;
}

}  // namespace

TEST_CASE("supervisors and administrators say where postcode districts lie; others see it")
{
    onEveryStore([](AppWorld& world) {
        app::Travel travel{*world.workspace};
        const auto saved = travel.save(world.joanne, {" al1 ", aPlace()});
        REQUIRE(saved);
        CHECK(saved->outward == "AL1");
        CHECK(lastDetail(world) == "added");
        REQUIRE(travel.save(world.rowan, {"SG1", aPlace(53'550'000)}));
        for (const app::Session* session : {&world.priya, &world.samir}) {
            CHECK(travel.save(*session, {"AL2", aPlace()}).error().code == ErrorCode::forbidden);
            CHECK(travel.remove(*session, *saved).error().code == ErrorCode::forbidden);
            CHECK(travel.import(*session, twoCodes, world.command()).error().code == ErrorCode::forbidden);
            CHECK(travel.outwardCodes(*session)->places.size() == 2);
        }
        CHECK(travel.save(world.joanne, {"AL1", aPlace()}).error().where == "outward");
        CHECK(travel.save(world.joanne, {"nowhere", aPlace()}).error().where == "outward");
        REQUIRE(travel.remove(world.joanne, *saved));
        CHECK(lastDetail(world) == "removed");
        CHECK(travel.remove(world.joanne, *saved).error().code == ErrorCode::conflict);
    });
}

TEST_CASE("postcode districts are imported all or none, and twice is once")
{
    onEveryStore([](AppWorld& world) {
        app::Travel travel{*world.workspace};
        REQUIRE(travel.save(world.joanne, {"AL1", aPlace(53'400'000)}));
        const auto preview = travel.previewImport(world.rowan, twoCodes);
        REQUIRE(preview);
        CHECK(preview->added == 1);
        CHECK(preview->changed == 1);
        CHECK(travel.outwardCodes(world.rowan)->places.size() == 1);
        const auto bad = travel.import(world.rowan, std::string{twoCodes} + "AL2,53.5,1.0,\n", world.command());
        REQUIRE(bad);
        REQUIRE(bad->problems.size() == 1);
        CHECK(bad->problems[0].line == 4);
        CHECK(bad->problems[0].column == "source");
        CHECK(travel.outwardCodes(world.rowan)->places.size() == 1);
        const CommandId command = world.command();
        REQUIRE(travel.import(world.rowan, twoCodes, command));
        REQUIRE(travel.import(world.rowan, twoCodes, command));
        CHECK(travel.outwardCodes(world.rowan)->places.size() == 2);
        const auto again = travel.previewImport(world.rowan, *travel.exportCsv(world.rowan));
        CHECK(again->same == 2);
    });
}

TEST_CASE("a coordinator edits a service but not where it lies on the map")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        Service cmht = directory.list(world.samir, true).value().front();
        cmht.place = aPlace();
        CHECK(directory.save(world.samir, cmht, world.command()).error().code == ErrorCode::forbidden);
        const auto placed = directory.save(world.joanne, cmht, world.command());
        REQUIRE(placed);
        Service edited = *placed;
        edited.waitDays = 12;
        edited.offersFamilyOrCarers = true;
        const auto saved = directory.save(world.samir, edited, world.command());
        REQUIRE(saved);
        CHECK(saved->place == cmht.place);
        Service fresh;
        fresh.name = "New Service";
        fresh.needs = {Need::mentalHealth};
        fresh.place = aPlace();
        CHECK(directory.save(world.samir, fresh, world.command()).error().code == ErrorCode::forbidden);
        edited = *saved;
        edited.place.reset();
        CHECK(directory.save(world.samir, edited, world.command()).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("the panel reckons distances as soon as they can be known, and a typed one wins until it is forgotten")
{
    onEveryStore([](AppWorld& world) {
        app::Travel travel{*world.workspace};
        app::DirectoryOfServices directory{*world.workspace};
        app::Assessments assessments{*world.workspace};
        Person person = world.registered();
        person.postcode = "AL1 3JQ";
        person = *world.people().save(world.priya, person);
        const auto distance = [&] {
            record::AssessmentForm form;
            form.status = {NeedStatus::present, NeedStatus::present};
            const auto preview = assessments.preview(world.priya, person.id, form);
            REQUIRE(preview);
            const auto& list = preview->decision.candidates.mentalHealth;
            return std::ranges::find(list, ServiceId{"cmht"}, &engine::Candidate::service)->distance;
        };
        CHECK_FALSE(distance());
        REQUIRE(travel.import(world.joanne, twoCodes, world.command()));
        Service cmht = directory.list(world.joanne, true).value().front();
        cmht.place = aPlace(53'550'000);
        REQUIRE(directory.save(world.joanne, cmht, world.command()));
        CHECK(distance() == engine::Distance{35, false});

        REQUIRE(travel.typeDistance(world.priya, person.id, ServiceId{"cmht"}, 61));
        CHECK(distance() == engine::Distance{61, true});
        CHECK(world.audit().back().subject == person.id.str());
        CHECK(lastDetail(world) == "distance typed, cmht");
        REQUIRE(travel.typeDistance(world.priya, person.id, ServiceId{"cmht"}, std::nullopt));
        CHECK(distance() == engine::Distance{35, false});
        CHECK(travel.typeDistance(world.priya, person.id, ServiceId{"nowhere"}, 5).error().where == "service");
        CHECK(travel.typeDistance(world.priya, person.id, ServiceId{"cmht"}, -1).error().where == "miles");
        CHECK(travel.typeDistance(world.priya, PersonId{"nobody"}, ServiceId{"cmht"}, 5).error().code ==
              ErrorCode::notFound);
        CHECK(travel.typeDistance(world.rowan, person.id, ServiceId{"cmht"}, 5).error().code == ErrorCode::forbidden);
    });
}
