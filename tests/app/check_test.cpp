#include "app/check.h"

#include "app/app_world.h"
#include "db/transaction.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void run(AppWorld& world, const char* sql)
{
    db::Transaction transaction{world.workspace->connection(), db::Access::write};
    REQUIRE(world.workspace->connection().execute(sql) > 0);
    transaction.commit();
}

}  // namespace

TEST_CASE("a store that was only worked with checks out, however much time has passed")
{
    onEveryStore([](AppWorld& world) {
        world.recorded(world.referred().id, declined(ReasonCode{"N02"}));
        world.referred("Bea");
        world.clock.advance(std::chrono::days{40});
        const auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report);
        CHECK(report->findings.empty());
        CHECK(report->people == 2);
        CHECK(report->events == 7);
        CHECK(world.audit().back().action == "check_store");
    });
}

TEST_CASE("a list that says something else than the history is found, and a rebuild mends it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        run(world, "UPDATE need_state SET holder_worker = 'theo' WHERE need = 'mental_health'");
        const auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report);
        REQUIRE(report->findings.size() == 1);
        CHECK(report->findings.front().what == "cache");
        CHECK(report->findings.front().detail.find(person.id.text()) != std::string::npos);
        const auto rebuilt = app::checkStore(*world.workspace, world.joanne, true);
        REQUIRE(rebuilt);
        CHECK(rebuilt->rebuilt == 1);
        CHECK(rebuilt->findings.empty());
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
        CHECK(world.file(person.id).now.needs.mentalHealth.holder->worker == WorkerId{"priya"});
    });
}

TEST_CASE("a case without a list entry is found")
{
    onEveryStore([](AppWorld& world) {
        world.referred();
        run(world, "DELETE FROM next_action");
        run(world, "DELETE FROM need_state");
        run(world, "DELETE FROM leg_sent");
        run(world, "DELETE FROM case_state");
        const auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report);
        CHECK(std::ranges::any_of(report->findings, [](const auto& finding) { return finding.what == "cache"; }));
    });
}

TEST_CASE("a keyworker may not check the store")
{
    onEveryStore([](AppWorld& world) {
        CHECK(app::checkStore(*world.workspace, world.priya, true).error().code == ErrorCode::forbidden);
    });
}
