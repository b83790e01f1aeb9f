#include "exchange/scenario_reader.h"

#include "exchange/world.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

Result<Scenario> read(const std::string& text)
{
    return readScenario(text, samples::instruments(), samples::isReason);
}

Error refusalOf(const std::string& text)
{
    const auto scenario = read(text);
    return scenario ? Error{ErrorCode::cancelled, "was accepted", ""} : scenario.error();
}

}  // namespace

TEST_CASE("the example scenario is read whole")
{
    const auto scenario = read(samples::scenario);
    if (!scenario)
        FAIL(scenario.error().where << ": " << scenario.error().detail);
    CHECK(scenario->policy == "england");
    CHECK(scenario->directory.services().size() == 2);
    CHECK(scenario->person.born == parseDate("1984-05-06"));
    CHECK(scenario->person.sex == Sex::female);
    REQUIRE(scenario->events.size() == 6);
    CHECK(scenario->events[2].id == EventId{"#3"});
    CHECK(scenario->events[2].words == "not until three months sober");
    CHECK(std::get<event::SecondLook>(scenario->events[4].body).event == EventId{"#3"});
    REQUIRE(scenario->expectations.size() == 1);
    CHECK(scenario->expectations[0].after == 3);
    CHECK(scenario->expectations[0].pointer == "/expect/0");
}

TEST_CASE("title, policy, sex, postcode and expect may be left out")
{
    const auto scenario = read(R"({"directory": [], "person": {"id": "p", "born": null}, "events": []})");
    REQUIRE(scenario);
    CHECK(scenario->policy == "england");
    CHECK(scenario->person.sex == Sex::notRecorded);
    CHECK(read(R"({"policy": "local", "directory": [], "person": {"id": "p", "born": null}, "events": []})")->policy ==
          "local");
}

TEST_CASE("what bears on which service fits is read from the person")
{
    const auto scenario =
        read(R"({"directory": [], "events": [], "person": {"id": "p", "born": "1990-01-01", "avoids_home_area": true,
        "prefers_one_to_one": false, "prefers_remote": true, "needs_travel_help": true, "needs_step_free": false,
        "wants_lived_experience": true, "language": "Polish", "work_hours": "mon-fri 06:00-14:00, sat 22:00-06:00", "children_in_household": 2,
        "wants_family_support": true, "distances": {"lantern": 4.5, "cmht": 12}}})");
    REQUIRE(scenario);
    CHECK(scenario->person.avoidsHomeArea == true);
    CHECK(scenario->person.prefersOneToOne == false);
    CHECK(scenario->person.workHours == "mon-fri 06:00-14:00, sat 22:00-06:00");
    CHECK(scenario->person.wantsFamilySupport == true);
    CHECK(scenario->person.distances ==
          std::vector<TypedDistance>{{ServiceId{"lantern"}, 45}, {ServiceId{"cmht"}, 120}});
    CHECK(scenario->person.childrenInHousehold == 2);
}

TEST_CASE("a scenario that cannot be is refused at its place")
{
    struct Refusal {
        const char* part;
        const char* replacement;
        const char* where;
    };
    for (const Refusal& refusal : std::vector<Refusal>{
             {R"("title": "Talking help made to wait until sober")", R"("title": 3)", "/title"},
             {R"("policy": "england")", R"("polcy": "england")", "/polcy"},
             {R"("policy": "england")", R"("policy": "elsewhere")", "/events/2/reason"},
             {R"("id": "lantern", "name")", R"("id": "cmht", "name")", "/directory/0/id"},
             {R"("min_age": 18, "areas": ["SG", "AL"])", R"("min_age": 18, "max_age": 17)", "/directory/0/max_age"},
             {R"("kind": "drug_and_alcohol")", R"("kind": "drugs")", "/directory/1/kind"},
             {R"("born": "1984-05-06")", R"("born": "1984-02-30")", "/person/born"},
             {R"("born": "1984-05-06")", R"("born": "2026-03-03")", "/person/born"},
             {R"("born": "1984-05-06", )", "", "/person/born"},
             {R"("sex": "female")", R"("sex": "f")", "/person/sex"},
             {R"("postcode": "SG1 1AA")", R"("postcode": "S")", "/person/postcode"},
             {R"("postcode": "SG1 1AA")", R"("name": "x")", "/person/name"},
             {R"("postcode": "SG1 1AA")", R"("work_hours": "late")", "/person/work_hours"},
             {R"("at": "2026-03-02T11:00:00Z")", R"("at": "2026-03-02T09:59:59Z")", "/events/1/at"},
             {R"("at": "2026-03-16T09:00:00Z")", R"("at": "2026-13-16T09:00:00Z")", "/events/5/at"},
             {R"("reason": "N02")", R"("reason": "Q02")", "/events/2/reason"},
             {R"("reason": "N02", )", "", "/events/2/reason"},
             {R"("service": "cmht", "response")", R"("service": "cmth", "response")", "/events/2/service"},
             {R"("points_to": "lantern")", R"("points_to": "lamp")", "/events/2/points_to"},
             {R"("PHQ-9": [2,2,2,2,1)", R"("PHQ-9": [2,2,2,2,4)", "/events/0/instruments/PHQ-9/4"},
             {R"("PHQ-9": [2,2,2,2,1)", R"("PHQ-9": [2,2,2,2)", "/events/0/instruments/PHQ-9"},
             {R"("AUDIT")", R"("AUDITS")", "/events/0/instruments/AUDITS"},
             {R"(2,1,0,2])", R"(2,1,1,2])", "/events/0/instruments/AUDIT/8"},
             {R"("event": 3)", R"("event": 5)", "/events/4/event"},
             {R"("event": 3)", R"("event": 9)", "/events/4/event"},
             {R"("event": 3)", R"("event": "#3")", "/events/4/event"},
             {R"("event": 3)", R"("event": "x")", "/events/4/event"},
             {R"("after": 3)", R"("after": 7)", "/expect/0/after"},
             {R"("after": 3)", R"("after": 0)", "/expect/0/after"},
             {R"("after": 3, )", "", "/expect/0/after"},
             {R"("code": "N02")", R"("code": "N2")", "/expect/0/bounces/0/code"},
             {R"("class": "never", "service")", R"("class": "N", "service")", "/expect/0/bounces/0/class"},
             {R"({"mental_health": "challenged"})", R"({"mental_health": "refused"})", "/expect/0/legs/mental_health"},
             {R"({"mental_health": "challenged"})", R"({"mental": "challenged"})", "/expect/0/legs/mental"},
             {R"("holder": {"mental_health": "lantern"})", R"("holder": {"mental_health": "nobody"})",
              "/expect/0/holder/mental_health"},
             {R"("clasp": "held")", R"("clasp": "holding")", "/expect/0/clasp"},
             {R"("clasp": "held")", R"("clasps": "held")", "/expect/0/clasps"},
             {R"("clasp": "held")", R"("next_actions": [{"what": "chase", "who": "x"}])",
              "/expect/0/next_actions/0/who"},
             {R"("clasp": "held")", R"("flags": "tennis")", "/expect/0/flags"},
         }) {
        INFO(refusal.replacement);
        const Error error = refusalOf(samples::scenarioWith(refusal.part, refusal.replacement));
        CHECK(error.where == refusal.where);
        CHECK(error.detail.starts_with("expected "));
    }
    CHECK(refusalOf("[]").where.empty());
    CHECK(refusalOf(R"({"person": {"id": "p", "born": null}, "events": []})").where == "/directory");
    CHECK(refusalOf(R"({"directory": [], "events": []})").where == "/person");
    CHECK(refusalOf(R"({"directory": [], "person": {"id": "p", "born": null}})").where == "/events");
}

TEST_CASE("equal times keep their order, and an attempt may not have happened before birth")
{
    const std::string head =
        R"({"directory": [], "person": {"id": "p", "born": "2000-01-01"}, "events": [{"at": "2026-03-02T10:00:00Z", "type": "now"},
        {"at": "2026-03-02T10:00:00Z", "type": "attempt", "need": "mental_health", "source": "gp", "happened_at": ")";
    CHECK(read(head + R"(2000-01-01T00:00:00Z"}]})"));
    CHECK(refusalOf(head + R"(1999-12-31T23:59:59Z"}]})").where == "/events/1/happened_at");
}

TEST_CASE("a long history is read, and a nesting bomb or a huge file is not")
{
    std::string text = R"({"directory": [], "person": {"id": "p", "born": null}, "events": [)";
    for (int i = 0; i < 20'000; ++i)
        text += std::string{i == 0 ? "" : ","} + R"({"at": "2026-03-02T10:00:00Z", "type": "now"})";
    CHECK(read(text + "]}").value().events.size() == 20'000);
    CHECK(refusalOf(std::string(100, '[')).detail == "expected at most 64 levels, found more");
    CHECK(refusalOf(std::string(6'000'000, ' ')).detail == "expected at most 5 MB, found 6000000 bytes");
}
