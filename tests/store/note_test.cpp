#include "store/note_repository.h"

#include "store/consistency.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Note aNote(const std::string& id, Instant at = monday)
{
    Note note;
    note.id = NoteId{id};
    note.person = PersonId{"p1"};
    note.happenedAt = at;
    note.writtenAt = at + 1h;
    note.kind = NoteKind::carerContact;
    note.need = NeedScope::substanceUse;
    note.audience = NoteAudience::ownService;
    note.whyLimited = "Asked for it";
    note.text = "Grace rang — [[she is tired]].\nZoë";
    note.link = {NoteLinkKind::event, "p1-1"};
    note.author = WorkerId{"priya"};
    note.role = Role::coordinator;
    note.service = ServiceId{"lantern"};
    note.command = CommandId{"command-1"};
    return note;
}

NoteAmendment anAmendment(const std::string& note, int number)
{
    return {NoteId{note},   number,          PersonId{"p1"},    "Rang at ten.", "Wrong hour",
            WorkerId{"jo"}, Role::keyworker, ServiceId{"cmht"}, monday + 5h,    CommandId{"command-1"}};
}

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
    if (!store::EventRepository{connection}.append(anEvent("p1", 1)))
        throw std::logic_error{"the test's own event was refused"};
    auto rows = aCase("p1");
    rows.version = 1;
    store::CaseCache{connection}.insert(rows);
}

}  // namespace

TEST_CASE("a note comes back as it was signed, with everything that stands beside it")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    const Note older = aNote("n1");
    Note newer = aNote("n2", monday + 2h);
    newer.link = {};
    newer.audience = NoteAudience::everyone;
    newer.whyLimited.clear();
    notes.insert(older);
    notes.insert(newer);
    CHECK(notes.find(NoteId{"n1"}) == older);
    CHECK_FALSE(notes.find(NoteId{"n3"}));
    CHECK(notes.byCommand(CommandId{"command-1"}));
    CHECK(notes.forPerson(PersonId{"p1"}) == std::vector{newer, older});
    CHECK(notes.forPerson(PersonId{"p2"}).empty());

    notes.insertAmendment(anAmendment("n1", 1));
    notes.insertAmendment(anAmendment("n1", 2));
    const NoteInError wrong{NoteId{"n2"},   PersonId{"p1"}, "Another person",
                            WorkerId{"jo"}, monday,         CommandId{"command-1"}};
    CHECK(notes.insertInError(wrong));
    CHECK_FALSE(notes.insertInError(wrong));
    const NotePin pin{NoteId{"n1"}, PersonId{"p1"}, WorkerId{"jo"}, monday};
    notes.pin(pin);
    notes.pin({NoteId{"n1"}, PersonId{"p1"}, WorkerId{"priya"}, monday + 1h});
    const NoteReading reading{NoteId{"n1"}, 1, WorkerId{"jo"}, PersonId{"p1"}, monday};
    CHECK(notes.insertReading(reading));
    CHECK_FALSE(notes.insertReading(reading));
    CHECK(notes.readings(NoteId{"n1"}) == std::vector{reading});

    const auto records = notes.records(PersonId{"p1"}, WorkerId{"jo"});
    REQUIRE(records.size() == 2);
    CHECK(records[0] == NoteRecord{newer, {}, wrong, {}, {}});
    CHECK(records[1] == NoteRecord{older, {anAmendment("n1", 1), anAmendment("n1", 2)}, {}, pin, 1});
    CHECK(records[1].isUnread());
    CHECK_FALSE(notes.records(PersonId{"p1"}, WorkerId{"priya"})[1].readUpTo);
    CHECK(store::findInconsistencies(connection).empty());
    notes.unpin(NoteId{"n1"});
    CHECK(notes.pins(PersonId{"p1"}).empty());
}

TEST_CASE("nothing of a signed note can be changed or removed, whoever asks the database")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    notes.insert(aNote("n1"));
    notes.insertAmendment(anAmendment("n1", 1));
    notes.insertInError(
        {NoteId{"n1"}, PersonId{"p1"}, "Another person", WorkerId{"jo"}, monday, CommandId{"command-1"}});
    notes.insertReading({NoteId{"n1"}, 0, WorkerId{"jo"}, PersonId{"p1"}, monday});
    for (const char* table : {"note", "note_amendment", "note_in_error", "note_reading"})
        for (const std::string& sql :
             {"UPDATE " + std::string{table} + " SET person = 'p2'", "DELETE FROM " + std::string{table}}) {
            INFO(sql);
            CHECK_THROWS_AS(connection.execute(sql), db::Failure);
        }
    for (const char* sql :
         {"INSERT INTO note SELECT 'n2', person, happened_at, written_at, kind, need, 'leads', '', text, link_kind, "
          "link, author, role, service, command FROM note",
          "INSERT INTO note SELECT 'n2', person, happened_at, written_at, 'safety', need, audience, why_limited, text, "
          "link_kind, link, author, role, service, command FROM note",
          "INSERT INTO note SELECT 'n2', person, happened_at, written_at, kind, need, audience, why_limited, text, "
          "'none', link, author, role, service, command FROM note"}) {
        INFO(sql);
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    }
    CHECK(notes.find(NoteId{"n1"}) == aNote("n1"));
}

TEST_CASE("unread are the notes of people somebody holds, until they have read them as they stand")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    notes.insert(aNote("n1"));
    notes.insert(aNote("n2", monday + 3h));
    Note elsewhere = aNote("n3");
    elsewhere.person = PersonId{"p2"};
    elsewhere.link = {};
    notes.insert(elsewhere);
    const auto ids = [&](const char* worker, int limit = 10) {
        std::vector<std::string> found;
        for (const auto& row : notes.unread(WorkerId{worker}, store::everyoneSeen(), limit))
            found.push_back(row.note.id.str() + (row.amended ? " amended" : ""));
        return found;
    };
    CHECK(ids("priya") == std::vector<std::string>{"n2", "n1"});
    CHECK(ids("priya", 1) == std::vector<std::string>{"n2"});
    CHECK(ids("jo").empty());
    CHECK(notes.unread(WorkerId{"priya"}, store::everyoneSeen(), 1).front().familyName == "Okafor");
    notes.insertReading({NoteId{"n1"}, 0, WorkerId{"priya"}, PersonId{"p1"}, monday});
    notes.insertReading({NoteId{"n2"}, 0, WorkerId{"jo"}, PersonId{"p1"}, monday});
    CHECK(ids("priya") == std::vector<std::string>{"n2"});
    notes.insertAmendment(anAmendment("n1", 1));
    CHECK(ids("priya") == std::vector<std::string>{"n2", "n1 amended"});
    notes.insertInError(
        {NoteId{"n2"}, PersonId{"p1"}, "Another person", WorkerId{"jo"}, monday, CommandId{"command-1"}});
    notes.insertReading({NoteId{"n1"}, 1, WorkerId{"priya"}, PersonId{"p1"}, monday});
    CHECK(ids("priya").empty());
}

TEST_CASE("a team's texts are its own, each shortcut once, saved only on top of what was read")
{
    ON_EVERY_STORE(connection);
    store::NoteTemplateRepository templates{connection};
    const NoteTemplate visit{
        NoteTemplateId{"t1"}, ServiceId{"lantern"}, "visit", "Home visit", NoteKind::visit, "Seen.", 0};
    const auto saved = templates.save(visit);
    REQUIRE(saved);
    CHECK(saved->version == 1);
    CHECK(templates.find(NoteTemplateId{"t1"}) == *saved);
    CHECK(templates.save(visit).error().where == "version");
    NoteTemplate other = visit;
    other.id = NoteTemplateId{"t2"};
    CHECK(templates.save(other).error().where == "shortcut");
    other.service = ServiceId{"cmht"};
    other.kind.reset();
    REQUIRE(templates.save(other));
    other.service = ServiceId{"lantern"};
    other.shortcut = "call";
    other.version = 1;
    REQUIRE(templates.save(other));
    const auto of = templates.of(ServiceId{"lantern"});
    REQUIRE(of.size() == 2);
    CHECK(of[0].shortcut == "call");
    CHECK(of[0].version == 2);
    CHECK_FALSE(of[0].kind);
    CHECK(templates.of(ServiceId{"cmht"}).empty());
    CHECK(templates.remove(NoteTemplateId{"t1"}, 7).error().code == ErrorCode::conflict);
    CHECK(templates.remove(NoteTemplateId{"t1"}, 1));
    CHECK(templates.remove(NoteTemplateId{"t1"}, 1));
    CHECK(templates.of(ServiceId{"lantern"}).size() == 1);
}

TEST_CASE("what stands beside notes and does not belong there is found")
{
    const struct {
        const char* damage;
        store::Inconsistency expected;
    } cases[] = {
        {"INSERT INTO note_pin VALUES ('n1', 'p2', 'jo', 0)", {"note", "beside_a_note_of_somebody_else: n1"}},
        {"INSERT INTO note_reading (note, worker, amendments, person, at) VALUES ('n1', 'jo', 2, 'p1', 0)",
         {"note", "read_before_it_was_amended: n1 jo"}},
        {"INSERT INTO note_amendment VALUES ('n1', 3, 'p1', 'x', '', 'jo', 'keyworker', 'cmht', 0, 'command-1')",
         {"note", "amendments_with_a_gap: n1"}},
        {"INSERT INTO note SELECT 'n2', 'p2', happened_at, written_at, kind, need, audience, why_limited, text, "
         "link_kind, "
         "link, author, role, service, command FROM note",
         {"note", "note_linked_to_no_event: n2"}},
    };
    const auto backend = GENERATE(from_range(stores()));
    INFO(backend.name);
    for (const auto& row : cases) {
        INFO(row.damage);
        const auto connection = backend.open();
        addPeople(*connection);
        store::NoteRepository{*connection}.insert(aNote("n1"));
        connection->execute(row.damage);
        const auto found = store::findInconsistencies(*connection);
        CHECK(std::ranges::find(found, row.expected) != found.end());
    }
}
