#include "store/audit_trail.h"
#include "store/draft_repository.h"
#include "store/merge_repository.h"
#include "store/note_repository.h"
#include "store/retention_query.h"
#include "store/retention_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::chrono::days day{1};
constexpr std::chrono::days year{365};

/// Somebody whose needs are met, and when the last event was.
void addClosed(db::Connection& connection, const std::string& id, std::optional<Instant> lastAt)
{
    addPerson(connection, aPerson(id, "Dani", "Okafor"));
    store::CaseCacheRows rows;
    rows.person = PersonId{id};
    rows.computedAt = monday;
    rows.lastAt = lastAt;
    rows.policyVersion = "england 1";
    rows.needs.substanceUse.status = NeedStatus::met;
    store::CaseCache{connection}.replace(rows);
}

std::vector<std::string> idsOf(const store::RetentionPage& page)
{
    std::vector<std::string> ids;
    for (const auto& row : page.rows)
        ids.push_back(row.person.id.str());
    return ids;
}

store::RetentionQuery everybody(db::Connection& connection)
{
    return {connection, store::everyoneSeen()};
}

Note aNote(std::string_view person, Instant at)
{
    Note note;
    note.id = NoteId{"note-1"};
    note.person = PersonId{person};
    note.happenedAt = at;
    note.writtenAt = monday;
    note.text = "Rang to ask how things are";
    note.author = WorkerId{"priya"};
    note.command = CommandId{"command-1"};
    return note;
}

RetentionKeep aKeep(std::string_view id, std::string_view person, std::optional<Date> until)
{
    return {RetentionKeepId{id},
            PersonId{person},
            until,
            "An inquest",
            WorkerId{"priya"},
            monday,
            CommandId{"command-1"},
            {}};
}

}  // namespace

TEST_CASE("closed records come the longest quiet first, page by page, without those whom the reader may not see")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addClosed(connection, "p1", monday - 9 * year);
    addClosed(connection, "p2", monday - 21 * year);
    addClosed(connection, "p3", monday - 9 * year);
    addClosed(connection, "late", monday - 1 * year);
    addClosed(connection, "none", {});
    addPerson(connection, aPerson("open", "Ben", "Marsh"));
    store::CaseCacheRows open = aCase("open");
    open.lastAt = monday - 30 * year;
    store::CaseCache{connection}.replace(open);

    const auto query = everybody(connection);
    const Instant before = monday - 8 * year;
    CHECK(idsOf(query.page(before, {}, 10)) == std::vector<std::string>{"none", "p2", "p1", "p3"});
    CHECK_FALSE(query.page(before, {}, 10).next);

    const auto first = query.page(before, {}, 3);
    CHECK(idsOf(first) == std::vector<std::string>{"none", "p2", "p1"});
    REQUIRE(first.next);
    CHECK(idsOf(query.page(before, first.next, 3)) == std::vector<std::string>{"p3"});

    const store::RetentionQuery kept{connection, store::Unseen{{PersonId{"p2"}}}};
    CHECK(idsOf(kept.page(before, {}, 10)) == std::vector<std::string>{"none", "p1", "p3"});
    CHECK_FALSE(kept.find(PersonId{"p2"}));
    CHECK(query.find(PersonId{"open"})->facts.open);
    CHECK_FALSE(query.find(PersonId{"nobody"}));
}

TEST_CASE("a row has what the rules ask for, as the case was left")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    Person born = aPerson("p1", "Dani", "Okafor");
    born.born = mondaysDate - 40 * year;
    addPerson(connection, born);
    store::CaseCacheRows rows;
    rows.person = PersonId{"p1"};
    rows.computedAt = monday;
    rows.policyVersion = "england 1";
    rows.died = true;
    rows.diedOn = mondaysDate - 10 * year;
    rows.lastAt = monday - 11 * year;
    rows.needs.mentalHealth.status = NeedStatus::none;
    rows.needs.mentalHealth.legState = LegState::closedJointly;  // once referred for it
    store::CaseCache{connection}.replace(rows);
    CHECK(store::CaseCache{connection}.find(PersonId{"p1"}) == rows);

    const auto found = everybody(connection).find(PersonId{"p1"});
    REQUIRE(found);
    CHECK(found->facts == RetentionFacts{born.born, rows.diedOn, mondaysDate - 11 * year, {true, false}, false});
}

TEST_CASE(
    "what was done beside the events counts as contact, under any id of the record; of somebody only registered, that")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    rememberCommand(connection);
    addClosed(connection, "p1", monday - 9 * year);
    addClosed(connection, "p2", {});
    addClosed(connection, "p3", monday - 9 * year);
    const auto contact = [&](const char* id) { return everybody(connection).find(PersonId{id})->facts.lastContact; };
    CHECK(contact("p1") == mondaysDate - 9 * year);
    CHECK_FALSE(contact("p2"));

    store::NoteRepository{connection}.insert(aNote("p1", monday - 3 * year));
    CHECK(contact("p1") == mondaysDate - 3 * year);
    CHECK(contact("p3") == mondaysDate - 9 * year);

    store::AuditTrail{connection}.append({0, monday - 15 * year, WorkerId{"priya"}, "register_person", "p2", ""});
    store::AuditTrail{connection}.append({0, monday, WorkerId{"priya"}, "view_person", "p2", ""});
    CHECK(contact("p2") == mondaysDate - 15 * year);  // looking is not contact

    REQUIRE(store::DraftRepository{connection}.save(
        {"note", PersonId{"p3"}, "{}", 0, monday - 2 * year, WorkerId{"priya"}, "today"}));
    CHECK(contact("p3") == mondaysDate - 2 * year);

    PersonMerge merge;
    merge.id = MergeId{"m1"};
    merge.kept = PersonId{"p2"};
    merge.merged = PersonId{"p1"};
    merge.reason = "The same person";
    merge.worker = WorkerId{"priya"};
    merge.command = CommandId{"command-1"};
    REQUIRE(store::MergeRepository{connection}.join(merge));
    CHECK(contact("p2") == mondaysDate - 3 * year);
}

TEST_CASE("a record is kept longer until its day or until that is lifted, and neither is ever taken back")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    rememberCommand(connection);
    store::RetentionRepository kept{connection};
    const RetentionKeep one = aKeep("k1", "p1", mondaysDate + 10 * day);
    const RetentionKeep all = aKeep("k2", "", {});
    kept.insert(one);
    kept.insert(all);
    CHECK(kept.of(PersonId{"p1"}) == std::vector{one});
    CHECK(kept.ofAll() == all);
    CHECK(kept.standing(mondaysDate + 9 * day, 10) == std::vector{one});
    CHECK(kept.standing(mondaysDate + 10 * day, 10).empty());
    CHECK(one.holdsOn(mondaysDate + 9 * day));
    CHECK_FALSE(one.holdsOn(mondaysDate + 10 * day));
    CHECK(all.holdsOn(mondaysDate + 9000 * day));

    const RetentionLift lift{"It is over", WorkerId{"jo"}, monday, CommandId{"command-1"}};
    CHECK(kept.lift(one.id, lift));
    CHECK_FALSE(kept.lift(one.id, lift));
    CHECK(kept.lift(all.id, lift));
    CHECK(kept.find(one.id)->lifted == lift);
    CHECK(kept.liftedByCommand(CommandId{"command-1"}));
    CHECK(kept.standing(mondaysDate, 10).empty());
    CHECK_FALSE(kept.ofAll());
    CHECK(kept.of(PersonId{"p1"}).size() == 1);

    for (const char* sql : {"UPDATE retention_keep SET until_day = 0", "DELETE FROM retention_lift",
                            "UPDATE retention_lift SET reason = 'x'", "DELETE FROM retention_keep",
                            "INSERT INTO retention_keep SELECT 'k9', person, NULL, reason, worker, at, command "
                            "FROM retention_keep WHERE id = 'k1'"})
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
}
