#include "app/waits.h"

#include "app/app_world.h"
#include "store/case_cache.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const ServiceId lantern{"lantern"};

event::Response said(ResponseKind kind)
{
    return {Need::substanceUse, lantern, kind, {}, {}, {}, WorkerId{"priya"}};
}

/// Referred now, and begun so many days later; the clock stands on that day then.
app::RecordOutcome begunAfter(AppWorld& world, int daysLater)
{
    const Person person = world.referred();
    world.clock.advance(std::chrono::days{daysLater});
    return world.recorded(person.id, said(ResponseKind::started));
}

report::ExpectedWait ofLantern(AppWorld& world)
{
    const auto waits = app::Waits{*world.workspace}.expected(world.priya, {lantern});
    REQUIRE(waits);
    REQUIRE(waits->size() == 1);
    return waits->front();
}

}  // namespace

TEST_CASE("nine waits that ended tell nothing, and the tenth makes a figure with its spread")
{
    onEveryStore([](AppWorld& world) {
        for (int later = 1; later <= 9; ++later)
            (void)begunAfter(world, later);
        CHECK(ofLantern(world).ended == 9);
        CHECK_FALSE(ofLantern(world).seen);

        (void)begunAfter(world, 10);
        const auto expected = ofLantern(world);
        CHECK(expected.ended == 10);
        REQUIRE(expected.seen);
        CHECK(expected.seen->median == 5);
        CHECK(expected.seen->lower == 3);
        CHECK(expected.seen->upper == 8);
        CHECK(world.audit().back().action == "view_waits");
        CHECK(world.audit().back().detail == "1 services");
    });
}

TEST_CASE("a start entered in error takes its wait out of the figure again")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.clock.advance(std::chrono::days{4});
        const auto started = world.recorded(person.id, said(ResponseKind::started));
        CHECK(ofLantern(world).ended == 1);

        REQUIRE(world.cases().undo(world.priya, person.id, started.event, world.command()));
        CHECK(ofLantern(world).ended == 0);
    });
}

TEST_CASE("a refusal ends what is known of a wait until it is overturned")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const ServiceId cmht{"cmht"};
        const auto endedAtCmht = [&] {
            const auto waits = app::Waits{*world.workspace}.expected(world.priya, {cmht});
            REQUIRE(waits);
            return waits->front().ended;
        };
        world.clock.advance(std::chrono::days{2});
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        world.clock.advance(std::chrono::days{2});
        const auto legAtCmht = [&] {
            const auto rows = store::CaseCache{world.workspace->connection()}.find(person.id);
            REQUIRE(rows);
            return rows->sent.front().wait;
        };
        CHECK(legAtCmht() == report::WaitState::refused);
        world.recorded(person.id,
                       event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, false, {}});
        CHECK(legAtCmht() == report::WaitState::waiting);
        CHECK(endedAtCmht() == 0);
        world.clock.advance(std::chrono::days{5});
        world.recorded(person.id, event::Response{Need::mentalHealth, cmht, ResponseKind::started, {}, {}, {}, {}});
        CHECK(endedAtCmht() == 1);
    });
}

TEST_CASE("waits that began more than two years ago do not count")
{
    onEveryStore([](AppWorld& world) {
        (void)begunAfter(world, 3);
        CHECK(ofLantern(world).ended == 1);
        world.clock.advance(std::chrono::days{732});
        CHECK(ofLantern(world).ended == 0);
    });
}

TEST_CASE("asked about none, every active service is told with what it says itself; a stranger is told nothing")
{
    onEveryStore([](AppWorld& world) {
        app::DirectoryOfServices directory{*world.workspace};
        auto services = directory.list(world.rowan, true);
        REQUIRE(services);
        Service stated = services->front();
        stated.waitDays = 40;
        REQUIRE(directory.save(world.rowan, stated, world.command()));

        app::Waits waits{*world.workspace};
        const auto all = waits.expected(world.rowan);
        REQUIRE(all);
        CHECK(all->size() == services->size());
        const auto told = std::ranges::find(*all, stated.id, &report::ExpectedWait::service);
        REQUIRE(told != all->end());
        CHECK(told->statedDays == 40);
        CHECK_FALSE(told->seen);

        app::Session stranger = world.priya;
        stranger.worker.id = WorkerId{"nobody"};
        CHECK(waits.expected(stranger).error().code == ErrorCode::forbidden);
        CHECK(world.audit().back().detail == "refused");
    });
}
