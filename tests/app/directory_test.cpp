#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr const char* twoRows = "id,name,kind,needs\r\n"
                                "eip,Wrenfield Early Intervention,eip,mental_health\r\n"
                                "cmht,Wrenfield Community Team,community_mental_health,mental_health\r\n";

}  // namespace

TEST_CASE("a new service gets an id that people can read, and is found by the engine at once")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        Service service;
        service.name = "Hill Top Recovery";
        service.kind = ServiceKind::drugAndAlcohol;
        service.needs = {Need::substanceUse};
        const auto saved = directory.save(world.samir, service, world.command());
        REQUIRE(saved);
        CHECK(saved->id == ServiceId{"hill-top-recovery"});
        const auto second = directory.save(world.samir, service, world.command());
        REQUIRE(second);
        CHECK(second->id == ServiceId{"hill-top-recovery-2"});
        const Person person = world.registered();
        world.recorded(person.id, bothNeeds());
        world.recorded(person.id,
                       event::ReferralSent{{{Need::mentalHealth, ServiceId{"cmht"}}, {Need::substanceUse, saved->id}}});
    });
}

TEST_CASE("a service is saved with the version that was read, by those who may")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        Service cmht = directory.list(world.priya, true).value().front();
        REQUIRE(cmht.id == ServiceId{"cmht"});
        CHECK(directory.save(world.priya, cmht, world.command()).error().code == ErrorCode::forbidden);
        cmht.waitDays = 30;
        REQUIRE(directory.save(world.samir, cmht, world.command()));
        cmht.waitDays = 40;
        CHECK(directory.save(world.samir, cmht, world.command()).error().code == ErrorCode::conflict);
        cmht.minAge = 30;
        cmht.maxAge = 20;
        CHECK(directory.save(world.samir, cmht, world.command()).error().where == "maxAge");
    });
}

TEST_CASE("an import adds and changes in one go, and twice is once")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        const auto preview = directory.previewImport(world.joanne, twoRows);
        REQUIRE(preview);
        CHECK(preview->added == 1);
        CHECK(preview->changed == 1);
        CHECK(directory.list(world.joanne, true)->size() == 4);
        const CommandId command = world.command();
        REQUIRE(directory.import(world.joanne, twoRows, command));
        REQUIRE(directory.import(world.joanne, twoRows, command));
        CHECK(directory.list(world.joanne, true)->size() == 5);
        const auto again = directory.import(world.joanne, twoRows, world.command());
        REQUIRE(again);
        CHECK(again->same == 2);
        CHECK(again->changed == 0);
        CHECK(directory.import(world.samir, twoRows, world.command()).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("one bad row keeps every row out, and each is reported with line and column")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        const std::string bad = std::string{twoRows} + "x,,eip,mental_health\r\ny,Y,nonsense,mental_health\r\n";
        const auto report = directory.import(world.joanne, bad, world.command());
        REQUIRE(report);
        REQUIRE(report->problems.size() == 2);
        CHECK(report->problems[0].line == 4);
        CHECK(report->problems[0].column == "name");
        CHECK(report->problems[1].line == 5);
        CHECK(report->problems[1].column == "kind");
        CHECK(directory.list(world.joanne, true)->size() == 4);
    });
}

TEST_CASE("what is exported can be imported again and is the same")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        const auto csv = directory.exportCsv(world.joanne);
        REQUIRE(csv);
        const auto report = directory.previewImport(world.joanne, *csv);
        REQUIRE(report);
        CHECK(report->problems.empty());
        CHECK(report->same == 4);
    });
}
