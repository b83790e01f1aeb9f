#include "store/meta_repository.h"
#include "store/service_repository.h"
#include "store/store_world.h"
#include "store/worker_repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Service fullService()
{
    Service service = aService("lantern", "Lantern Drug and Alcohol");
    service.kind = ServiceKind::drugAndAlcohol;
    service.needs = {Need::mentalHealth, Need::substanceUse};
    service.minAge = 18;
    service.maxAge = 65;
    service.areas = {"SG", "AL1"};
    service.hours = {{0, 4, 540, 1020}, {2, 2, 1020, 1200}};
    service.waitDays = 10;
    service.acceptsConcurrentUse = true;
    service.severities = {Severity::mild, Severity::severe};
    service.postcode = "SG1 1AA";
    service.helpsWithTravelCost = false;
    service.languages = {"en", "pl, spoken"};
    service.stepFreeAccess = true;
    service.offersGroup = false;
    service.offersOneToOne = true;
    service.offersRemote = false;
    service.offersInPerson = true;
    service.workersWithLivedExperience = true;
    service.offersFamilyOrCarers = false;
    service.place = MapPlace::make(51'752'700, -339'400, "a map").value();
    service.phone = "01632 960001";
    service.email = "hello@lantern.example";
    service.address = "2 Harbour Row";
    service.website = "https://lantern.example";
    service.notes = "Ring first";
    service.odsCode = "ZZ001";
    service.active = false;
    return service;
}

}  // namespace

TEST_CASE("a service keeps what is recorded and what is not")
{
    ON_EVERY_STORE(connection);
    store::ServiceRepository services{connection};

    const Service full = services.insert(fullService()).value();
    const Service bare = services.insert(aService("cmht", "Wrenfield Community Mental Health Team")).value();

    CHECK(services.find(full.id) == full);
    CHECK(services.find(bare.id) == bare);
    CHECK(services.find(ServiceId{"nowhere"}) == std::nullopt);
    CHECK(services.all() == std::vector{bare, full});
    CHECK(services.insert(bare).error().where == "id");
}

TEST_CASE("a service saved by somebody else first is not saved again")
{
    ON_EVERY_STORE(connection);
    store::ServiceRepository services{connection};
    const Service read = services.insert(aService("lantern", "Lantern")).value();
    Service edited = fullService();
    edited.version = read.version;

    CHECK(services.save(edited).value().version == 2);
    CHECK(services.save(read).error().code == ErrorCode::conflict);
    CHECK(services.find(read.id)->name == "Lantern Drug and Alcohol");
}

TEST_CASE("workers are kept, listed by name, and saved once for each version")
{
    ON_EVERY_STORE(connection);
    store::WorkerRepository workers{connection};
    Worker priya = workers.insert(aWorker("priya", "Priya Raman", "lantern")).value();
    const Worker jo = workers.insert(aWorker("jo", "Jo Mercer", "cmht")).value();
    priya.role = Role::supervisor;
    priya.team = "north";
    priya.active = false;

    const Worker saved = workers.save(priya).value();

    CHECK(workers.find(priya.id) == saved);
    CHECK(workers.all() == std::vector{jo, saved});
    CHECK(workers.save(priya).error().code == ErrorCode::conflict);
    CHECK(workers.insert(jo).error().where == "id");
}

TEST_CASE("facts about the store and a worker's settings are kept by their key")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::MetaRepository meta{connection};

    meta.set(store::metaPractice, "no");
    meta.set(store::metaPractice, "yes");
    meta.saveSetting(WorkerId{"priya"}, "text_size", "150");
    meta.saveSetting(WorkerId{"priya"}, "text_size", "200");

    CHECK(meta.get(store::metaPractice) == "yes");
    CHECK(meta.get("nothing") == std::nullopt);
    CHECK(meta.setting(WorkerId{"priya"}, "text_size") == "200");
    CHECK(meta.setting(WorkerId{"jo"}, "text_size") == std::nullopt);
}
