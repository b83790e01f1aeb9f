#include "store/store_world.h"
#include "store/worklist_query.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using Whats = std::vector<std::string>;

namespace {

store::ActionCache action(std::string what, int group, int level, Instant due, std::string desk)
{
    store::ActionCache made = aCase("x").actions.front();
    made.what = std::move(what);
    made.group = group;
    made.escalationLevel = level;
    made.due = due;
    made.desk = std::move(desk);
    return made;
}

Whats whats(const std::vector<store::WorkRow>& rows)
{
    Whats list;
    for (const auto& row : rows)
        list.push_back(row.action.what);
    return list;
}

const std::string priyasDesk = store::deskOf(WorkerId{"priya"});
const std::string supervisors = store::deskOf("supervisor", ServiceId{"lantern"});

void addWork(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Zed", "Abbot"));
    addPerson(connection, aPerson("p2", "Amy", "Zola"));
    store::CaseCache cache{connection};
    auto first = aCase("p1");
    first.actions = {action("late", 1, 0, monday - 48h, priyasDesk), action("escalated", 1, 3, monday, priyasDesk),
                     action("crisis", 0, 0, monday + 4h, supervisors)};
    auto second = aCase("p2");
    second.actions = {action("later", 1, 0, monday - 24h, priyasDesk), action("mdt", 4, 0, monday, "worker:jo")};
    second.actions[1].team = ServiceId{"cmht"};
    cache.insert(first);
    cache.insert(second);
}

}  // namespace

TEST_CASE("work is listed by group, and inside a group as asked")
{
    ON_EVERY_STORE(connection);
    addWork(connection);
    const store::WorklistQuery work{connection, store::everyoneSeen()};
    const store::WorkScope mine{{priyasDesk, supervisors}, {}};
    using enum store::WorkOrder;

    CHECK(whats(work.rows(mine, urgent, 10)) == Whats{"crisis", "escalated", "late", "later"});
    CHECK(whats(work.rows(mine, soonest, 10)) == Whats{"crisis", "late", "later", "escalated"});
    CHECK(whats(work.rows(mine, name, 10)) == Whats{"crisis", "late", "escalated", "later"});
    CHECK(whats(work.rows(mine, urgent, 2)) == Whats{"crisis", "escalated"});
}

TEST_CASE("a scope is one's desks, a team, or everyone, and the totals count what the rows do not show")
{
    ON_EVERY_STORE(connection);
    addWork(connection);
    const store::WorklistQuery work{connection, store::everyoneSeen()};
    using Totals = std::vector<int>;

    CHECK(work.totals({{priyasDesk}, {}}, 7) == Totals{0, 3, 0, 0, 0, 0, 0});
    CHECK(work.totals({{priyasDesk, supervisors}, {}}, 7) == Totals{1, 3, 0, 0, 0, 0, 0});
    CHECK(work.totals({{}, ServiceId{"lantern"}}, 7) == Totals{1, 3, 0, 0, 0, 0, 0});
    CHECK(work.totals({{}, {}}, 7) == Totals{1, 3, 0, 0, 1, 0, 0});
    CHECK(whats(work.rows({{}, ServiceId{"cmht"}}, store::WorkOrder::urgent, 10)) == Whats{"mdt"});
    CHECK(work.rows({{}, {}}, store::WorkOrder::name, 10).size() == 5);
    CHECK(work.rows({{"worker:nobody"}, {}}, store::WorkOrder::urgent, 10).empty());
}

TEST_CASE("a row of work names the person, the owner, the service and what the service said")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    Person dani = aPerson("p1", "Danielle", "Okafor");
    dani.preferredName = "Dani";
    dani.pronouns = "she/her";
    addPerson(connection, dani);
    rememberCommand(connection);
    REQUIRE(store::EventRepository{connection}.append(anEvent("p1", 1)));
    auto rows = aCase("p1");
    rows.actions.front().need = NeedScope::substanceUse;
    rows.actions.front().eventSeq = 1;
    rows.actions.front().reason = "N02";
    rows.needs.substanceUse.legState = LegState::challenged;
    store::CaseCache{connection}.insert(rows);

    const auto listed =
        store::WorklistQuery{connection, store::everyoneSeen()}.rows({{priyasDesk}, {}}, store::WorkOrder::urgent, 10);

    REQUIRE(listed.size() == 1);
    const store::WorkRow& row = listed.front();
    CHECK(row.person.name == "Dani Okafor");
    CHECK(row.person.pronouns == "she/her");
    CHECK(row.action == rows.actions.front());
    CHECK(row.detail == PerNeed<std::string>{"psychosis", "alcohol"});
    CHECK(row.leg == LegState::challenged);
    CHECK(row.ownerName == "Priya Raman");
    CHECK(row.serviceName == "Wrenfield Community Mental Health Team");
    CHECK(row.words == anEvent("p1", 1).words);
}

TEST_CASE("everyone held is counted once, by how many of their legs are accepted")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CaseCache cache{connection};
    const auto add = [&](const char* id, int open, int accepted, const char* worker) {
        addPerson(connection, aPerson(id, "Some", "Body"));
        auto rows = aCase(id);
        rows.openNeeds = open;
        rows.acceptedNeeds = accepted;
        rows.clasp = open == 0 ? ClaspState::released : accepted == open ? ClaspState::joined : ClaspState::held;
        for (const Need need : allNeeds)
            rows.needs[need].holderWorker = WorkerId{worker};
        if (open < 2)
            rows.needs.substanceUse = {};
        if (open < 1)
            rows.needs.mentalHealth = {};
        cache.insert(rows);
    };
    add("both", 2, 2, "priya");
    add("one-of-one", 1, 1, "priya");
    add("one-of-two", 2, 1, "priya");
    add("waiting", 2, 0, "jo");
    add("released", 0, 0, "priya");
    const store::WorklistQuery work{connection, store::everyoneSeen()};

    CHECK(work.held({}, {}) == store::HeldCounts{4, 2, 1, 1, 0, 0});
    CHECK(work.held(WorkerId{"priya"}, {}) == store::HeldCounts{3, 2, 1, 0, 0, 0});
    CHECK(work.held({}, ServiceId{"lantern"}) == store::HeldCounts{4, 2, 1, 1, 0, 0});
    CHECK(work.held({}, ServiceId{"cmht"}) == store::HeldCounts{});
}
