// A team's own protocols and leaflets: who keeps the list, what is in use when, and that entries keep their version.
#include "app/local_guides.h"

#include "app/app_world.h"
#include "app/check.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::chrono::days aDay{1};

Date today(const AppWorld& world)
{
    return londonDate(world.clock.now());
}

LocalGuide joint(std::string edition, Date from)
{
    LocalGuide guide;
    guide.name = "  Joint working   protocol ";
    guide.edition = std::move(edition);
    guide.from = from;
    return guide;
}

}  // namespace

TEST_CASE("a supervisor adds a local protocol, everybody reads it, and a command sent twice adds one")
{
    onEveryStore([](AppWorld& world) {
        app::LocalGuides guides{*world.workspace};
        CHECK(guides.list(world.priya)->empty());
        const CommandId command = world.command();
        const auto added = guides.add(world.joanne, joint("3", today(world)), {}, command);
        REQUIRE(added);
        CHECK(designation(*added) == "Joint working protocol, version 3");
        CHECK(added->addedBy == world.joanne.worker.id);
        CHECK(world.audit().back().action == "keep_local_guides");
        CHECK(world.audit().back().subject == added->id.text());
        CHECK(guides.add(world.joanne, joint("3", today(world)), {}, command)->id == added->id);
        for (const app::Session& session : {world.priya, world.samir, world.joanne, world.rowan})
            CHECK(*guides.list(session) == std::vector{*added});
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
    });
}

TEST_CASE("only those who keep the list change it, and a refused attempt is in the audit")
{
    onEveryStore([](AppWorld& world) {
        app::LocalGuides guides{*world.workspace};
        const auto kept = *guides.add(world.joanne, joint("3", today(world)), {}, world.command());
        for (const app::Session& session : {world.priya, world.samir}) {
            CHECK(guides.add(session, joint("4", today(world)), {}, world.command()).error().code ==
                  ErrorCode::forbidden);
            CHECK(guides.withdraw(session, kept.id, kept.version).error().code == ErrorCode::forbidden);
            CHECK(guides.bringBack(session, kept.id, kept.version).error().code == ErrorCode::forbidden);
            CHECK(world.audit().back().worker == session.worker.id);
        }
        CHECK(*guides.list(world.priya) == std::vector{kept});
    });
}

TEST_CASE("what cannot be on the list is refused with its field")
{
    onEveryStore([](AppWorld& world) {
        app::LocalGuides guides{*world.workspace};
        REQUIRE(guides.add(world.joanne, joint("May 2026", today(world)), {}, world.command()));
        const auto fault = [&](auto change) {
            LocalGuide guide = joint("4", today(world));
            change(guide);
            return guides.add(world.joanne, guide, {}, world.command()).error();
        };
        CHECK(fault([](auto& guide) { guide.name = " "; }).where == "name");
        CHECK(fault([](auto& guide) { guide.service = ServiceId{"nowhere"}; }).where == "service");
        CHECK(fault([](auto& guide) { guide.from += 400 * aDay; }).where == "from");
        const Error twice = fault([](auto& guide) {
            guide.name = "JOINT working protocol";
            guide.edition = "may  2026";
        });
        CHECK(twice.code == ErrorCode::conflict);
        CHECK(twice.where == "edition");
        CHECK(guides.list(world.priya)->size() == 1);
    });
}

TEST_CASE("a new version takes the place of the one before from its first day")
{
    onEveryStore([](AppWorld& world) {
        app::LocalGuides guides{*world.workspace};
        const Date first = today(world) - 30 * aDay;
        const auto old = *guides.add(world.joanne, joint("2", first), {}, world.command());
        CHECK(guides.add(world.joanne, joint("3", first), old.id, world.command()).error().where == "from");
        CHECK(guides.list(world.priya)->front().edition == "2");
        const Date next = today(world) + 7 * aDay;
        REQUIRE(guides.add(world.joanne, joint("3", next), old.id, world.command()));

        const auto listed = *guides.list(world.priya);
        REQUIRE(listed.size() == 2);
        CHECK(listed[0].edition == "3");
        CHECK(listed[1].withdrawnOn == next);
        CHECK(listed[1].inForceOn(next - aDay));
        CHECK_FALSE(listed[1].inForceOn(next));
        CHECK(listed[0].inForceOn(next));
        CHECK(guides.add(world.joanne, joint("5", next + aDay), LocalGuideId{"none"}, world.command()).error().code ==
              ErrorCode::notFound);
    });
}

TEST_CASE("a version is withdrawn from today and brought back; one still to come is never used; entries keep theirs")
{
    onEveryStore([](AppWorld& world) {
        app::LocalGuides guides{*world.workspace};
        const Person person = world.referred();
        const auto now = *guides.add(world.joanne, joint("3", today(world) - aDay), {}, world.command());
        const auto later = *guides.add(world.joanne, joint("4", today(world) + aDay), {}, world.command());
        world.recorded(person.id,
                       event::ProtocolApplied{Need::mentalHealth, ServiceId{"cmht"}, true, {}, designation(now)});

        const auto gone = guides.withdraw(world.joanne, now.id, now.version);
        REQUIRE(gone);
        CHECK(gone->withdrawnOn == today(world));
        CHECK_FALSE(gone->inForceOn(today(world)));
        CHECK(guides.withdraw(world.joanne, now.id, now.version).error().code == ErrorCode::conflict);
        CHECK(guides.withdraw(world.joanne, later.id, later.version)->withdrawnOn == later.from);
        world.clock.advance(std::chrono::days{3});
        CHECK(guides.withdraw(world.joanne, gone->id, gone->version)->withdrawnOn == gone->withdrawnOn);
        const auto back = guides.bringBack(world.joanne, gone->id, gone->version + 1);
        REQUIRE(back);
        CHECK(back->inForceOn(today(world)));
        CHECK(guides.withdraw(world.joanne, LocalGuideId{"none"}, 1).error().code == ErrorCode::notFound);

        const auto kept = world.file(person.id).history.back().event.body;
        CHECK(std::get<event::ProtocolApplied>(kept).protocol == "Joint working protocol, version 3");
    });
}
