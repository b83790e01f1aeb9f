#include "store/assessment_repository.h"
#include "store/audit_trail.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void addOneOfEach(db::Connection& connection)
{
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    rememberCommand(connection);
    if (!store::EventRepository{connection}.append(anEvent("person-1", 1)))
        throw std::logic_error{"the test's own event was refused"};
    store::AssessmentRepository{connection}.insert(
        {EventId{"person-1-1"}, PersonId{"person-1"}, monday, WorkerId{"priya"}, "{}"});
    store::AuditTrail{connection}.append({0, monday, WorkerId{"priya"}, "view_person", "person-1", ""});
}

std::int64_t rowsOf(db::Connection& connection, const std::string& table)
{
    return connection.first("SELECT COUNT(*) FROM " + table, {}, [](const db::Row& row) { return row.integer(0); })
        .value();
}

}  // namespace

TEST_CASE("what happened can be neither changed nor removed nor replaced")
{
    ON_EVERY_STORE(connection);
    addOneOfEach(connection);

    for (const char* sql : {
             "UPDATE case_event SET words = ''",
             "DELETE FROM case_event",
             "UPDATE command SET worker = 'somebody'",
             "DELETE FROM command",
             "UPDATE assessment SET form = '[]'",
             "DELETE FROM assessment",
             "UPDATE audit SET worker = 'somebody'",
             "DELETE FROM audit",
             "UPDATE audit_head SET seq = 0",
             "UPDATE audit_head SET seq = seq + 2",
             "DELETE FROM audit_head",
             "INSERT INTO case_event SELECT person, seq, id, happened_at, recorded_at, kind, body, 'other', author, "
             "policy_version, command, channel, told_by, why_not_challenged FROM case_event WHERE true "
             "ON CONFLICT (person, seq) DO UPDATE SET words = 'other'",
         }) {
        INFO(sql);
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    }
    for (const char* table : {"case_event", "command", "assessment", "audit", "audit_head"})
        CHECK(rowsOf(connection, table) == 1);
    CHECK(store::EventRepository{connection}.forPerson(PersonId{"person-1"}).front() == anEvent("person-1", 1));
}

TEST_CASE("a replacing insert, which skips a deletion's triggers by default, is refused as well")
{
    const auto connection = stores().front().open();
    REQUIRE(connection->dialect() == db::Dialect::sqlite);
    addOneOfEach(*connection);

    for (const char* sql : {
             "INSERT OR REPLACE INTO case_event SELECT person, seq, id, happened_at, recorded_at, kind, body, 'other', "
             "author, policy_version, command, channel, told_by, why_not_challenged FROM case_event",
             "INSERT OR REPLACE INTO audit SELECT seq, at, 'somebody', action, subject, detail, mac, reason FROM audit",
             "INSERT OR REPLACE INTO command SELECT id, action, subject, 'somebody', at FROM command",
             "INSERT OR REPLACE INTO assessment SELECT event, person, happened_at, worker, '[]' FROM assessment",
             "INSERT OR REPLACE INTO audit_head (id, seq) VALUES (1, 0)",
         }) {
        INFO(sql);
        CHECK_THROWS_AS(connection->execute(sql), db::Failure);
    }
}

TEST_CASE("a table cannot be emptied behind the triggers on PostgreSQL")
{
    for (const Backend& backend : stores()) {
        const auto connection = backend.open();
        if (connection->dialect() != db::Dialect::postgres)
            continue;
        for (const char* table : {"case_event", "command", "assessment", "audit", "audit_head"}) {
            INFO(table);
            CHECK_THROWS_AS(connection->execute("TRUNCATE " + std::string{table} + " CASCADE"), db::Failure);
        }
    }
}
