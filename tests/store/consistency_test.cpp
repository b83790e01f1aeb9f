#include "store/audit_trail.h"
#include "store/consistency.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// A healthy store with one case.
void addHealthyCase(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    rememberCommand(connection);
    if (!store::EventRepository{connection}.append(anEvent("p1", 1)))
        throw std::logic_error{"the test's own event was refused"};
    auto rows = aCase("p1");
    rows.version = 1;
    rows.bounces = {aBounce(mondaysDate)};
    store::CaseCache{connection}.insert(rows);
    store::AuditTrail{connection}.append({0, monday, WorkerId{"priya"}, "record_contact", "p1", ""});
}

}  // namespace

TEST_CASE("a healthy store has nothing to complain of, and an empty one neither")
{
    ON_EVERY_STORE(connection);
    CHECK(store::findInconsistencies(connection).empty());
    addHealthyCase(connection);
    CHECK(store::findInconsistencies(connection).empty());
}

TEST_CASE("each kind of damage that can be done through SQL is found and named")
{
    const struct {
        const char* damage;
        store::Inconsistency expected;
    } cases[] = {
        {"DELETE FROM case_state", {"cache", "events_without_state: p1"}},
        {"UPDATE case_state SET version = 7", {"cache", "state_of_another_version: p1"}},
        {"DELETE FROM case_state", {"cache", "need_without_state: p1"}},
        {"DELETE FROM case_state", {"cache", "action_without_state: p1"}},
        {"DELETE FROM case_state", {"cache", "bounce_without_state: p1"}},
        {"UPDATE case_state SET open_needs = 1, accepted_needs = 0", {"cache", "open_needs_miscounted: p1"}},
        {"UPDATE case_state SET bounces = 0", {"cache", "bounces_miscounted: p1"}},
        {"DELETE FROM next_action", {"next", "open_need_without_action: p1 mental_health"}},
        {"UPDATE audit_head SET seq = seq + 1", {"audit", "numbers_with_a_gap: 2 1 1"}},
        {"DELETE FROM person_word", {"search", "person_not_found_by_words: p1"}},
    };
    const auto backend = GENERATE(from_range(stores()));
    INFO(backend.name);
    for (const auto& row : cases) {
        INFO(row.damage);
        const auto connection = backend.open();
        addHealthyCase(*connection);
        connection->execute(row.damage);

        const auto found = store::findInconsistencies(*connection);

        INFO(found.size());
        CHECK(std::ranges::find(found, row.expected) != found.end());
    }
}

TEST_CASE("damage that only a broken file could hold is found as well")
{
    const auto connection = stores().front().open();
    REQUIRE(connection->dialect() == db::Dialect::sqlite);
    addHealthyCase(*connection);
    connection->script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                       "DROP TRIGGER case_event_stays; DROP TRIGGER case_event_kept; DROP TRIGGER audit_stays;"
                       "UPDATE case_event SET seq = 3, person = 'lost', command = 'gone';"
                       "INSERT INTO assessment VALUES ('no-event', 'p1', 0, 'priya', '{}');"
                       "UPDATE need_state SET holder_worker = NULL WHERE need = 'substance_use';"
                       "DELETE FROM audit;");

    const auto found = store::findInconsistencies(*connection);

    for (const store::Inconsistency& expected : std::vector<store::Inconsistency>{
             {"event", "event_without_person: lost"},
             {"event", "numbers_with_a_gap: lost"},
             {"event", "event_without_command: p1-1"},
             {"event", "assessment_without_event: no-event"},
             {"held", "open_need_without_holder: p1 substance_use"},
             {"audit", "numbers_with_a_gap: 1 0 0"},
         }) {
        INFO(expected.detail);
        CHECK(std::ranges::find(found, expected) != found.end());
    }
}
