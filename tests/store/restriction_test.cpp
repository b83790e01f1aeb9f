#include "store/merge_repository.h"
#include "store/restriction_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const WorkerId priya{"priya"};
const WorkerId samir{"samir"};
const PersonId p1{"p1"};

void addTwo(db::Connection& connection)
{
    store::WorkerRepository workers{connection};
    for (const char* id : {"priya", "samir"})
        if (!workers.insert(aWorker(id, id, "")))
            throw std::logic_error{"the test's own worker was refused"};
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Ben", "Marsh"));
    rememberCommand(connection);
}

Restriction decided(std::int64_t number, std::vector<WorkerId> named)
{
    const bool restricted = !named.empty();
    return {p1, number, restricted, std::move(named), "Works here", priya, monday, CommandId{"command-1"}};
}

Emergency opened(Instant from = monday)
{
    return {EmergencyId{"e1"}, p1, samir, "On the bridge", from, from + emergencyLasts, CommandId{"command-1"}, {}};
}

bool hidden(db::Connection& connection, const WorkerId& from, Instant at = monday)
{
    return store::RestrictionRepository{connection}.unseenBy(from, at).contains(p1);
}

}  // namespace

TEST_CASE("the newest decision says who may see a record, and every one of them stays")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    store::RestrictionRepository restrictions{connection};
    CHECK_FALSE(restrictions.current(p1));
    CHECK_FALSE(hidden(connection, samir));

    REQUIRE(restrictions.insert(decided(1, {priya})));
    CHECK_FALSE(restrictions.insert(decided(1, {samir})));  // decided by somebody else meanwhile
    CHECK(hidden(connection, samir));
    CHECK_FALSE(hidden(connection, priya));
    CHECK(restrictions.unseenBy(samir, monday).people() == std::vector{p1});

    REQUIRE(restrictions.insert(decided(2, {priya, samir})));
    CHECK_FALSE(hidden(connection, samir));
    REQUIRE(restrictions.insert(decided(3, {samir})));
    CHECK(hidden(connection, priya));
    REQUIRE(restrictions.insert(decided(4, {})));
    CHECK_FALSE(hidden(connection, priya));
    const auto all = restrictions.of(p1);
    REQUIRE(all.size() == 4);
    CHECK(all[1] == decided(2, {priya, samir}));
    CHECK(restrictions.current(p1) == decided(4, {}));
    CHECK(restrictions.byCommand(CommandId{"command-1"}));

    for (const char* sql : {"UPDATE restriction SET restricted = 0", "DELETE FROM restriction",
                            "UPDATE restriction_name SET worker = 'samir'", "DELETE FROM restriction_name"})
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
}

TEST_CASE(
    "an emergency shows the record to one worker until its time is over, it is given back or the clock jumps back")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    store::RestrictionRepository restrictions{connection};
    REQUIRE(restrictions.insert(decided(1, {priya})));
    restrictions.insert(opened());
    CHECK_FALSE(hidden(connection, samir));
    CHECK_FALSE(hidden(connection, samir, monday + emergencyLasts - 1ms));
    CHECK(hidden(connection, samir, monday + emergencyLasts));
    CHECK(hidden(connection, samir, monday - 1ms));
    CHECK(hidden(connection, WorkerId{"jo"}));
    CHECK(restrictions.openFor(samir, monday) == std::vector{opened()});
    CHECK(restrictions.openFor(samir, monday + emergencyLasts).empty());

    REQUIRE(restrictions.end(EmergencyId{"e1"}, monday + 1min));
    CHECK_FALSE(restrictions.end(EmergencyId{"e1"}, monday + 2min));
    CHECK(hidden(connection, samir, monday + 3min));

    CHECK(restrictions.emergencies(true, 9).size() == 1);
    const EmergencyReview review{EmergencyId{"e1"}, priya, "Rightly so", monday + 1h, CommandId{"command-1"}};
    CHECK(restrictions.review(review));
    CHECK_FALSE(restrictions.review(review));
    CHECK(restrictions.emergencies(true, 9).empty());
    REQUIRE(restrictions.emergencies(false, 9).size() == 1);
    CHECK(restrictions.emergencies(false, 9).front().review == review);
    CHECK(restrictions.find(EmergencyId{"e1"})->emergency.endedAt == monday + 1min);
    for (const char* table : {"emergency", "emergency_end", "emergency_review"})
        CHECK_THROWS_AS(connection.execute("DELETE FROM " + std::string{table}), db::Failure);
}

TEST_CASE("what was joined to a restricted record is hidden with it")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    connection.execute("INSERT INTO person_merge (id, kept, merged, reason, despite, uneven, set_aside, reopened, "
                       "kept_version, merged_events, worker, role, service, at, command) VALUES ('m1', 'p1', 'p2', "
                       "'same', '', 0, '', '', 1, 0, 'priya', 'keyworker', '', 1, 'command-1')");
    connection.execute("INSERT INTO merged_record (person, record, merge) VALUES ('p2', 'p1', 'm1')");
    store::RestrictionRepository restrictions{connection};
    REQUIRE(restrictions.insert(decided(1, {priya})));
    CHECK(restrictions.unseenBy(samir, monday).people() == std::vector{p1, PersonId{"p2"}});
    CHECK(restrictions.unseenBy(priya, monday).empty());
}
