#include "store/case_cache.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Rows with every optional set one way for one need and the other way for the other.
store::CaseCacheRows fullCase()
{
    store::CaseCacheRows rows = aCase("person-1");
    rows.version = 4;
    rows.clasp = ClaspState::held;
    rows.openNeeds = 1;
    rows.acceptedNeeds = 1;
    rows.needs.substanceUse = {};
    rows.needs.mentalHealth.acting = true;
    rows.needs.mentalHealth.legState = LegState::challenged;
    rows.needs.mentalHealth.escalationLevel = 2;
    rows.needs.mentalHealth.lastReason = "N02";
    store::ActionCache forRole;
    forRole.need = NeedScope::mentalHealth;
    forRole.what = "ring \"Dani\" – before noon";
    forRole.ownerRole = "supervisor";
    forRole.ownerService = ServiceId{"lantern"};
    forRole.due = monday + 2h;
    forRole.rule = RuleId{"safety.follow_up"};
    forRole.escalationLevel = 3;
    forRole.desk = store::deskOf("supervisor", ServiceId{"lantern"});
    forRole.reason = "N02";
    forRole.eventSeq = 3;
    rows.actions.push_back(forRole);
    store::BounceCache silence = aBounce(mondaysDate - std::chrono::days{40}, "gp", "S02");
    silence.event = EventId{};
    silence.pointsTo = ServiceId{};
    silence.cls = BounceClass::soft;
    silence.runningFrom = rows.computedAt;
    silence.overturned = true;
    rows.bounces = {aBounce(mondaysDate), silence};
    rows.bounces.front().where = {41, "SG1", WorkerId{"priya"}};
    rows.bounces.front().quadrant = "held_together";
    rows.bounces.front().attempt = true;
    rows.bounces.front().tennis = true;
    report::Fact challenge{report::FactKind::challenge, NeedScope::mentalHealth, "cmht", mondaysDate};
    challenge.until = mondaysDate + std::chrono::days{9};
    challenge.outcome = report::Outcome::overturned;
    challenge.yes = true;
    challenge.where = {17, "AL10", WorkerId{"priya"}};
    report::Fact fare{report::FactKind::cost, NeedScope::both, "cmht", mondaysDate};
    fare.pence = 460;
    rows.facts = {challenge, {report::FactKind::asked, NeedScope::substanceUse, "", mondaysDate}, fare};
    rows.wentWell = {{ServiceId{"lantern"}, NeedScope::both, true, mondaysDate}};
    rows.sent = {
        {Need::substanceUse, ServiceId{"lantern"}, mondaysDate},
        {Need::mentalHealth, ServiceId{"cmht"}, mondaysDate - std::chrono::days{3}, report::WaitState::waiting},
        {Need::mentalHealth, ServiceId{"cmht"}, mondaysDate - std::chrono::days{30}, report::WaitState::movedOn,
         mondaysDate - std::chrono::days{4}}};
    rows.sent.front().where = {std::nullopt, "SG14", WorkerId{"priya"}};
    rows.sent.front().marks = {2,
                               mondaysDate,
                               mondaysDate + std::chrono::days{2},
                               mondaysDate + std::chrono::days{1},
                               mondaysDate + std::chrono::days{7},
                               std::nullopt,
                               true,
                               true,
                               5};
    return rows;
}

}  // namespace

TEST_CASE("what the engine made of a case comes back as it was put in")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    store::CaseCache cache{connection};

    cache.insert(fullCase());

    CHECK(cache.find(PersonId{"person-1"}) == fullCase());
    CHECK(cache.find(PersonId{"nobody"}) == std::nullopt);
}

TEST_CASE("replacing a case's rows leaves nothing of the old ones and nothing of another person's changed")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    addPerson(connection, aPerson("person-2", "Sam", "Reed"));
    store::CaseCache cache{connection};
    store::CaseCacheRows other = fullCase();
    other.person = PersonId{"person-2"};
    cache.insert(other);
    cache.insert(fullCase());
    store::CaseCacheRows released;
    released.person = PersonId{"person-1"};
    released.version = 5;
    released.computedAt = monday + 1h;
    released.died = true;

    cache.replace(released);
    cache.replace(released);

    CHECK(cache.find(PersonId{"person-1"}) == released);
    CHECK(cache.find(PersonId{"person-2"}) == other);
    cache.clear();
    CHECK(cache.find(PersonId{"person-2"}) == std::nullopt);
}

TEST_CASE("the store itself refuses an open need without a holder or a next date")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    store::CaseCache cache{connection};
    auto noWorker = aCase("person-1");
    noWorker.needs.substanceUse.holderWorker = WorkerId{};
    auto noService = aCase("person-1");
    noService.needs.mentalHealth.holderService = ServiceId{};
    auto noDate = aCase("person-1");
    noDate.needs.mentalHealth.nextDue = std::nullopt;
    auto noDateAtAll = aCase("person-1");
    noDateAtAll.nextDue = std::nullopt;
    auto noOwner = aCase("person-1");
    noOwner.actions.front().ownerWorker = WorkerId{};
    auto wrongClasp = aCase("person-1");
    wrongClasp.clasp = ClaspState::released;

    for (const auto& broken : {noWorker, noService, noDate, noDateAtAll, noOwner, wrongClasp}) {
        db::Transaction attempt{connection, db::Access::write};
        CHECK_THROWS_AS(cache.insert(broken), db::Failure);
    }
    CHECK_NOTHROW(cache.insert(aCase("person-1")));
}

TEST_CASE("cases wake in the order of their time, and only once it has come")
{
    ON_EVERY_STORE(connection);
    store::CaseCache cache{connection};
    int hour = 3;
    for (const char* id : {"a", "b", "c"}) {
        addPerson(connection, aPerson(id, "Some", "Body"));
        auto rows = aCase(id);
        rows.nextWake = monday + std::chrono::hours{hour--};
        cache.insert(rows);
    }
    addPerson(connection, aPerson("d", "No", "Wake"));
    auto asleep = aCase("d");
    asleep.nextWake = std::nullopt;
    cache.insert(asleep);

    CHECK(cache.waking(monday, 10).empty());
    CHECK(cache.waking(monday + 2h, 10) == std::vector{PersonId{"c"}, PersonId{"b"}});
    CHECK(cache.waking(monday + 900h, 2) == std::vector{PersonId{"c"}, PersonId{"b"}});
    CHECK(cache.waking(monday + 900h, 10).size() == 3);
}
