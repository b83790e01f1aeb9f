// A restricted record is opened in an emergency: by whom it is asked for exactly, for a while, and somebody reviews it.
#include "app/restricted_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

app::EmergencyInput byNumber(AppWorld& world, const std::string& number = "943 476 5919")
{
    return {number, "", {}, "She rang from the bridge", world.command()};
}

app::EmergencyInput byName(AppWorld& world, const std::string& name, Date born)
{
    return {"", name, born, "She rang from the bridge", world.command()};
}

bool sees(AppWorld& world, const app::Session& session, const PersonId& person)
{
    return world.people().find(session, person).has_value();
}

}  // namespace

TEST_CASE("only the exact number, or the whole name and date of birth, opens a restricted record; each try is noted")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        app::Restrictions restrictions{*world.workspace};
        const Date born = *of.person.born;
        CHECK_FALSE(*restrictions.open(of.hale, byNumber(world)));  // not restricted: whoever looks finds her
        of.restrict();
        CHECK_FALSE(*restrictions.open(of.hale, byNumber(world, "943476591")));
        CHECK_FALSE(*restrictions.open(of.hale, byName(world, "Marguerite", born)));
        CHECK_FALSE(*restrictions.open(of.hale, byName(world, "Marguerite Quillfeath", born)));
        CHECK_FALSE(*restrictions.open(of.hale, byName(world, "Marguerite Quillfeather", born + std::chrono::days{1})));
        CHECK(restrictions.open(of.hale, {"", "Marguerite Quillfeather", {}, "Now", world.command()}).error().where ==
              "who");
        auto silent = byNumber(world);
        silent.reason = " ";
        CHECK(restrictions.open(of.hale, silent).error().where == "reason");
        CHECK(restrictions.open(world.rowan, byNumber(world)).error().code == ErrorCode::forbidden);
        CHECK_FALSE(*restrictions.open(world.priya, byNumber(world)));  // who is named sees her anyway
        CHECK_FALSE(sees(world, of.hale, of.person.id));
        const auto entries = world.audit();
        CHECK(std::ranges::count(entries, "nothing fits", &store::AuditRow::detail) == 6);

        const auto asked = byName(world, " marguerite  QUILLFEATHER", born);
        const auto opened = restrictions.open(of.hale, asked);
        REQUIRE(opened);
        REQUIRE(*opened);
        CHECK((*opened)->person == of.person.id);
        CHECK((*restrictions.open(of.hale, asked))->id == (*opened)->id);  // the same command again
        CHECK(sees(world, of.hale, of.person.id));
        CHECK_FALSE(sees(world, world.rowan, of.person.id));
    });
}

TEST_CASE("what an emergency opened closes when its time is over or it is given back, for one worker alone")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        of.restrict();
        app::Restrictions restrictions{*world.workspace};
        const auto theo = app::Workers{*world.workspace}.signIn(WorkerId{"theo"});
        REQUIRE(theo);
        REQUIRE(*restrictions.open(of.hale, byNumber(world)));
        CHECK_FALSE(sees(world, *theo, of.person.id));
        CHECK(restrictions.brief(of.hale, of.person.id)->emergency);
        CHECK_FALSE(restrictions.brief(world.priya, of.person.id)->emergency);
        world.clock.advance(std::chrono::minutes{59});
        CHECK(sees(world, of.hale, of.person.id));
        world.clock.advance(std::chrono::minutes{1});
        CHECK_FALSE(sees(world, of.hale, of.person.id));

        const auto again = restrictions.open(of.hale, byNumber(world));
        REQUIRE(again);
        CHECK(restrictions.giveBack(*theo, (*again)->id).error().code == ErrorCode::notFound);
        CHECK(sees(world, of.hale, of.person.id));
        REQUIRE(restrictions.giveBack(of.hale, (*again)->id));
        CHECK_FALSE(sees(world, of.hale, of.person.id));
    });
}

TEST_CASE("a supervisor reviews what another opened, and who looked says it in words the person can read")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        of.restrict();
        app::Restrictions restrictions{*world.workspace};
        const auto opened = restrictions.open(of.hale, byNumber(world));
        REQUIRE(opened);
        REQUIRE(sees(world, of.hale, of.person.id));
        const EmergencyId id = (*opened)->id;

        auto list = restrictions.emergencies(world.joanne, true);
        REQUIRE(list);
        REQUIRE(list->size() == 1);
        CHECK(list->front().personName == "Marguerite Quillfeather");
        CHECK(list->front().workerName == "Robin Hale");
        CHECK(list->front().emergency.reason == "She rang from the bridge");
        CHECK(list->front().open);
        CHECK(restrictions.emergencies(world.priya, true).error().code == ErrorCode::forbidden);

        CHECK(restrictions.review(of.hale, id, "Mine", world.command()).error().where == "emergency.own");
        CHECK(restrictions.review(world.joanne, id, " ", world.command()).error().where == "note");
        REQUIRE(restrictions.review(world.joanne, id, "Rightly so", world.command()));
        CHECK(restrictions.review(world.joanne, id, "Twice", world.command()).error().code == ErrorCode::conflict);
        CHECK(restrictions.emergencies(world.joanne, true)->empty());

        // Later, to the one who opened it, the list no longer says whom.
        world.clock.advance(emergencyLasts);
        list = restrictions.emergencies(of.hale, false);
        REQUIRE(list->size() == 1);
        CHECK(list->front().personName.empty());
        CHECK(list->front().review->note == "Rightly so");
        CHECK(list->front().mine);

        const auto looked = app::AuditLog{*world.workspace}.whoLooked(world.joanne, of.person.id);
        REQUIRE(looked);
        CHECK(std::ranges::any_of(looked->lines, [](const app::LookedLine& line) {
            return line.workerName == "Robin Hale" && line.emergencies == 1 && line.looked > 0;
        }));
        app::AuditQuestion question;
        question.kind = app::AuditKind::emergency;
        const auto page = app::AuditLog{*world.workspace}.page(world.joanne, question);
        REQUIRE(page);
        CHECK(std::ranges::any_of(page->rows, [](const app::AuditLine& line) {
            return line.action == app::Action::openRestricted && line.reason == "She rang from the bridge" &&
                   line.personName == "Marguerite Quillfeather";
        }));
    });
}
