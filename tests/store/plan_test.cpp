#include "store/plan_repository.h"

#include "store/consistency.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
}

Plan aPlan(const std::string& id, PlanKind kind, int number)
{
    Plan plan;
    plan.id = PlanId{id};
    plan.person = PersonId{"p1"};
    plan.content.kind = kind;
    plan.number = number;
    plan.author = WorkerId{"priya"};
    plan.role = Role::coordinator;
    plan.service = ServiceId{"lantern"};
    plan.agreedAt = monday + 1h;
    plan.command = CommandId{"command-1"};
    return plan;
}

store::AgreedLine aLine(const std::string& id, const std::string& worker, Date due)
{
    store::AgreedLine line{PersonId{"p1"}, "care", {id, NeedScope::both, "Ring", WorkerId{worker}, {}, due}, true};
    if (worker.empty())
        line.line.who = "Grace";
    return line;
}

std::string faultsOfPlans(db::Connection& connection)
{
    std::string faults;
    for (const store::Inconsistency& found : store::findInconsistencies(connection))
        if (found.what == "plan")
            faults += found.detail + '\n';
    return faults;
}

}  // namespace

TEST_CASE("a plan comes back as it was agreed, the newest version of each kind first")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::PlanRepository plans{connection};
    CHECK(plans.insert(aPlan("a", PlanKind::care, 1), "{\"one\":1}"));
    CHECK(plans.insert(aPlan("b", PlanKind::care, 2), "{\"two\":2}"));
    CHECK(plans.insert(aPlan("c", PlanKind::safety, 1), "{}"));
    CHECK_FALSE(plans.insert(aPlan("d", PlanKind::care, 2), "{}"));
    const auto rows = plans.forPerson(PersonId{"p1"});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].plan == aPlan("b", PlanKind::care, 2));
    CHECK(rows[0].body == "{\"two\":2}");
    CHECK(rows[1].plan == aPlan("a", PlanKind::care, 1));
    CHECK(rows[2].plan == aPlan("c", PlanKind::safety, 1));
    CHECK(plans.forPerson(PersonId{"p2"}).empty());
    CHECK(plans.byCommand(CommandId{"command-1"}));
    CHECK_FALSE(plans.byCommand(CommandId{"other"}));
}

TEST_CASE("lines of a source take the place of what stood of it, and are due for who does them")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::PlanRepository plans{connection};
    CHECK(plans.insert(aPlan("a", PlanKind::care, 1), "{}"));
    const PersonId person{"p1"};
    plans.standInstead(person, "care", {aLine("old", "priya", mondaysDate)});
    plans.standInstead(person, "care",
                       {aLine("l1", "priya", mondaysDate + std::chrono::days{1}), aLine("l2", "", mondaysDate),
                        aLine("l3", "priya", mondaysDate + std::chrono::days{9})});
    CHECK(plans.lines(person).size() == 3);
    const Date by = mondaysDate + std::chrono::days{2};
    const auto due = plans.due({{WorkerId{"priya"}}, {}, store::everyoneSeen()}, by, 10);
    REQUIRE(due.size() == 1);
    CHECK(due[0].agreed == aLine("l1", "priya", mondaysDate + std::chrono::days{1}));
    CHECK(due[0].person.name == "Dani Okafor");
    CHECK(due[0].workerName == "Priya Raman");
    CHECK(plans.countDue({{}, ServiceId{"lantern"}, store::everyoneSeen()}, by) == 1);
    CHECK(plans.countDue({{}, {}, store::everyoneSeen()}, by) == 1);
    CHECK(plans.due({{WorkerId{"samir"}}, {}, store::everyoneSeen()}, by, 10).empty());
    CHECK(plans.due({{}, ServiceId{"cmht"}, store::everyoneSeen()}, by, 10).empty());

    const PlanMark mark{person, "l1", 1, true, WorkerId{"priya"}, monday};
    plans.mark(mark);
    CHECK(plans.marks(person) == std::vector{mark});
    plans.setOpen(person, "l1", false);
    CHECK(plans.countDue({{}, {}, store::everyoneSeen()}, by) == 0);
    CHECK(faultsOfPlans(connection).empty());
}

TEST_CASE("a line that stands open after it was done is found")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::PlanRepository plans{connection};
    plans.put(aLine("l1", "priya", mondaysDate));
    plans.mark({PersonId{"p1"}, "l1", 1, true, WorkerId{"priya"}, monday});
    const std::string faults = faultsOfPlans(connection);
    CHECK(faults.find("line_open_or_done_wrongly") != std::string::npos);
    CHECK(faults.find("line_of_no_plan") != std::string::npos);
}

TEST_CASE("a plan that was agreed, and what was marked, cannot be changed or taken out")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::PlanRepository plans{connection};
    CHECK(plans.insert(aPlan("a", PlanKind::care, 1), "{}"));
    plans.mark({PersonId{"p1"}, "l1", 1, true, WorkerId{"priya"}, monday});
    for (const char* statement :
         {"UPDATE plan SET body = 'x'", "DELETE FROM plan", "UPDATE plan_mark SET done = 0", "DELETE FROM plan_mark"})
        CHECK_THROWS_AS(connection.execute(statement, {}), db::Failure);
}
