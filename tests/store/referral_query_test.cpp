#include "store/referral_query.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// A person whose only open need is mental health, with a leg in that state.
store::CaseCacheRows oneLeg(std::string_view person, LegState state, Instant due)
{
    auto rows = aCase(person);
    rows.openNeeds = 1;
    rows.needs.substanceUse = {};
    auto& need = rows.needs.mentalHealth;
    need.legState = state;
    need.nextDue = due;
    need.silentFrom = std::nullopt;
    return rows;
}

void addLegs(db::Connection& connection)
{
    addStaff(connection);
    store::CaseCache cache{connection};
    for (const char* id : {"sent", "silent", "refused", "accepted", "draft", "closed"})
        addPerson(connection, aPerson(id, "Some", id));
    cache.insert(oneLeg("sent", LegState::acknowledged, monday + 24h));
    auto silent = oneLeg("silent", LegState::sent, monday - 24h);
    silent.needs.mentalHealth.silentFrom = monday - 72h;
    cache.insert(silent);
    auto refused = oneLeg("refused", LegState::challenged, monday);
    refused.needs.mentalHealth.lastReason = "N02";
    refused.needs.mentalHealth.escalationLevel = 2;
    cache.insert(refused);
    auto accepted = oneLeg("accepted", LegState::waiting, monday + 72h);
    accepted.needs.mentalHealth.holderWorker = WorkerId{"jo"};
    accepted.needs.mentalHealth.holderService = ServiceId{"cmht"};
    accepted.needs.mentalHealth.legService = ServiceId{"therapies"};
    cache.insert(accepted);
    cache.insert(oneLeg("draft", LegState::draft, monday));
    cache.insert(oneLeg("closed", LegState::closedJointly, monday));
}

std::vector<std::string> people(db::Connection& connection, store::LegQuery query)
{
    query.now = monday;
    std::vector<std::string> ids;
    for (const auto& row : store::ReferralQuery{connection, store::everyoneSeen()}.page(query).rows)
        ids.push_back(row.person.id.str());
    return ids;
}

}  // namespace

TEST_CASE("legs are listed by when they are due, and by where they stand")
{
    ON_EVERY_STORE(connection);
    addLegs(connection);
    using Ids = std::vector<std::string>;
    const auto only = [&](store::LegFilter filter) {
        store::LegQuery query;
        query.filter = filter;
        return people(connection, query);
    };
    CHECK(only(store::LegFilter::all) == Ids{"silent", "refused", "sent", "accepted"});
    CHECK(only(store::LegFilter::sent) == Ids{"silent", "sent"});
    CHECK(only(store::LegFilter::silent) == Ids{"silent"});
    CHECK(only(store::LegFilter::refused) == Ids{"refused"});
    CHECK(only(store::LegFilter::due) == Ids{"silent", "refused"});
    CHECK(only(store::LegFilter::accepted) == Ids{"accepted"});

    store::LegQuery all;
    all.now = monday;
    CHECK(store::ReferralQuery{connection, store::everyoneSeen()}.totals(all) == std::vector{4, 2, 1, 1, 2, 1});
}

TEST_CASE("need, service, holder and name narrow the list; all but the name narrow the totals")
{
    ON_EVERY_STORE(connection);
    addLegs(connection);
    using Ids = std::vector<std::string>;
    store::LegQuery byNeed;
    byNeed.need = Need::substanceUse;
    store::LegQuery byService;
    byService.service = ServiceId{"therapies"};
    store::LegQuery byWorker;
    byWorker.heldBy.worker = WorkerId{"priya"};
    store::LegQuery byTeam;
    byTeam.heldBy.service = ServiceId{"cmht"};
    store::LegQuery byName;
    byName.text = "some ref";

    CHECK(people(connection, byNeed).empty());
    CHECK(people(connection, byService) == Ids{"accepted"});
    CHECK(people(connection, byWorker) == Ids{"silent", "refused", "sent"});
    CHECK(people(connection, byTeam) == Ids{"accepted"});
    CHECK(people(connection, byName) == Ids{"refused"});
    const store::ReferralQuery referrals{connection, store::everyoneSeen()};
    CHECK(referrals.totals(byTeam) == std::vector{1, 0, 0, 0, 0, 1});
    CHECK(referrals.totals(byNeed) == std::vector(6, 0));
    CHECK(referrals.totals(byName).front() == 4);
}

TEST_CASE("a row says to whom the leg went, since when, and what is next")
{
    ON_EVERY_STORE(connection);
    addLegs(connection);
    store::LegQuery query;
    query.filter = store::LegFilter::refused;
    query.now = monday;

    const auto page = store::ReferralQuery{connection, store::everyoneSeen()}.page(query);

    REQUIRE(page.rows.size() == 1);
    const store::LegRow& row = page.rows.front();
    CHECK(row.person.name == "Some refused");
    CHECK(row.need == Need::mentalHealth);
    CHECK(row.serviceName == "Wrenfield Community Mental Health Team");
    CHECK(row.state == LegState::challenged);
    CHECK(row.sentAt == monday);
    CHECK(row.since == monday);
    CHECK(row.due == monday);
    CHECK(row.dueWhat == "chase");
    CHECK(row.escalationLevel == 2);
    CHECK_FALSE(row.silent);
    CHECK(row.lastReason == "N02");
    CHECK(row.holderName == "Priya Raman");
}

TEST_CASE("pages of legs follow each other without gap or repeat, ties and both needs included")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CaseCache cache{connection};
    for (int i = 0; i < 7; ++i) {
        const std::string id = "p" + std::to_string(i);
        addPerson(connection, aPerson(id, "Some", "Body"));
        cache.insert(aCase(id));  // all due at the same time
    }
    store::LegQuery query;
    query.limit = 3;
    std::vector<std::string> seen;
    do {
        const auto page = store::ReferralQuery{connection, store::everyoneSeen()}.page(query);
        for (const auto& row : page.rows)
            seen.push_back(row.person.id.str() + std::string{nameOf(row.need)});
        query.after = page.next;
    } while (!query.after.empty());

    CHECK(seen.size() == 14);
    CHECK(std::ranges::is_sorted(seen));
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
}
