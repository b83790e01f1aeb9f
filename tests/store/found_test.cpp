#include "base/random.h"
#include "store/document_repository.h"
#include "store/found_query.h"
#include "store/note_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using Texts = std::vector<std::string>;

namespace {

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
}

Note aNote(const std::string& id, std::string text, Instant writtenAt = monday)
{
    Note note;
    note.id = NoteId{id};
    note.person = PersonId{"p1"};
    note.happenedAt = writtenAt - 1h;
    note.writtenAt = writtenAt;
    note.text = std::move(text);
    note.author = WorkerId{"priya"};
    note.service = ServiceId{"lantern"};
    note.command = CommandId{"command-1"};
    return note;
}

Worker reader(std::string_view id = "sal", std::string_view service = "cmht", Role role = Role::keyworker)
{
    Worker worker = aWorker(id, "Reader", service);
    worker.role = role;
    return worker;
}

store::FoundQuestion asked(std::string_view typed)
{
    store::FoundQuestion question;
    question.words = readTextQuery(typed);
    return question;
}

Texts sources(const store::FoundPage& page)
{
    Texts ids;
    for (const store::FoundRow& row : page.rows)
        ids.push_back(row.source);
    return ids;
}

Texts found(db::Connection& connection, const store::FoundQuestion& question, const Worker& worker = reader())
{
    return sources(store::FoundQuery{connection, store::everyoneSeen()}.page(question, worker));
}

Texts found(db::Connection& connection, std::string_view typed)
{
    return found(connection, asked(typed));
}

void addLetter(db::Connection& connection, const std::string& id, const std::string& source, Instant at)
{
    KeptDocument letter;
    letter.id = DocumentId{id};
    letter.person = PersonId{"p2"};
    letter.kind = "challenge";
    letter.recipientName = "Wrenfield CMHT";
    letter.source = source;
    letter.createdAt = at;
    letter.worker = WorkerId{"jo"};
    letter.command = CommandId{"command-1"};
    letter.size = 4;
    letter.sha256 = std::string(64, 'a');
    store::DocumentRepository{connection}.insert(letter, "%PDF");
    store::FoundIndex{connection}.add({store::FoundKind::letter, id, 0, at}, letter.worker, source);
}

/// As the letters' words are read in these tests: they are the source itself.
std::string plain(const std::string& source)
{
    return source;
}

Texts faults(db::Connection& connection)
{
    return store::FoundIndex{connection}.faults(plain, 10);
}

}  // namespace

TEST_CASE("what was written is found by its words, newest first, as soon as it is there")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    notes.insert(aNote("n1", "Rang Zoë: no answer.", monday));
    addLetter(connection, "d1", "You did not answer our letter about Zoe", monday + 1h);
    auto event = anEvent("p1", 1);
    event.recordedAt = monday + 2h;
    REQUIRE(store::EventRepository{connection}.append(event));
    notes.insertAmendment({NoteId{"n1"}, 1, PersonId{"p1"}, "Rang Zoë at ten: she answered.", "Wrong hour",
                           WorkerId{"jo"}, Role::keyworker, ServiceId{"cmht"}, monday + 3h, CommandId{"command-1"}});

    CHECK(found(connection, "answ") == Texts{"n1", "p1-1", "d1", "n1"});
    CHECK(found(connection, "zoe ") == Texts{"n1", "d1", "n1"});
    CHECK(found(connection, "\"no answer\"") == Texts{"p1-1", "n1"});
    CHECK(found(connection, "\"answer no\"").empty());
    CHECK(found(connection, "\"no ans") == Texts{"p1-1", "n1"});
    CHECK(found(connection, "answ zo").empty());  // two letters are a word, not a start
    CHECK(found(connection, "answere") == Texts{"n1"});
    CHECK(found(connection, "answeres").empty());
    CHECK(found(connection, "").empty());

    const auto page = store::FoundQuery{connection, store::everyoneSeen()}.page(asked("answ"), reader());
    CHECK(page.next == 0);
    REQUIRE(page.rows.size() == 4);
    CHECK(page.rows[0].kind == store::FoundKind::amendment);
    CHECK(page.rows[0].part == 1);
    CHECK(page.rows[0].authorName == "Jo Mercer");
    CHECK(page.rows[0].text == "Rang Zoë at ten: she answered.");
    CHECK(page.rows[1].label == "contact");
    CHECK(page.rows[2].personName == "Sam Reed");
    CHECK(page.rows[2].serviceName == "Wrenfield CMHT");
    CHECK(page.rows[3].serviceName == "Lantern Drug and Alcohol");
    CHECK(page.rows[3].writtenAt == monday);
    CHECK_FALSE(page.rows[3].inError);
    notes.insertInError({NoteId{"n1"}, PersonId{"p1"}, "Other person", WorkerId{"jo"}, monday, CommandId{"command-1"}});
    CHECK(store::FoundQuery{connection, store::everyoneSeen()}.page(asked("rang"), reader()).rows.front().inError);
    CHECK(faults(connection).empty());
}

TEST_CASE("kind, author and days narrow what is found")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    for (int day = 0; day < 10; ++day) {
        Note note = aNote("n" + std::to_string(day), "Seen at home", monday + 240h * day);
        note.author = WorkerId{day % 2 == 0 ? "priya" : "jo"};
        notes.insert(note);
    }
    addLetter(connection, "d1", "We have not seen you", monday + 3000h);
    auto question = asked("seen ");
    question.kind = store::FoundKind::note;
    question.author = WorkerId{"jo"};
    question.from = monday + 240h * 3;
    question.until = monday + 240h * 7;
    CHECK(found(connection, question) == Texts{"n5", "n3"});
    question.author.reset();
    question.from = monday + 240h * 3 + 1h;  // to the hour, also where clocks may differ by a day
    question.until = monday + 240h * 5 + 1h;
    CHECK(found(connection, question) == Texts{"n5", "n4"});
    question.author = WorkerId{"nobody"};
    CHECK(found(connection, question).empty());
    question = asked("seen ");
    question.kind = store::FoundKind::letter;
    CHECK(found(connection, question) == Texts{"d1"});
    question.until = monday;
    CHECK(found(connection, question).empty());
    question = asked("seen ");
    question.limit = 4;
    Texts all;
    int pages = 0;
    for (auto page = store::FoundQuery{connection, store::everyoneSeen()}.page(question, reader());; ++pages) {
        const Texts more = sources(page);
        all.insert(all.end(), more.begin(), more.end());
        if (page.next == 0)
            break;
        question.after = page.next;
        page = store::FoundQuery{connection, store::everyoneSeen()}.page(question, reader());
    }
    CHECK(pages == 2);
    CHECK(all == Texts{"d1", "n9", "n8", "n7", "n6", "n5", "n4", "n3", "n2", "n1", "n0"});
}

TEST_CASE("nobody finds a note that they may not see, whatever it says and however it is amended")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    std::vector<Note> all;
    for (const NoteAudience audience : {NoteAudience::everyone, NoteAudience::ownService, NoteAudience::leads}) {
        for (const char* author : {"priya", "jo"}) {
            Note note = aNote("n" + std::to_string(all.size()), "needle", monday + 1h * all.size());
            note.audience = audience;
            note.whyLimited = audience == NoteAudience::everyone ? "" : "Asked for it";
            note.author = WorkerId{author};
            note.service = ServiceId{author == std::string{"jo"} ? "cmht" : "lantern"};
            notes.insert(note);
            notes.insertAmendment({note.id, 1, note.person, "needle again", "", note.author, Role::keyworker,
                                   note.service, monday + 100h + 1h * all.size(), note.command});
            all.push_back(note);
        }
    }
    for (const char* id : {"priya", "jo", "sal"})
        for (const char* service : {"lantern", "cmht", "elsewhere"})
            for (const Role role : {Role::keyworker, Role::coordinator, Role::supervisor, Role::administrator}) {
                const Worker worker = reader(id, service, role);
                Texts twice;  // its amendment, then itself
                for (auto note = all.rbegin(); note != all.rend(); ++note)
                    if (maySee(*note, worker))
                        twice.insert(twice.end(), 2, note->id.str());
                INFO(id << " of " << service << " as " << nameOf(role));
                CHECK(found(connection, asked("needle"), worker) == twice);
                auto one = asked("needle");
                one.limit = 1;
                const auto page = store::FoundQuery{connection, store::everyoneSeen()}.page(one, worker);
                CHECK(page.rows.size() == 1);
                CHECK((page.next != 0) == (twice.size() > 1));
            }
}

TEST_CASE("nothing that is typed or written upsets the search")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::NoteRepository notes{connection};
    const Texts strange{"'\"*:^NEAR( AND OR NOT -- ; DROP TABLE note;", std::string(10'000, 'x'),
                        "e\u0301\u0301\u0301 \u200d\u202e", "\U0001f600 & | ! <-> @note #a0 \\ '",
                        "a \u4e2d\u6587 \u0627\u0644\u0639\u0631\u0628\u064a\u0629"};
    for (std::size_t i = 0; i < strange.size(); ++i)
        notes.insert(aNote("n" + std::to_string(i), strange[i] + " end", monday + 1h * i));
    for (const std::string& typed : strange) {
        CHECK_NOTHROW(found(connection, typed));
        CHECK_NOTHROW(found(connection, '"' + typed));
        CHECK_NOTHROW(found(connection, typed + typed + '*'));
    }
    CHECK(found(connection, "end").size() == strange.size());
    CHECK(found(connection, std::string(10'000, 'x')) == Texts{"n1"});
    CHECK(found(connection, "drop table note") == Texts{"n0"});
    CHECK(found(connection, "@note").size() == 2);  // the word, never the mark
    CHECK(found(connection, "\u4e2d\u6587") == Texts{"n4"});
    CHECK_NOTHROW(found(connection, std::string{"a\0b\xff\xfe\"", 6}));
    std::string much;
    for (int i = 0; i < 12'000; ++i)
        much += "w" + std::to_string(i % 7000) + ' ';
    notes.insert(aNote("long", much, monday + 99h));
    CHECK(found(connection, "\"w41 w42 w43\"") == Texts{"long"});
    CHECK(faults(connection).empty());
}

TEST_CASE("what is found is what the words say, for thousands of notes and many questions")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    SeededRandom random{11};
    const Texts vocabulary{"rang",     "ranger", "mother",  "motherwell", "no",      "answer",
                           "answered", "visit",  "visits",  "home",       "housing", "house",
                           "sleep",    "slept",  "anxious", "alcohol",    "al",      "methadone"};
    std::vector<Note> all;
    store::NoteRepository notes{connection};
    db::Transaction written{connection, db::Access::write};
    for (int i = 0; i < 4500; ++i) {
        std::string text = i % 900 == 7 ? "rarest " : "";
        for (int n = 0; n < 5; ++n) {
            const auto skewed = random.below(vocabulary.size()) * random.below(vocabulary.size()) / vocabulary.size();
            text += vocabulary[static_cast<std::size_t>(skewed)] + ' ';
        }
        all.push_back(aNote("n" + std::to_string(i), text, monday + 1min * i));
        notes.insert(all.back());
    }
    written.commit();
    const auto oracle = [&](const TextQuery& query) {
        Texts ids;
        for (auto note = all.rbegin(); note != all.rend() && ids.size() < 50; ++note)
            if (answers(note->text, query))
                ids.push_back(note->id.str());
        return ids;
    };
    for (const char* typed :
         {"rang ", "ran", "moth", "mother ", "\"no answer\"", "\"no answ", "rarest", "rare", "sleep slept ", "al ",
          "methadone methadone visit hous", "hous methado", "absent", "\"alcohol al\" home ", "rarest rang "}) {
        INFO(typed);
        CHECK(found(connection, typed) == oracle(readTextQuery(typed)));
    }
}

TEST_CASE("what was written long ago is found as what is new, however much was written between")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    const Texts vocabulary{"housing", "the",    "answer", "anxious", "answered", "sleep",
                           "slept",   "clinic", "mother", "rang",    "visit",    "plan"};
    SeededRandom random{12};
    std::vector<Note> all;
    store::NoteRepository notes{connection};
    db::Transaction written{connection, db::Access::write};
    for (int i = 0; i < 1'500; ++i) {
        std::string text = i % 500 == 7 ? "rarest " : i < 40 ? "oldest " : "";
        for (int n = 0; n < 6; ++n)
            text += vocabulary[static_cast<std::size_t>(random.below(vocabulary.size()))] + ' ';
        all.push_back(aNote("n" + std::to_string(i), text, monday + 1min * i));
        notes.insert(all.back());
        if (i == 3)
            addLetter(connection, "d1", "the answer of the housing clinic", monday + 3min + 1s);
        if (i % 50 == 49 && connection.dialect() == db::Dialect::postgres)  // as if others had written so much
            connection.query("SELECT setval('found_number', nextval('found_number') + $1)",
                             {i % 3 == 0 ? 65'500 : 9'000'000}, [](const db::Row&) {});
    }
    written.commit();
    for (const char* typed :
         {"rarest ", "rare", "rarest sle", "oldest the ", "oldest \"the ans", "\"housing the\" rarest ", "\"oldest the",
          "sle* ans* rarest ", "sle* anx* mot* hous* clin", "\"the answer anx", "\"the answer anxious slept\"",
          "absent", "absent the", "\"rang rang rang ra"}) {
        INFO(typed);
        auto question = asked(typed);
        question.kind = store::FoundKind::note;
        Texts pages;
        for (int page = 0; page < 40; ++page) {
            const auto answer = store::FoundQuery{connection, store::everyoneSeen()}.page(question, reader());
            for (const std::string& id : sources(answer))
                pages.push_back(id);
            if (answer.next == 0)
                break;
            question.after = answer.next;
        }
        Texts expected;
        for (auto note = all.rbegin(); note != all.rend(); ++note)
            if (answers(note->text, question.words))
                expected.push_back(note->id.str());
        CHECK(pages == expected);
    }
    auto letters = asked("hous");
    letters.kind = store::FoundKind::letter;
    CHECK(found(connection, letters) == Texts{"d1"});
    CHECK(faults(connection).empty());
}

TEST_CASE("the index is made again from what is there, and a fault in it is seen")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::FoundIndex index{connection};
    CHECK_FALSE(index.isBuilt());
    store::NoteRepository notes{connection};
    notes.insert(aNote("n2", "second", monday + 2h));
    notes.insert(aNote("n1", "first, and second", monday + 1h));
    auto event = anEvent("p1", 1);
    event.recordedAt = monday + 3h;
    REQUIRE(store::EventRepository{connection}.appendWithoutWords(event));
    CHECK(faults(connection) == Texts{"something is not in it: 1"});
    CHECK(found(connection, "second") == Texts{"n1", "n2"});
    {
        db::Transaction rebuilt{connection, db::Access::write};
        CHECK(index.rebuild(plain) == 3);
        rebuilt.commit();
    }
    CHECK(index.isBuilt());
    CHECK(faults(connection).empty());
    CHECK(found(connection, "second") == Texts{"n2", "n1"});
    CHECK(found(connection, "twice") == Texts{"p1-1"});
    notes.insert(aNote("n3", "second to none", monday + 4h));
    CHECK(found(connection, "second") == Texts{"n3", "n2", "n1"});
    CHECK(faults(connection).empty());

    const bool sqlite = connection.dialect() == db::Dialect::sqlite;
    connection.execute(sqlite ? "INSERT INTO found_text (rowid, words) VALUES (77, 'ghost')"
                              : "INSERT INTO found_text (entry, words) VALUES (77, 'ghost')");
    CHECK(faults(connection) == Texts{sqlite ? "words of nothing: 77" : "words of nothing: 1"});
    connection.execute(sqlite ? "INSERT INTO found_text (rowid, words) VALUES (3, 'ghost')"
                              : "UPDATE found_text SET words = 'ghost' WHERE entry = 3");
    CHECK(std::ranges::count(faults(connection), "has other words: p1-1") == 1);
    connection.execute("UPDATE found_entry SET source = 'n9' WHERE entry = 1");
    CHECK(std::ranges::count(faults(connection), "stands for nothing: n9") == 1);
    CHECK(faults(connection).size() == 3);
    index.rebuild(plain);
    CHECK(faults(connection).empty());
    if (!sqlite)  // taken away while it was filled
        CHECK(connection.first("SELECT COUNT(*) FROM pg_indexes WHERE schemaname = current_schema() AND indexname = "
                               "'found_text_words'",
                               {}, [](const db::Row& row) { return row.integer(0); }) == 1);
}
