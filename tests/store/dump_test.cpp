#include "store/assessment_repository.h"
#include "store/audit_trail.h"
#include "store/carer_repository.h"
#include "store/consent_repository.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"
#include "store/dump.h"
#include "store/handover_repository.h"
#include "store/local_guide_repository.h"
#include "store/meta_repository.h"
#include "store/note_repository.h"
#include "store/store_world.h"
#include "store/story_repository.h"
#include "store/word_list_repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

std::vector<std::string> dumped(db::Connection& connection)
{
    std::vector<std::string> lines;
    store::dump(connection, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

/// A carer, an answer about them, one that was wrong, what was shared outside it, and a call; all of p1.
void addCircle(db::Connection& connection, Instant wallClock)
{
    const PersonId person{"p1"};
    const CommandId command{"p1"};
    store::CarerRepository carers{connection};
    Carer carer;
    carer.id = CarerId{"grace"};
    carer.name = "Grace\tOkafor";
    CarerLink link;
    link.carer = carer.id;
    link.person = person;
    link.relationship = "mum";
    if (!carers.save(carer) || !carers.save(link))
        throw std::logic_error{"the test's own carer was refused"};
    CarerCall call;
    call.id = CarerCallId{"k1"};
    call.carer = carer.id;
    call.person = person;
    call.note = NoteId{"n1"};
    call.worker = WorkerId{"jo"};
    call.recordedAt = wallClock;
    call.command = command;
    carers.insertCall(call);
    store::ConsentRepository consents{connection};
    Consent consent;
    consent.id = ConsentId{"c1"};
    consent.person = person;
    consent.words = "Both, yes";
    consent.recordedAt = wallClock;
    consent.command = command;
    consents.insert(consent);
    consents.insertInError({consent.id, person, "Another person", WorkerId{"jo"}, wallClock, command});
    consents.insertException({ShareExceptionId{"x1"},
                              person,
                              ShareKind::carer,
                              carer.id,
                              {CarerTopic::crisis},
                              ExceptionGrounds::asked,
                              "She said yes",
                              {},
                              WorkerId{"jo"},
                              Role::keyworker,
                              ServiceId{"cmht"},
                              wallClock,
                              command});
}

void addStories(db::Connection& connection, Instant wallClock)
{
    const PersonId person{"p1"};
    const WorkerId jo{"jo"};
    store::StoryRepository stories{connection};
    store::StoryRow row;
    row.version.person = person;
    row.version.author = jo;
    row.version.service = ServiceId{"cmht"};
    row.version.writtenAt = monday;
    row.version.command = CommandId{"p1"};
    row.body = "{}";
    const bool added =
        stories.add(row) && store::WordListRepository{connection}.add(
                                ServiceId{"cmht"}, {{KindWordId{"w"}, "a = b", "why"}, true, 0, jo, wallClock});
    if (!added)
        throw std::logic_error{"the test's own story was refused"};
    stories.addReading({person, 1, jo, wallClock});
    stories.addRetelling({RetellingId{"r1"}, person, "Duty desk", jo, wallClock, false});
    stories.rememberPassport(person, {"[]", PassportReader::anyone, true, jo, wallClock});
    store::HandoverRepository packs{connection};
    HandoverPack pack;
    pack.id = HandoverPackId{"h1"};
    pack.person = person;
    pack.from = jo;
    pack.to = WorkerId{"priya"};
    pack.writtenAt = wallClock;
    pack.command = CommandId{"p1"};
    packs.add(pack, "{}");
    packs.answer({pack.id, HandoverAnswerKind::agreed, "", pack.to, wallClock, CommandId{"p1"}});
}

/// Something in every table, with the text that is hardest to keep in order. `wallClock` is when it was all typed in.
void addContent(db::Connection& connection, Instant wallClock, bool backwards)
{
    addStaff(connection);
    std::vector<std::string> ids{"P1", "p1", "p-2", "é"};
    if (backwards)
        std::ranges::reverse(ids);
    for (const std::string& id : ids) {
        Person person = aPerson(id, "Zoë\tAnn", "O'Kafor\\" + id);
        person.born = Date{std::chrono::days{-5000}};
        addPerson(connection, person);
        store::CommandLog{connection}.remember({CommandId{id}, "record", id, WorkerId{"jo"}, wallClock});
        auto event = anEvent(id, 1);
        event.command = CommandId{id};
        if (!store::EventRepository{connection}.append(event))
            throw std::logic_error{"the test's own event was refused"};
        auto rows = aCase(id);
        rows.computedAt = wallClock;
        rows.bounces = {aBounce(mondaysDate)};
        rows.sent = {{Need::mentalHealth, ServiceId{"cmht"}, mondaysDate}};
        rows.wentWell = {{ServiceId{"cmht"}, NeedScope::both, true, mondaysDate}};
        rows.facts = {{report::FactKind::meeting, NeedScope::both, "", mondaysDate}};
        store::CaseCache{connection}.insert(rows);
    }
    store::AssessmentRepository{connection}.insert({EventId{"p1-1"}, PersonId{"p1"}, monday, WorkerId{"jo"}, "{}"});
    if (!store::DraftRepository{connection}.save({"assessment", PersonId{"p1"}, "{}", 0, wallClock, WorkerId{"jo"}}))
        throw std::logic_error{"the test's own draft was refused"};
    store::DocumentRepository papers{connection};
    KeptDocument paper;
    paper.id = DocumentId{"d1"};
    paper.person = PersonId{"p1"};
    paper.kind = "challenge";
    paper.createdAt = wallClock;
    paper.command = CommandId{"p1"};
    paper.size = 4;
    paper.sha256 = std::string(64, 'a');
    papers.insert(paper, "%PDF");
    papers.insertSending({EventId{"p1-1"}, PersonId{"p1"}, DocumentId{"d1"}, "1 Mill Lane"});
    store::NoteRepository notes{connection};
    Note note;
    note.id = NoteId{"n1"};
    note.person = PersonId{"p1"};
    note.happenedAt = monday;
    note.writtenAt = monday + 1h;
    note.text = "Rang\ttwice";
    note.author = WorkerId{"jo"};
    note.service = ServiceId{"cmht"};
    note.command = CommandId{"p1"};
    notes.insert(note);
    notes.insertAmendment(
        {note.id, 1, note.person, "Rang once", "", note.author, Role::keyworker, note.service, monday, note.command});
    notes.insertInError({note.id, note.person, "Another person", note.author, wallClock, note.command});
    notes.pin({note.id, note.person, note.author, wallClock});
    notes.insertReading({note.id, 0, note.author, note.person, wallClock});
    if (!store::NoteTemplateRepository{connection}.save(
            {NoteTemplateId{"t1"}, note.service, "visit", "Home visit", {}, "Seen.", 0}))
        throw std::logic_error{"the test's own template was refused"};
    addCircle(connection, wallClock);
    Letterhead head;
    head.service = ServiceId{"cmht"};
    head.organisation = "Wrenfield CMHT";
    if (!store::LetterheadRepository{connection}.save(head))
        throw std::logic_error{"the test's own letterhead was refused"};
    LocalGuide guide;
    guide.id = LocalGuideId{"g1"};
    guide.name = "Joint working protocol";
    guide.edition = "3";
    guide.addedAt = wallClock;
    if (!store::LocalGuideRepository{connection}.insert(guide))
        throw std::logic_error{"the test's own protocol was refused"};
    addStories(connection, wallClock);
    store::AuditTrail{connection}.append({0, wallClock, WorkerId{"jo"}, "view_person", "p1", ""});
    store::MetaRepository{connection}.set(store::metaStoreId, std::to_string(toMillis(wallClock)));
}

}  // namespace

TEST_CASE("the same content dumps the same on every store, whatever the order and time it came in")
{
    std::optional<std::vector<std::string>> expected;
    bool backwards = false;
    for (const Backend& backend : stores()) {
        INFO(backend.name);
        const auto connection = backend.open();
        addContent(*connection, backwards ? monday : monday + 77h, backwards);
        const auto lines = dumped(*connection);
        if (expected)
            CHECK(lines == *expected);
        expected = lines;
        backwards = !backwards;
    }
    CHECK(std::ranges::find(*expected, "worker\tjo\tJo Mercer\tkeyworker\tcmht\t\t1\t1") != expected->end());
    CHECK(std::ranges::any_of(*expected,
                              [](const auto& line) { return line.find("Zoë\\tAnn\tO'Kafor\\\\p1") != line.npos; }));
}

TEST_CASE("every table with content shows in the dump, and a change in any of them changes it")
{
    const auto connection = stores().front().open();
    addContent(*connection, monday, false);
    const auto before = dumped(*connection);
    for (const char* table :
         {"service",          "worker",         "person",      "person_word",    "command",       "case_event",
          "assessment",       "draft",          "case_state",  "need_state",     "next_action",   "bounce",
          "leg_sent",         "went_well",      "report_fact", "audit",          "document",      "letter_sending",
          "letterhead",       "local_guide",    "note",        "note_amendment", "note_in_error", "note_pin",
          "note_reading",     "note_template",  "carer",       "carer_link",     "carer_call",    "consent",
          "consent_in_error", "share_exception"}) {
        INFO(table);
        CHECK(std::ranges::any_of(before, [&](const auto& l) { return l.starts_with(std::string{table} + "\t"); }));
    }
    for (const char* change :
         {"UPDATE person SET wishes = 'rest' WHERE id = 'p1'", "UPDATE need_state SET detail = 'x' WHERE person = 'é'",
          "UPDATE local_guide SET withdrawn_on = from_day", "UPDATE bounce SET days_lost = 8 WHERE person = 'p-2'",
          "DELETE FROM leg_sent WHERE person = 'P1'", "UPDATE went_well SET held_both = 0 WHERE person = 'p-2'"}) {
        INFO(change);
        db::Transaction undone{*connection, db::Access::write};
        connection->execute(change);
        CHECK(dumped(*connection) != before);
    }
}

TEST_CASE("a dump longer than a page neither repeats nor skips a line")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    db::Transaction bulk{connection, db::Access::write};
    store::CaseCacheRows rows;
    rows.person = PersonId{"p1"};
    for (int i = 0; i < 12'001; ++i)
        rows.sent.push_back({Need::mentalHealth, ServiceId{"cmht"}, mondaysDate - std::chrono::days{i % 7}});
    store::CaseCache{connection}.insert(rows);
    auto lines = dumped(connection);
    std::erase_if(lines, [](const std::string& line) { return !line.starts_with("leg_sent"); });

    CHECK(lines.size() == 12'001);
    std::ranges::sort(lines);
    CHECK(std::ranges::adjacent_find(lines) == lines.end());
}
