// What the engine goes by, and what is counted: policies, reports, exports.
#include "app/cut/walk.h"
#include "app/event_export.h"
#include "app/november_report.h"
#include "app/policies.h"
#include "app/practice.h"
#include "app/report_views.h"
#include "domain/calendar.h"
#include "support/temp_folder.h"

namespace holdfast::test::cut {
namespace {

void keepPolicies(Walk& walk)
{
    AppWorld& world = walk.world;
    const std::string local = R"({"id": "wrenfield", "version": "1", "title": "Wrenfield local protocol",)"
                              R"( "over": "england", "delays": {"name_worker": 1}})";
    const auto view = walk.answer(&app::Policies::view, world.priya);
    const auto draft = walk.answer(&app::Policies::read, world.joanne, local);
    walk.answer(&app::Policies::bench, world.joanne, draft);
    walk.cut(&app::Policies::putInForce, world.joanne, draft, londonDate(tuesday) + std::chrono::days{1});
    walk.answer(&app::Policies::kept, world.joanne, view.inForce);
    walk.answer(&app::Policies::signOff, world.joanne, view.citations.front().citation.key);
}

void count(Walk& walk)
{
    AppWorld& world = walk.world;
    const app::ReportRequest november = exactNovember();
    const report::Document made = walk.answer(&app::Reports::bounceDocument, world.joanne, november);
    walk.answer(&app::ReportViews::whole, world.joanne, november.query, true);
    report::CaseAsked cases;
    cases.query = november.query;
    cases.measure = report::everyReferral;
    walk.answer(&app::ReportViews::cases, world.joanne, cases, std::string{});
    walk.answer(&app::ReportViews::choices, world.joanne, november.query.from, november.query.to);
    walk.cutOther("reportAsAt",
                  [&] { return problemOf(app::reportAsAt(*world.workspace, world.joanne, november, originOf(made))); });
}

void takeOut(Walk& walk)
{
    AppWorld& world = walk.world;
    const TempFolder folder;
    const report::MeasureQuery query = exactNovember().query;
    int tried = 0;
    walk.cutOther("export.events", [&] {
        const std::string out = folder.file("out" + std::to_string(++tried));
        return problemOf(app::EventExport{*world.workspace}.write(world.joanne, {query.from, query.to, out, false}));
    });
}

}  // namespace

void Rules::walk(Walk& walk)
{
    const PersonId person = walk.world.referred().id;
    walk.world.recorded(person, declined(ReasonCode{"N02"}));
    count(walk);
    takeOut(walk);
    keepPolicies(walk);
}

}  // namespace holdfast::test::cut
