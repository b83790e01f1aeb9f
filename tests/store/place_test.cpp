#include "store/distance_repository.h"
#include "store/outward_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

OutwardPlace aPlace(std::string outward, int latitude = 51'752'700)
{
    return {std::move(outward), MapPlace::make(latitude, -339'400, "a map").value()};
}

}  // namespace

TEST_CASE("a postcode district comes back as it was entered, is saved once for each version, and can be removed")
{
    ON_EVERY_STORE(connection);
    store::OutwardRepository places{connection};
    const OutwardPlace sg = places.insert(aPlace("SG1")).value();
    OutwardPlace al = places.insert(aPlace("AL1")).value();
    CHECK(places.insert(aPlace("AL1")).error().where == "outward");
    CHECK(places.all() == std::vector{al, sg});

    OutwardPlace moved = al;
    moved.place = aPlace("AL1", 52'000'001).place;
    const OutwardPlace saved = places.save(moved).value();
    CHECK(saved.version == 2);
    CHECK(places.find("AL1") == saved);
    CHECK(places.save(al).error().where == "version");
    CHECK(places.remove(al).error().where == "version");
    REQUIRE(places.remove(saved));
    CHECK(places.all() == std::vector{sg});
}

TEST_CASE("codes that people and services use and nobody entered are listed once, without the places that are none")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    const char* postcodes[] = {"AL1 3JQ", "AL1 1AA", "ZZ99 3VZ", "", "SG1 1AA"};
    for (int i = 0; i < 5; ++i) {
        Person person = aPerson("person-" + std::to_string(i), "Given", "Name");
        person.postcode = postcodes[i];
        addPerson(connection, person);
    }
    Service hub = aService("hub", "Hub");
    hub.postcode = "EC1A 1BB";
    Service placed = aService("placed", "Placed");
    placed.postcode = "W2 1AA";
    placed.place = aPlace("").place;
    store::ServiceRepository services{connection};
    REQUIRE(services.insert(hub));
    REQUIRE(services.insert(placed));
    store::OutwardRepository places{connection};
    CHECK(places.missing(10) == std::vector<std::string>{"AL1", "EC1A", "SG1"});
    REQUIRE(places.insert(aPlace("AL1")));
    CHECK(places.missing(1) == std::vector<std::string>{"EC1A"});
}

TEST_CASE("the database itself keeps no coordinate without a source")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    for (const char* sql : {"UPDATE service SET latitude = 51752700, longitude = -339400 WHERE id = 'lantern'",
                            "UPDATE service SET latitude = 51752700, longitude = 1, coordinates_source = ''",
                            "UPDATE service SET coordinates_source = 'a map'",
                            "INSERT INTO outward_place VALUES ('AL1', 51752700, 1, '', 1)"})
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
}

TEST_CASE("a typed distance takes the place of an earlier one and can be forgotten")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    const PersonId dani{"person-1"};
    store::DistanceRepository distances{connection};
    distances.set(dani, {ServiceId{"lantern"}, 45}, WorkerId{"priya"}, monday);
    distances.set(dani, {ServiceId{"cmht"}, 120}, WorkerId{"priya"}, monday);
    distances.set(dani, {ServiceId{"lantern"}, 52}, WorkerId{"jo"}, monday + 1h);
    CHECK(distances.of(dani) == std::vector<TypedDistance>{{ServiceId{"cmht"}, 120}, {ServiceId{"lantern"}, 52}});
    distances.remove(dani, ServiceId{"cmht"});
    CHECK(distances.of(dani).size() == 1);
    CHECK(distances.of(PersonId{"nobody"}).empty());
}
