#include "store/merge_repository.h"

#include "store/carer_repository.h"
#include "store/consistency.h"
#include "store/draft_repository.h"
#include "store/note_repository.h"
#include "store/person_search.h"
#include "store/plan_repository.h"
#include "store/record_parts.h"
#include "store/store_world.h"
#include "store/story_repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const PersonId dani{"p1"};
const PersonId twin{"p2"};
const PersonId third{"p3"};

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    auto other = aPerson("p2", "Daniela", "Okafour");
    other.nhsNumber = "9990000018";
    addPerson(connection, other);
    addPerson(connection, aPerson("p3", "Danielle", "Okafor"));
    rememberCommand(connection);
}

PersonMerge aMerge(const char* id, const PersonId& kept, const PersonId& merged)
{
    PersonMerge merge;
    merge.id = MergeId{id};
    merge.kept = kept;
    merge.merged = merged;
    merge.reason = "Same address.";
    merge.joining = {
        true, {EventId{"e1"}, EventId{"e2"}}, {{Need::substanceUse, ServiceId{"lantern"}, WorkerId{"priya"}}}};
    merge.keptVersion = 1;
    merge.mergedEvents = 2;
    merge.worker = WorkerId{"jo"};
    merge.role = Role::coordinator;
    merge.service = ServiceId{"cmht"};
    merge.at = monday;
    merge.command = CommandId{"command-1"};
    return merge;
}

PersonUnmerge anUnmerge(const char* merge)
{
    return {MergeId{merge}, "Twins.", false, WorkerId{"jo"}, monday + 1h, CommandId{"command-1"}};
}

std::vector<PersonId> found(db::Connection& connection, std::string text)
{
    store::PersonSearchQuery query;
    query.text = std::move(text);
    query.now = monday;
    std::vector<PersonId> ids;
    for (const auto& row : store::PersonSearch{connection, store::everyoneSeen()}.page(query).rows)
        ids.push_back(row.person.id);
    return ids;
}

std::string faultsOf(db::Connection& connection)
{
    std::string faults;
    for (const store::Inconsistency& each : store::findInconsistencies(connection))
        faults += each.what + ' ' + each.detail + '\n';
    return faults;
}

Note aNote(const char* id, const PersonId& person)
{
    Note note;
    note.id = NoteId{id};
    note.person = person;
    note.happenedAt = note.writtenAt = monday;
    note.text = "Rang.";
    note.author = WorkerId{"priya"};
    note.service = ServiceId{"lantern"};
    note.command = CommandId{"command-1"};
    return note;
}

}  // namespace

TEST_CASE("a merge comes back as it was written, with what became of it, and neither can be changed")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MergeRepository merges{connection};
    const PersonMerge merge = aMerge("m1", dani, twin);
    REQUIRE(merges.join(merge));
    CHECK(merges.find(merge.id)->merge == merge);
    CHECK(merges.byCommand(merge.command)->merge == merge);
    CHECK_FALSE(merges.find(merge.id)->undone);
    CHECK(merges.join(aMerge("m2", third, twin)).error().where == "merged");
    CHECK(merges.join(aMerge("m2", twin, third)).error().where == "kept");
    REQUIRE(merges.takeApart(anUnmerge("m1")));
    CHECK(merges.takeApart(anUnmerge("m1")).error().code == ErrorCode::conflict);
    CHECK(merges.takeApart(anUnmerge("m7")).error().code == ErrorCode::notFound);
    CHECK(merges.of({twin}).front().undone == anUnmerge("m1"));
    for (const char* sql : {"UPDATE person_merge SET reason = 'x'", "DELETE FROM person_merge",
                            "UPDATE person_unmerge SET reason = 'x'", "DELETE FROM person_unmerge"}) {
        INFO(sql);
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    }
}

TEST_CASE("the ids of a record are found from each of them, through one joining and through several")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MergeRepository merges{connection};
    CHECK(store::partsOf(connection, dani) == std::vector{dani});
    REQUIRE(merges.join(aMerge("m1", dani, twin)));
    for (const PersonId& each : {dani, twin}) {
        CHECK(store::partsOf(connection, each) == std::vector{dani, twin});
        CHECK(store::recordOf(connection, each) == dani);
    }
    CHECK_FALSE(store::isSameRecord(connection, third, twin));
    REQUIRE(merges.join(aMerge("m2", third, dani)));
    for (const PersonId& each : {dani, twin, third})
        CHECK(store::partsOf(connection, each) == std::vector{third, dani, twin});
    CHECK(faultsOf(connection) == "");
    REQUIRE(merges.takeApart(anUnmerge("m1")));
    CHECK(store::partsOf(connection, dani) == std::vector{third, dani});
    CHECK(store::partsOf(connection, twin) == std::vector{twin});
    REQUIRE(merges.join(aMerge("m3", dani, twin)).error().where == "kept");
    REQUIRE(merges.join(aMerge("m3", third, twin)));
    REQUIRE(merges.takeApart(anUnmerge("m2")));
    CHECK(store::partsOf(connection, third) == std::vector{third, twin});
    CHECK(store::partsOf(connection, dani) == std::vector{dani});
    CHECK(faultsOf(connection) == "");
}

TEST_CASE("whoever was joined is found as the record that leads, by either name and number, and listed once")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MergeRepository merges{connection};
    REQUIRE(merges.join(aMerge("m1", dani, twin)));
    for (const char* text : {"okafour", "daniela", "9990000018", "dani okafour"}) {
        INFO(text);
        CHECK(found(connection, text) == std::vector{dani});
    }
    CHECK(found(connection, "").size() == 2);
    CHECK(store::PersonRepository{connection}.countAll() == 2);
    auto kept = *store::PersonRepository{connection}.find(dani);
    kept.preferredName = "Dee";
    kept.nhsNumber = "9990000018";  // as it is read from the other one
    REQUIRE(store::PersonRepository{connection}.save(kept));
    CHECK(found(connection, "dee") == std::vector{dani});
    CHECK(found(connection, "okafour") == std::vector{dani});
    CHECK(faultsOf(connection) == "");
    REQUIRE(merges.takeApart(anUnmerge("m1")));
    CHECK(found(connection, "okafour") == std::vector{twin});
    CHECK(found(connection, "").size() == 3);
}

TEST_CASE("what is written for a merged id goes to the record that leads, and is read with what both had")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    notes.insert(aNote("n1", dani));
    notes.insert(aNote("n2", twin));
    store::DraftRepository drafts{connection};
    const auto theirs = drafts.save({"letter:1", twin, "{}", 0, monday, WorkerId{"priya"}, ""});
    REQUIRE(theirs);
    store::MergeRepository merges{connection};
    REQUIRE(merges.join(aMerge("m1", dani, twin)));

    notes.insert(aNote("n3", twin));
    CHECK(notes.find(NoteId{"n3"})->person == dani);
    CHECK(notes.forPerson(dani).size() == 3);
    CHECK(notes.forPerson(twin) == notes.forPerson(dani));
    // A draft goes on where it is, by whichever id it is asked for.
    REQUIRE(drafts.find("letter:1", dani));
    CHECK(drafts.count(dani) == 1);
    REQUIRE(drafts.save({"letter:1", dani, "{\"more\":1}", 1, monday, WorkerId{"priya"}, ""}));
    CHECK(drafts.forPerson(dani, "letter:").size() == 1);
    REQUIRE(drafts.remove("letter:1", dani, 2));
    CHECK_FALSE(drafts.find("letter:1", twin));

    REQUIRE(merges.takeApart(anUnmerge("m1")));
    CHECK(notes.forPerson(twin).size() == 1);
    CHECK(notes.forPerson(dani).size() == 2);
}

TEST_CASE("stories count on as one, and under each id keep the numbers they were written with")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::StoryRepository stories{connection};
    const auto story = [](const PersonId& person, int after, Instant at) {
        store::StoryRow row;
        row.version.person = person;
        row.version.number = after;
        row.version.author = WorkerId{"priya"};
        row.version.service = ServiceId{"lantern"};
        row.version.writtenAt = at;
        row.version.command = CommandId{"command-1"};
        row.body = "{}";
        return row;
    };
    REQUIRE(stories.add(story(dani, 0, monday)));
    REQUIRE(stories.add(story(twin, 0, monday + 1h)));
    REQUIRE(stories.addReading({twin, 1, WorkerId{"jo"}, monday + 2h}));
    store::MergeRepository merges{connection};
    REQUIRE(merges.join(aMerge("m1", dani, twin)));
    CHECK(stories.of(dani).front().version.number == 2);
    CHECK(stories.readings(dani).front().number == 2);
    CHECK(stories.add(story(dani, 1, monday + 3h)).error().where == "version");
    CHECK(stories.add(story(dani, 2, monday + 3h))->version.number == 3);
    REQUIRE(stories.addReading({dani, 3, WorkerId{"jo"}, monday + 4h}));
    CHECK(stories.of(twin).front().version.number == 3);
    CHECK(faultsOf(connection) == "");
    REQUIRE(merges.takeApart(anUnmerge("m1")));
    CHECK(stories.of(dani).front().version.number == 2);
    CHECK(stories.of(twin).front().version.number == 1);
    CHECK(stories.readings(dani).front().number == 2);
}

TEST_CASE("what joining must never leave behind is found by the check")
{
    const char* damages[] = {
        "INSERT INTO person_word (word, sort_name, person, words) VALUES ('x', 'x', 'p2', ' x ')",
        "DELETE FROM merged_record",
        "INSERT INTO person_unmerge (merge, reason, uneven, worker, at, command) VALUES ('m1', '', 0, 'jo', 1, "
        "'command-1')",
    };
    const char* expected[] = {"merged_and_found_by_words: p2", "merge_without_join: m1", "joined_without_merge: p2"};
    const auto backend = GENERATE(from_range(stores()));
    INFO(backend.name);
    for (std::size_t i = 0; i < std::size(damages); ++i) {
        INFO(damages[i]);
        const auto connection = backend.open();
        addPeople(*connection);
        REQUIRE(store::MergeRepository{*connection}.join(aMerge("m1", dani, twin)));
        CHECK(faultsOf(*connection) == "");
        connection->execute(damages[i]);
        CHECK(faultsOf(*connection).find(expected[i]) != std::string::npos);
    }
}
