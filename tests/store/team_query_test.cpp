#include "store/store_world.h"
#include "store/team_query.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

store::ActionCache anAction(std::string what, std::string_view rule, Instant due)
{
    store::ActionCache made = aCase("x").actions.front();
    made.what = std::move(what);
    made.rule = RuleId{rule};
    made.due = due;
    return made;
}

store::BounceCache byPriya(bool looked = false)
{
    store::BounceCache bounce = aBounce(mondaysDate);
    bounce.author = WorkerId{"priya"};
    bounce.looked = looked;
    return bounce;
}

void add(db::Connection& connection, const store::CaseCacheRows& rows)
{
    store::CaseCache{connection}.insert(rows);
}

}  // namespace

TEST_CASE("a worker's load is counted from the cached cases")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Zed", "Abbot"));
    addPerson(connection, aPerson("p2", "Amy", "Zola"));
    auto first = aCase("p1");
    first.actions = {anAction("chase", "silence.chase", monday - 1h),
                     anAction("safety_follow_up", "safety.supervisor", monday + 1h),
                     anAction("ask_protocol", "protocol.asked", monday + 24h)};
    first.bounces = {byPriya(), byPriya(true)};
    auto second = aCase("p2");
    second.needs.substanceUse.holderWorker = WorkerId{"jo"};
    second.needs.mentalHealth.acting = true;
    add(connection, first);
    add(connection, second);

    const auto loads = store::TeamQuery{connection, store::everyoneSeen()}.caseloads({}, monday);

    REQUIRE(loads.contains(WorkerId{"priya"}));
    const store::Caseload& priya = loads.at(WorkerId{"priya"});
    CHECK(priya.people == 2);
    CHECK(priya.needs == 3);
    CHECK(priya.acting == 1);
    CHECK(priya.overdue == 1);
    CHECK(priya.alerts == 1);
    CHECK(priya.omissions == 1);
    CHECK(priya.toConfirm == 1);
    CHECK(loads.at(WorkerId{"jo"}).needs == 1);
    CHECK_FALSE(store::TeamQuery{connection, store::everyoneSeen()}
                    .caseloads(ServiceId{"cmht"}, monday)
                    .contains(WorkerId{"priya"}));
}

TEST_CASE("a worker's people are listed by name, a row for each need")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Zed", "Abbot"));
    addPerson(connection, aPerson("p2", "Amy", "Zola"));
    add(connection, aCase("p2"));
    add(connection, aCase("p1"));

    const auto rows = store::TeamQuery{connection, store::everyoneSeen()}.heldBy(WorkerId{"priya"}, 10);

    REQUIRE(rows.size() == 4);
    CHECK(rows[0].person.id == PersonId{"p1"});
    CHECK(rows[0].need == Need::mentalHealth);
    CHECK(rows[0].service == ServiceId{"lantern"});
    CHECK(rows[0].nextWhat == "chase");
    CHECK(rows[3].person.id == PersonId{"p2"});
    CHECK(store::TeamQuery{connection, store::everyoneSeen()}.heldBy(WorkerId{"priya"}, 1).size() == 1);
    CHECK(store::TeamQuery{connection, store::everyoneSeen()}.heldBy(WorkerId{"jo"}, 10).empty());
}

TEST_CASE("a decline waits to be confirmed until somebody has looked, it is overturned, or the need is closed")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Zed", "Abbot"));
    rememberCommand(connection);
    store::EventRow said = anEvent("p1", 1);
    said.words = "come back in three months";
    REQUIRE(store::EventRepository{connection}.append(said));
    auto rows = aCase("p1");
    rows.version = 1;
    store::BounceCache bounce = byPriya();
    bounce.event = said.id;
    rows.bounces = {bounce};
    const store::TeamQuery team{connection, store::everyoneSeen()};
    const auto waiting = [&] {
        store::CaseCache{connection}.replace(rows);
        return team.toConfirm(ServiceId{"lantern"}, 10).size();
    };
    CHECK(waiting() == 1);
    const auto decline = team.toConfirm({}, 10).front();
    CHECK(decline.words == "come back in three months");
    CHECK(decline.authorName == "Priya Raman");
    CHECK(decline.serviceName == "Wrenfield Community Mental Health Team");
    CHECK(team.toConfirm(ServiceId{"cmht"}, 10).empty());
    rows.bounces[0].looked = true;
    CHECK(waiting() == 0);
    rows.bounces[0] = bounce;
    rows.bounces[0].overturned = true;
    CHECK(waiting() == 0);
    rows.bounces[0] = bounce;
    rows.needs.mentalHealth = {};
    rows.needs.mentalHealth.status = NeedStatus::met;
    rows.openNeeds = 1;
    CHECK(waiting() == 0);
}

TEST_CASE("challenges are counted by service: overturned, upheld, and no answer")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Zed", "Abbot"));
    auto rows = aCase("p1");
    rows.bounces.assign(4, aBounce(mondaysDate));
    for (store::BounceCache& bounce : rows.bounces)
        bounce.challenged = true;
    rows.bounces[0].overturned = true;
    rows.bounces[1].upheld = true;
    rows.bounces[3].challenged = false;
    add(connection, rows);

    const auto counts = store::TeamQuery{connection, store::everyoneSeen()}.challenges(mondaysDate, mondaysDate);

    REQUIRE(counts.size() == 1);
    CHECK(counts[0].sent == 3);
    CHECK(counts[0].overturned == 1);
    CHECK(counts[0].upheld == 1);
    CHECK(counts[0].unanswered == 1);
    CHECK(store::TeamQuery{connection, store::everyoneSeen()}
              .challenges(mondaysDate + std::chrono::days{1}, mondaysDate + std::chrono::days{2})
              .empty());
}
