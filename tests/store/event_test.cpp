#include "store/audit_trail.h"
#include "store/event_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("events come back whole, by when they happened and then as recorded")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    rememberCommand(connection);
    store::EventRepository events{connection};
    const auto first = anEvent("person-1", 1, monday);
    const auto late = anEvent("person-1", 2, monday - 72h);
    auto tie = anEvent("person-1", 3, monday);
    tie.whyNotChallenged = "they rang back the same day";

    for (const auto& event : {first, late, tie})
        REQUIRE(events.append(event));

    CHECK(events.forPerson(PersonId{"person-1"}) == std::vector{late, first, tie});
    CHECK(events.count(PersonId{"person-1"}) == 3);
    CHECK(events.count(PersonId{"nobody"}) == 0);
    CHECK(events.countAll() == 3);
}

TEST_CASE("a number that is taken is a conflict and leaves the event that has it")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    rememberCommand(connection);
    store::EventRepository events{connection};
    REQUIRE(events.append(anEvent("person-1", 1)));
    auto second = anEvent("person-1", 1);
    second.id = EventId{"another"};

    const auto refused = events.append(second);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(events.forPerson(PersonId{"person-1"}) == std::vector{anEvent("person-1", 1)});
}

TEST_CASE("the store refuses a gap in the numbers, an event of nobody, a used id and an unknown command")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    rememberCommand(connection);
    store::EventRepository events{connection};
    REQUIRE(events.append(anEvent("person-1", 1)));

    auto usedId = anEvent("person-1", 2);
    usedId.id = EventId{"person-1-1"};
    auto unknownCommand = anEvent("person-1", 2);
    unknownCommand.command = CommandId{"never-sent"};
    auto now = anEvent("person-1", 2);
    now.kind = "now";

    for (const auto& event : {anEvent("person-1", 3), anEvent("nobody", 1), usedId, unknownCommand, now})
        CHECK_THROWS_AS(events.append(event), db::Failure);
    CHECK(events.countAll() == 1);
}

TEST_CASE("a command is remembered once, with what it was and what it recorded")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    store::CommandLog commands{connection};
    store::EventRepository events{connection};
    const store::CommandRow sign{CommandId{"command-1"}, "sign_assessment", "person-1", WorkerId{"priya"}, monday};
    store::CommandRow again = sign;
    again.action = "something_else";

    CHECK(commands.remember(sign));
    CHECK_FALSE(commands.remember(again));
    REQUIRE(events.append(anEvent("person-1", 1)));
    REQUIRE(events.append(anEvent("person-1", 2)));

    CHECK(commands.find(sign.id) == sign);
    CHECK(commands.find(CommandId{"never-sent"}) == std::nullopt);
    CHECK(events.byCommand(PersonId{"person-1"}, sign.id) ==
          std::vector{anEvent("person-1", 1), anEvent("person-1", 2)});
    CHECK(events.byCommand(PersonId{"person-1"}, CommandId{"never-sent"}).empty());
}

TEST_CASE("the audit trail numbers its entries without a gap, rollbacks included")
{
    ON_EVERY_STORE(connection);
    store::AuditTrail audit{connection};
    store::AuditRow view{0, monday, WorkerId{"priya"}, "view_person", "person-1", ""};

    CHECK(audit.append(view) == 1);
    {
        const db::Transaction abandoned{connection, db::Access::write};
        CHECK(audit.append(view) == 2);
    }
    view.action = "record_response";
    view.detail = "response";
    CHECK(audit.append(view) == 2);

    const auto all = audit.page(0, 10);
    REQUIRE(all.size() == 2);
    CHECK(all[0].action == "view_person");
    view.seq = 2;
    CHECK(all[1] == view);
    CHECK(audit.page(1, 10) == std::vector{view});
    CHECK(audit.about("person-1", 1) == std::vector{view});
    CHECK(audit.about("person-2", 1).empty());
}
