#include "app/report_rerun.h"

#include "app/app_world.h"
#include "app/carers.h"
#include "app/merges.h"
#include "app/november_report.h"
#include "app/story.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// What went wrong, for the message of a test.
std::string because(const Result<app::ReportAsAt>& made)
{
    return made ? std::string{} : made.error().where + ": " + made.error().detail;
}

}  // namespace

TEST_CASE("made again as at its event, a report counts nothing that was recorded later, and keeps nothing of it")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred();
        event::Response refusal = declined(ReasonCode{"N02"});
        refusal.pointsTo = ServiceId{"lantern"};
        const auto refused = world.recorded(ada.id, refusal);
        world.clock.advance(std::chrono::days{1});
        app::Reports reports{*world.workspace};
        const auto then = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(then);

        // A second person is refused, the first refusal is taken back, and one of the report's own days goes by.
        world.clock.advance(std::chrono::hours{30});
        const Person ben = world.referred("Ben", "Ashdown");
        world.recorded(ben.id, refusal);
        world.recorded(ada.id, event::EnteredInError{refused.event, "wrong person"});
        const auto now = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(now);
        REQUIRE(now->tables != then->tables);

        const auto again = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*then));
        INFO(because(again));
        REQUIRE(again);
        CHECK(again->missing == 0);
        CHECK(again->alike == 0);
        CHECK(again->document.tables == then->tables);
        CHECK(again->document.parameters == then->parameters);
        const auto after = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(after);
        CHECK(after->tables == now->tables);
    });
}

TEST_CASE("two records that were joined since count as two again, and a joining undone since counts as one")
{
    onEveryStore([](AppWorld& world) {
        const Person one = world.referred("Ada", "Fenwick");
        const Person other = world.referred("Ada", "Fenwik");
        world.recorded(one.id, declined(ReasonCode{"N02"}));
        world.recorded(other.id, declined(ReasonCode{"N02"}));
        world.clock.advance(std::chrono::hours{1});
        app::Reports reports{*world.workspace};
        const auto apart = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(apart);

        world.clock.advance(std::chrono::hours{1});
        app::Merges merges{*world.workspace};
        const auto seen = [&](const Person& person) { return world.file(person.id).version; };
        const auto joined = merges.join(world.joanne, {one.id, other.id, seen(one), seen(other),
                                                       "The same person, at both doors.", "", world.command()});
        INFO((joined ? "" : joined.error().where + ' ' + joined.error().detail));
        REQUIRE(joined);
        const auto together = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(together);
        CHECK(together->tables != apart->tables);

        auto again = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*apart));
        INFO(because(again));
        REQUIRE(again);
        CHECK(again->document.tables == apart->tables);

        world.clock.advance(std::chrono::hours{1});
        REQUIRE(merges.takeApart(world.joanne, *joined, "Two people after all.", world.command()));
        again = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*together));
        INFO(because(again));
        REQUIRE(again);
        CHECK(again->document.tables == together->tables);
    });
}

TEST_CASE("a report of another store, or one that somebody may not export, is not made again")
{
    onEveryStore([](AppWorld& world) {
        world.referred();
        app::Reports reports{*world.workspace};
        const auto made = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(made);
        app::ReportOrigin origin = originOf(*made);
        const auto forbidden = app::reportAsAt(*world.workspace, world.priya, exactNovember(), origin);
        REQUIRE_FALSE(forbidden);
        CHECK(forbidden.error().code == ErrorCode::forbidden);
        origin.store = "another";
        const auto foreign = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), origin);
        REQUIRE_FALSE(foreign);
        CHECK(foreign.error().code == ErrorCode::notFound);
        origin = originOf(*made);
        origin.events += 3;
        const auto shorter = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), origin);
        INFO(because(shorter));
        REQUIRE(shorter);
        CHECK(shorter->missing == 3);
    });
}

TEST_CASE("calls to carers and stories told again count as they stood then, whatever was undone or told since")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred();
        app::Carers carers{*world.workspace};
        app::SaveCarerInput saved;
        saved.person = ada.id;
        saved.carer.name = "Grace Fenwick";
        saved.link.relationship = "mum";
        saved.command = world.command();
        const auto grace = carers.save(world.priya, saved);
        REQUIRE(grace);
        app::CallInput call;
        call.person = ada.id;
        call.carer = grace->carer.id;
        call.at = world.clock.now();
        call.summary = "Grace rang. We listened.";
        call.command = world.command();
        const auto logged = carers.logCall(world.priya, call);
        REQUIRE(logged);
        app::Stories story{*world.workspace};
        REQUIRE(story.toldAgain(world.priya, ada.id, "gp"));
        world.clock.advance(std::chrono::hours{1});
        app::Reports reports{*world.workspace};
        const auto then = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(then);

        world.clock.advance(std::chrono::hours{1});
        REQUIRE(carers.undoCall(world.priya, ada.id, *logged, "Another person's mother.", world.command()));
        REQUIRE(story.toldAgain(world.priya, ada.id, "cmht"));
        const auto now = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(now);
        REQUIRE(now->tables != then->tables);
        const auto again = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*then));
        INFO(because(again));
        REQUIRE(again);
        CHECK(again->document.tables == then->tables);
    });
}
