#include "store/report_pages.h"
#include "store/report_query.h"
#include "store/report_rows.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

std::vector<store::BounceFigure> bounces(db::Connection& connection, const store::BounceFilter& filter, Instant now)
{
    std::vector<store::BounceFigure> list;
    store::ReportQuery{connection}.bounces(filter, now, [&](const auto& figure) { list.push_back(figure); });
    return list;
}

void addBounces(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    auto rows = aCase("p1");
    auto running = aBounce(mondaysDate, "gp", "S02");
    running.need = Need::substanceUse;
    running.pointsTo = ServiceId{};
    running.runningFrom = rows.computedAt;
    rows.bounces = {aBounce(mondaysDate - days{10}), aBounce(mondaysDate - days{5}), running};
    rows.sent = {{Need::mentalHealth, ServiceId{"cmht"}, mondaysDate - days{10}},
                 {Need::substanceUse, ServiceId{"lantern"}, mondaysDate - days{10}},
                 {Need::mentalHealth, ServiceId{"cmht"}, mondaysDate}};
    rows.wentWell = {{ServiceId{"cmht"}, NeedScope::both, true, mondaysDate},
                     {ServiceId{"lantern"}, NeedScope::substanceUse, false, mondaysDate - days{10}},
                     {ServiceId{"cmht"}, NeedScope::mentalHealth, false, mondaysDate - days{11}}};
    store::CaseCache{connection}.insert(rows);
}

}  // namespace

TEST_CASE("a period holds both its ends, and a service or a need narrows it")
{
    ON_EVERY_STORE(connection);
    addBounces(connection);
    store::BounceFilter filter{mondaysDate - days{10}, mondaysDate, {}, {}};

    CHECK(bounces(connection, filter, monday).size() == 3);
    filter.from += days{1};
    filter.to -= days{1};
    CHECK(bounces(connection, filter, monday).size() == 1);
    filter = {mondaysDate - days{30}, mondaysDate, ServiceId{"cmht"}, {}};
    CHECK(bounces(connection, filter, monday).size() == 2);
    filter = {mondaysDate - days{30}, mondaysDate, {}, Need::substanceUse};
    CHECK(bounces(connection, filter, monday).size() == 1);
}

TEST_CASE("a bounce is told with the service's name, and days go on being lost while nobody has been asked again")
{
    ON_EVERY_STORE(connection);
    addBounces(connection);
    const store::BounceFilter filter{mondaysDate - days{10}, mondaysDate, {}, {}};

    const auto list = bounces(connection, filter, monday + 3 * 24h + 1h);

    REQUIRE(list.size() == 3);
    CHECK(list[0].serviceName == "Wrenfield Community Mental Health Team");
    CHECK(list[0].pointsTo == "lantern");
    CHECK(list[0].daysLost == 7);
    CHECK(list[0].on == mondaysDate - days{10});
    CHECK(list[0].person == PersonId{"p1"});
    CHECK(list[0].code == ReasonCode{"N02"});
    CHECK(list[0].substanceUseCited);
    CHECK_FALSE(list[0].mentalHealthCited);
    CHECK(list[2].service == "gp");
    CHECK(list[2].serviceName == "gp");
    CHECK(list[2].pointsTo.empty());
    CHECK(list[2].daysLost == 10);
    CHECK(bounces(connection, filter, monday - 24h)[2].daysLost == 7);
}

TEST_CASE("people held now are counted once")
{
    ON_EVERY_STORE(connection);
    addBounces(connection);
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    auto joined = aCase("p2");
    joined.clasp = ClaspState::joined;
    joined.acceptedNeeds = 2;
    store::CaseCache{connection}.insert(joined);
    store::ReportPages{connection}.build();
    const store::ReportQuery report{connection};
    CHECK(report.heldNow() == store::HeldNow{2, 1, 0});
}

namespace {

store::SentCache wait(int began, std::optional<int> ended, report::WaitState state,
                      const ServiceId& service = ServiceId{"lantern"})
{
    return {Need::substanceUse, service, mondaysDate - days{began}, state,
            ended ? std::optional{mondaysDate - days{*ended}} : std::nullopt};
}

}  // namespace

TEST_CASE("waits are counted by their length, ended apart from not ended, of one service and from one day on")
{
    using enum report::WaitState;
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    auto rows = aCase("p1");
    rows.sent = {wait(30, 10, started), wait(40, 20, started), wait(25, 5, refused), wait(7, std::nullopt, waiting),
                 wait(30, 10, started, ServiceId{"cmht"})};
    rows.sent.push_back({Need::substanceUse, ServiceId{"lantern"}, mondaysDate - days{6}});  // asked again
    store::CaseCache{connection}.insert(rows);
    rows = aCase("p2");
    rows.sent = {wait(30, 10, started), wait(0, std::nullopt, waiting)};
    store::CaseCache{connection}.insert(rows);
    const store::ReportQuery report{connection};
    const auto waits = [&](Date since, Date today) { return report.waits(ServiceId{"lantern"}, since, today); };
    using Waits = std::vector<report::Followed>;

    CHECK(waits(mondaysDate - days{60}, mondaysDate) == Waits{{0, 0, 1}, {7, 0, 1}, {20, 3, 1}});
    CHECK(waits(mondaysDate - days{30}, mondaysDate) == Waits{{0, 0, 1}, {7, 0, 1}, {20, 2, 1}});
    CHECK(waits(mondaysDate - days{30}, mondaysDate + days{2}) == Waits{{2, 0, 1}, {9, 0, 1}, {20, 2, 1}});
    CHECK(waits(mondaysDate - days{60}, mondaysDate - days{8}) == Waits{{20, 3, 1}});
    CHECK(report.waits(ServiceId{"nobody"}, mondaysDate - days{60}, mondaysDate).empty());
}

TEST_CASE("referrals and facts of a period come with the days and the people they are of")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    auto rows = aCase("p1");
    rows.sent = {wait(5, std::nullopt, report::WaitState::waiting), wait(40, 20, report::WaitState::started)};
    rows.sent.front().marks.number = 1;
    rows.sent.front().marks.accepted = mondaysDate;
    rows.sent.front().marks.wishes = 4;
    rows.sent.front().where = {33, "SG1", WorkerId{"jo"}};
    rows.facts = {{report::FactKind::meeting, NeedScope::both, "", mondaysDate - days{5}},
                  {report::FactKind::meeting, NeedScope::both, "", mondaysDate - days{6}}};
    rows.facts.front().where.area = "AL1";
    store::CaseCache{connection}.insert(rows);
    const store::ReportRows report{connection};

    std::vector<report::ReferralRow> referrals;
    report.referrals(mondaysDate - days{5}, mondaysDate, [&](report::ReferralRow& row) { referrals.push_back(row); });
    REQUIRE(referrals.size() == 1);
    CHECK(referrals.front().person == PersonId{"p1"});
    CHECK(referrals.front().service == "lantern");
    CHECK(referrals.front().on == mondaysDate - days{5});
    CHECK(referrals.front().marks == rows.sent.front().marks);
    CHECK(referrals.front().where == rows.sent.front().where);
    std::vector<report::FactRow> facts;
    report.facts(mondaysDate - days{5}, mondaysDate, [&](const report::FactRow& row) { facts.push_back(row); });
    REQUIRE(facts.size() == 1);
    CHECK(facts.front().fact == rows.facts.front());
    CHECK(report.workHours(mondaysDate - days{5}, mondaysDate).contains(PersonId{"p1"}));
    CHECK(report.workHours(mondaysDate - days{4}, mondaysDate).empty());
    CHECK(report.carersSpokenTo(monday, monday + 24h).empty());
    CHECK(report.retold(monday, monday + 24h) == 0);
}
