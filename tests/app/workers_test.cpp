#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("a worker who leaves keeps nobody waiting: each of their cases asks for a new name")
{
    onEveryStore([](AppWorld& world) {
        const Person first = world.referred("Ada");
        const Person second = world.referred("Bea");
        const Person free = world.registered("Cam");
        app::Workers workers{*world.workspace};
        Worker priya = world.priya.worker;
        priya.active = false;
        const CommandId command = world.command();
        REQUIRE(workers.save(world.joanne, priya, command));
        for (const PersonId& person : {first.id, second.id}) {
            const app::CaseFile file = world.file(person);
            REQUIRE(file.now.needs.mentalHealth.holder);
            CHECK(file.now.needs.mentalHealth.holder->acting);
            CHECK(std::holds_alternative<event::WorkerChanged>(file.history.back().event.body));
            CHECK(file.history.back().author == WorkerId{"joanne"});
            const auto& actions = file.now.nextActions;
            CHECK(std::ranges::any_of(actions, [](const auto& action) { return action.what == "name_worker"; }));
        }
        CHECK(world.file(free.id).history.empty());
        const auto audit = world.audit();
        CHECK(std::ranges::any_of(audit, [](const auto& row) { return row.detail == "left, 2 cases"; }));
        REQUIRE(workers.save(world.joanne, priya, command));
        CHECK(world.file(first.id).history.size() == 4);
        CHECK_FALSE(workers.signIn(WorkerId{"priya"}));
        const auto choices = workers.signInChoices();
        REQUIRE(choices);
        CHECK(std::ranges::none_of(*choices, [](const Worker& worker) { return worker.id == WorkerId{"priya"}; }));
    });
}

TEST_CASE("a new worker gets an id and can sign in")
{
    onEveryStore([](AppWorld& world) {
        Worker worker;
        worker.name = "  Colm   Byrne ";
        worker.service = ServiceId{"cmht"};
        app::Workers workers{*world.workspace};
        const auto saved = workers.save(world.rowan, worker, world.command());
        REQUIRE(saved);
        CHECK(saved->name == "Colm Byrne");
        CHECK_FALSE(saved->id.empty());
        CHECK(workers.signIn(saved->id));
    });
}

TEST_CASE("workers are saved with the version that was read, by those who may")
{
    onEveryStore([](AppWorld& world) {
        app::Workers workers{*world.workspace};
        Worker theo = workers.signIn(WorkerId{"theo"}).value().worker;
        theo.team = "East";
        REQUIRE(workers.save(world.joanne, theo, world.command()));
        theo.team = "West";
        const auto stale = workers.save(world.joanne, theo, world.command());
        REQUIRE_FALSE(stale);
        CHECK(stale.error().code == ErrorCode::conflict);
        CHECK(workers.save(world.priya, theo, world.command()).error().code == ErrorCode::forbidden);
        theo.service = ServiceId{"nowhere"};
        CHECK(workers.save(world.joanne, theo, world.command()).error().where == "service");
        CHECK(workers.list(world.priya)->size() == 6);
    });
}

TEST_CASE("the last one who may manage workers cannot leave")
{
    onEveryStore([](AppWorld& world) {
        app::Workers workers{*world.workspace};
        Worker joanne = world.joanne.worker;
        joanne.active = false;
        REQUIRE(workers.save(world.rowan, joanne, world.command()));
        Worker rowan = world.rowan.worker;
        rowan.role = Role::keyworker;
        const auto answer = workers.save(world.rowan, rowan, world.command());
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::refused);
        CHECK(answer.error().detail == "workers.last_manager");
    });
}

TEST_CASE("a practice begins as the worker who holds most")
{
    onEveryStore([](AppWorld& world) {
        app::Workers workers{*world.workspace};
        const auto before = workers.busiest();
        REQUIRE(before);
        CHECK_FALSE(before->has_value());
        world.referred("Ada");
        world.recorded(
            world.referred("Bea").id,
            event::Response{
                Need::mentalHealth, ServiceId{"cmht"}, ResponseKind::started, {}, {}, {}, WorkerId{"samir"}});
        const auto busiest = workers.busiest();
        REQUIRE(busiest);
        CHECK(*busiest == WorkerId{"priya"});
    });
}
