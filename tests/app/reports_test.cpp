#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

report::BounceQuery november()
{
    report::BounceQuery query;
    query.from = Date{std::chrono::year{2026} / 11 / 1};
    query.to = Date{std::chrono::year{2026} / 11 / 30};
    return query;
}

}  // namespace

TEST_CASE("a refusal shows in the report with its service, its class and the referrals sent")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        event::Response refusal = declined(ReasonCode{"N02"});
        refusal.pointsTo = ServiceId{"lantern"};
        world.recorded(person.id, refusal);
        world.clock.advance(std::chrono::days{3});
        app::Reports reports{*world.workspace};
        const auto report = reports.bounces(world.priya, november());
        REQUIRE(report);
        CHECK(report->bounces == 1);
        CHECK(report->never == 1);
        CHECK(report->people == 1);
        CHECK(report->legsSent == 2);
        CHECK(report->heldNow == 1);
        CHECK(report->joinedNow == 0);
        CHECK(report->openWithoutHolder == 0);
        CHECK(report->substanceUseCited == 1);
        CHECK(report->daysLost == 3);
        REQUIRE(report->flow.size() == 1);
        CHECK(report->flow.front() == report::FlowCell{"cmht", "lantern", 1});
        REQUIRE_FALSE(report->groups.empty());
        CHECK(report->groups.front().label == "Wrenfield CMHT");
        CHECK(report->groups.front().legs == 1);
        CHECK(report->dataAsOf == world.clock.now());
        CHECK(report->policyId == "england");
    });
}

TEST_CASE("what went well shows in the report of its day, until it was entered in error")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto good = world.recorded(
            person.id, event::GoodExperience{NeedScope::both, ServiceId{"cmht"}, world.samir.worker.id, true, "Rang."});
        app::Reports reports{*world.workspace};
        auto report = reports.bounces(world.priya, november());
        REQUIRE(report);
        CHECK(report->bounces == 0);
        CHECK(report->wentWell == 1);
        CHECK(report->heldBoth == 1);
        world.recorded(person.id, event::EnteredInError{good.event, "wrong person"});
        report = reports.bounces(world.priya, november());
        REQUIRE(report);
        CHECK(report->wentWell == 0);
    });
}

TEST_CASE("an export says the same, is audited as an export, and needs the right to it")
{
    onEveryStore([](AppWorld& world) {
        world.recorded(world.referred().id, declined(ReasonCode{"N02"}));
        app::Reports reports{*world.workspace};
        const auto csv = reports.bouncesCsv(world.joanne, november());
        REQUIRE(csv);
        CHECK(csv->find("\"cmht\",\"Wrenfield CMHT\",1,1,1,0,0,1,") != std::string::npos);
        CHECK(world.audit().back().action == "export_reports");
        CHECK(world.audit().back().detail == "csv 2026-11-01 2026-11-30");
        REQUIRE(reports.bouncesJson(world.joanne, november()));
        CHECK(reports.bouncesCsv(world.priya, november()).error().code == ErrorCode::forbidden);
        CHECK(reports.bounces(world.rowan, november()).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("a period that ends before it begins is refused")
{
    onEveryStore([](AppWorld& world) {
        report::BounceQuery query = november();
        std::swap(query.from, query.to);
        CHECK(app::Reports{*world.workspace}.bounces(world.joanne, query).error().where == "to");
    });
}
