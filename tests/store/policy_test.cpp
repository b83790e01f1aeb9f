#include "store/policy_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

store::PolicyRow aPolicy(std::string id, std::string version)
{
    return {0, std::move(id), std::move(version), "A title", "england", "{\"id\": 1}", "{}", monday, WorkerId{"priya"}};
}

}  // namespace

TEST_CASE("a policy comes back as it was kept, numbered in the order of loading")
{
    ON_EVERY_STORE(connection);
    store::PolicyRepository policies{connection};
    CHECK(policies.all().empty());
    CHECK(policies.stamp() == 0);
    CHECK(policies.insert(aPolicy("wrenfield", "1")) == 1);
    CHECK(policies.insert(aPolicy("wrenfield", "2")) == 2);
    auto second = aPolicy("wrenfield", "2");
    second.number = 2;
    CHECK(policies.find(2) == second);
    CHECK(policies.find("wrenfield", "2") == second);
    CHECK_FALSE(policies.find("wrenfield", "3"));
    CHECK(policies.all().size() == 2);
}

TEST_CASE("a name and version are kept once")
{
    ON_EVERY_STORE(connection);
    store::PolicyRepository policies{connection};
    policies.insert(aPolicy("wrenfield", "1"));
    CHECK_THROWS_AS(policies.insert(aPolicy("wrenfield", "1")), db::Failure);
}

TEST_CASE("what was in force is listed by its beginning, and of two that begin together the later one last")
{
    ON_EVERY_STORE(connection);
    store::PolicyRepository policies{connection};
    policies.insert(aPolicy("a", "1"));
    policies.insert(aPolicy("b", "1"));
    policies.putInForce({0, 2, monday + 24h, monday, WorkerId{"priya"}});
    policies.putInForce({0, 1, monday, monday, {}});
    policies.putInForce({0, 1, monday + 24h, monday, WorkerId{"priya"}});
    const auto rows = policies.inForce();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == store::InForceRow{2, 1, monday, monday, {}});
    CHECK(rows[1].policy == 2);
    CHECK(rows[2].policy == 1);
    CHECK(policies.stamp() == 3);
    CHECK_THROWS_AS(policies.putInForce({0, 9, monday, monday, {}}), db::Failure);
}

TEST_CASE("a sign-off is kept once for a citation and its words")
{
    ON_EVERY_STORE(connection);
    store::PolicyRepository policies{connection};
    const store::SignOffRow row{"A guide", "says so", WorkerId{"priya"}, "Priya Raman", monday};
    policies.signOff(row);
    CHECK(policies.signOffs() == std::vector{row});
    CHECK(policies.stamp() == 1);
    CHECK_THROWS_AS(policies.signOff(row), db::Failure);
}

TEST_CASE("nothing of a policy can be changed or removed")
{
    ON_EVERY_STORE(connection);
    store::PolicyRepository policies{connection};
    policies.insert(aPolicy("a", "1"));
    policies.putInForce({0, 1, monday, monday, {}});
    policies.signOff({"A guide", "says so", WorkerId{"priya"}, "Priya Raman", monday});
    for (const char* sql : {"UPDATE policy SET whole = '[]'", "DELETE FROM policy",
                            "UPDATE policy_in_force SET from_at = 0", "DELETE FROM policy_in_force",
                            "UPDATE citation_sign_off SET name = 'somebody'", "DELETE FROM citation_sign_off"}) {
        INFO(sql);
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    }
    CHECK(policies.stamp() == 2);
}

TEST_CASE("people whose state was reckoned from an instant on are found")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    for (const char* id : {"p1", "p2"})
        addPerson(connection, aPerson(id, "Dani", "Okafor"));
    auto early = aCase("p1");
    early.computedAt = monday;
    auto late = aCase("p2");
    late.computedAt = monday + 1h;
    store::CaseCache{connection}.insert(early);
    store::CaseCache{connection}.insert(late);
    const store::PolicyRepository policies{connection};
    CHECK(policies.reckonedFrom(monday).size() == 2);
    CHECK(policies.reckonedFrom(monday + 1h) == std::vector{PersonId{"p2"}});
    CHECK(policies.reckonedFrom(monday + 2h).empty());
}
