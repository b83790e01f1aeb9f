#include "app/app_world.h"

#include "app/report_views.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

report::MeasureQuery november()
{
    report::MeasureQuery query;
    query.from = Date{std::chrono::year{2026} / 11 / 1};
    query.to = Date{std::chrono::year{2026} / 11 / 30};
    return query;
}

report::CaseAsked bounces()
{
    report::CaseAsked asked;
    asked.query = november();
    asked.measure = "bounces.all";
    return asked;
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
        const auto whole = app::ReportViews{*world.workspace}.whole(world.priya, november(), false);
        REQUIRE(whole);
        const report::BounceReport* report = &whole->bounces;
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
        app::ReportViews reports{*world.workspace};
        auto report = reports.whole(world.priya, november(), false);
        REQUIRE(report);
        CHECK(report->bounces.bounces == 0);
        CHECK(report->bounces.wentWell == 1);
        CHECK(report->bounces.heldBoth == 1);
        world.recorded(person.id, event::EnteredInError{good.event, "wrong person"});
        report = reports.whole(world.priya, november(), false);
        REQUIRE(report);
        CHECK(report->bounces.wentWell == 0);
    });
}

TEST_CASE("an export needs the right to it and is audited, and one that was stopped is not")
{
    onEveryStore([](AppWorld& world) {
        world.recorded(world.referred().id, declined(ReasonCode{"N02"}));
        app::Reports reports{*world.workspace};
        app::ReportRequest request;
        request.query = november();
        request.rule = report::exactFigures;
        request.format = "csv";
        const auto before = world.audit().size();
        request.stopped = [] { return true; };
        CHECK(reports.bounceDocument(world.joanne, request).error().code == ErrorCode::cancelled);
        CHECK(world.audit().size() == before);
        request.stopped = {};
        const auto document = reports.bounceDocument(world.joanne, request);
        REQUIRE(document);
        CHECK(document->table("by_service")->rows.size() == 2);
        CHECK(world.audit().back().action == "export_reports");
        CHECK(world.audit().back().detail == "csv 2026-11-01 2026-11-30 exact");
        CHECK(reports.bounceDocument(world.priya, request).error().code == ErrorCode::forbidden);
        CHECK(app::ReportViews{*world.workspace}.whole(world.rowan, november(), false).error().code ==
              ErrorCode::forbidden);
    });
}

TEST_CASE("the cases behind a figure have names for a supervisor, a trace in the audit, and none for a keyworker")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        app::ReportViews views{*world.workspace};
        const auto page = views.cases(world.joanne, bounces(), {});
        REQUIRE(page);
        REQUIRE(page->rows.size() == 1);
        CHECK(page->rows.front().what.person == person.id);
        CHECK(page->rows.front().name == displayName(person));
        CHECK(page->rows.front().serviceName == "Wrenfield CMHT");
        CHECK(page->next.empty());
        CHECK(world.audit().back().action == "view_report_cases");
        CHECK(world.audit().back().detail == "bounces.all 2026-11-01 2026-11-30");
        const auto refused = views.cases(world.priya, bounces(), {});
        CHECK(refused.error().code == ErrorCode::forbidden);
        auto unknown = bounces();
        unknown.measure = "bounces.none";
        CHECK(views.cases(world.joanne, unknown, {}).error().code == ErrorCode::notFound);
        CHECK(views.cases(world.joanne, bounces(), "7x").error().code == ErrorCode::notFound);
    });
}

TEST_CASE("a report can be narrowed to the teams there are and to where people live")
{
    onEveryStore([](AppWorld& world) {
        Person person = world.referred();
        const auto choices = app::ReportViews{*world.workspace}.choices(world.priya, november().from, november().to);
        REQUIRE(choices);
        CHECK_FALSE(choices->teams.empty());
        for (const std::string& area : choices->areas)
            CHECK_FALSE(area.empty());
        CHECK(app::ReportViews{*world.workspace}.choices(world.rowan, november().from, november().to).error().code ==
              ErrorCode::forbidden);
    });
}

TEST_CASE("a period that ends before it begins is refused")
{
    onEveryStore([](AppWorld& world) {
        report::MeasureQuery query = november();
        std::swap(query.from, query.to);
        CHECK(app::ReportViews{*world.workspace}.whole(world.joanne, query, false).error().where == "to");
        auto asked = bounces();
        asked.query = query;
        CHECK(app::ReportViews{*world.workspace}.cases(world.joanne, asked, {}).error().where == "to");
    });
}
