#include "store/carer_repository.h"

#include "store/consent_repository.h"
#include "store/consistency.h"
#include "store/note_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Carer aCarer(const std::string& id, std::string name)
{
    Carer carer;
    carer.id = CarerId{id};
    carer.name = std::move(name);
    carer.likedName = "Gigi";
    carer.born = Date{std::chrono::days{-4000}};
    carer.contact = {"07700 900111", "g@example.org", "evenings", true, false, true, true};
    carer.address = "1 Mill Lane";
    carer.ownNeeds = "Sleep — Zoë";
    carer.lookedAfterBy = "An aunt";
    carer.knownSince = mondaysDate;
    carer.offeredOn = mondaysDate;
    carer.answer = AssessmentAnswer::later;
    carer.answeredOn = mondaysDate;
    return carer;
}

CarerLink aLink(const std::string& carer, const std::string& person)
{
    CarerLink link;
    link.carer = CarerId{carer};
    link.person = PersonId{person};
    link.relationship = "mum";
    link.emergency = true;
    link.knows = PersonKnows::yes;
    return link;
}

CarerCall aCall(const std::string& id, Instant at = monday)
{
    CarerCall call;
    call.id = CarerCallId{id};
    call.carer = CarerId{"grace"};
    call.person = PersonId{"p1"};
    call.at = at;
    call.told = {CarerTopic::appointments, CarerTopic::crisis};
    call.note = NoteId{"n1"};
    call.worker = WorkerId{"priya"};
    call.recordedAt = at;
    call.command = CommandId{"command-1"};
    return call;
}

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
    Note note;
    note.id = NoteId{"n1"};
    note.person = PersonId{"p1"};
    note.text = "Grace rang.";
    note.author = WorkerId{"priya"};
    note.service = ServiceId{"lantern"};
    note.command = CommandId{"command-1"};
    store::NoteRepository{connection}.insert(note);
    store::CarerRepository carers{connection};
    if (!carers.save(aCarer("grace", "Grace Okafor")) || !carers.save(aLink("grace", "p1")))
        throw std::logic_error{"the test's own carer was refused"};
}

Consent aConsent(const std::string& id, Date on = mondaysDate)
{
    Consent consent;
    consent.id = ConsentId{id};
    consent.person = PersonId{"p1"};
    consent.with = ShareKind::carer;
    consent.carer = CarerId{"grace"};
    consent.words = "Dates — yes";
    consent.topics = {{CarerTopic::appointments, TopicAnswer::yes}, {CarerTopic::crisis, TopicAnswer::askFirst}};
    consent.on = on;
    consent.reviewBy = on + std::chrono::days{90};
    consent.endsOn = on + std::chrono::days{180};
    consent.how = ConsentHow::inWriting;
    consent.capacity = CapacityNote::assessedHas;
    consent.capacityWords = "Asked on a clear day";
    consent.worker = WorkerId{"priya"};
    consent.role = Role::coordinator;
    consent.service = ServiceId{"lantern"};
    consent.recordedAt = monday;
    consent.command = CommandId{"command-1"};
    return consent;
}

}  // namespace

TEST_CASE("a carer is a person of their own, may care for two, and an older save never wins")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::CarerRepository carers{connection};
    Carer grace = aCarer("grace", "Grace Okafor");
    grace.version = 1;
    CHECK(carers.find(grace.id) == grace);
    Carer changed = grace;
    changed.ownNeeds = "Rest";
    CHECK(carers.save(changed)->version == 2);
    CHECK(carers.save(grace).error().where == "version");
    REQUIRE(carers.save(aLink("grace", "p2")));
    REQUIRE(carers.save(aCarer("amir", "Amir Okafor")));
    CarerLink former = aLink("amir", "p1");
    former.endedOn = mondaysDate;
    REQUIRE(carers.save(former));
    const auto of = carers.of(PersonId{"p1"});
    REQUIRE(of.size() == 2);
    CHECK(of[0].carer.id == CarerId{"grace"});
    CHECK(of[0].others == 1);
    CHECK(of[1].link.endedOn == mondaysDate);
    CHECK(carers.link(CarerId{"grace"}, PersonId{"p2"})->version == 1);
    CHECK(carers.save(aLink("grace", "p2")).error().where == "version");
    CHECK(carers.search("gráce", store::everyoneSeen(), 5).size() == 1);
    CHECK(carers.search("o", store::everyoneSeen(), 5).empty());
    CHECK(carers.search("", store::everyoneSeen(), 5).empty());
    CHECK(store::findInconsistencies(connection).empty());
}

TEST_CASE("a call back is owed to its worker until it is made, and may be owed again")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::CarerRepository carers{connection};
    CarerCall owing = aCall("k1");
    owing.owed = CallBack{mondaysDate, WorkerId{"jo"}, "the date"};
    carers.insertCall(owing);
    carers.insertCall(aCall("k2", monday + 1h));
    CHECK(carers.call(owing.id) == owing);
    CHECK(carers.calls(PersonId{"p1"}).front().id == CarerCallId{"k2"});
    CHECK(carers.callByCommand(CommandId{"command-1"}));
    CHECK(carers.owed(WorkerId{"priya"}, store::everyoneSeen(), 9).empty());
    REQUIRE(carers.owed(WorkerId{"jo"}, store::everyoneSeen(), 9).size() == 1);
    CHECK(carers.owed(WorkerId{"jo"}, store::everyoneSeen(), 9).front().familyName == "Okafor");
    CHECK(carers.setCalledBack(owing.id, monday, WorkerId{"jo"}));
    CHECK_FALSE(carers.setCalledBack(owing.id, monday, WorkerId{"jo"}));
    CHECK(carers.owed(WorkerId{"jo"}, store::everyoneSeen(), 9).empty());
    CHECK(carers.setCalledBack(owing.id, {}, WorkerId{"jo"}));
    CHECK(carers.owed(WorkerId{"jo"}, store::everyoneSeen(), 9).size() == 1);
    CHECK_FALSE(carers.setCalledBack(CarerCallId{"k2"}, monday, WorkerId{"jo"}));
    CHECK(carers.undoCall(owing.id, monday, WorkerId{"jo"}));
    CHECK_FALSE(carers.undoCall(owing.id, monday, WorkerId{"jo"}));
    CHECK(carers.owed(WorkerId{"jo"}, store::everyoneSeen(), 9).empty());
}

TEST_CASE("an answer comes back as it was given, with what was entered in error, and nothing of it can be changed")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::ConsentRepository consents{connection};
    const Consent older = aConsent("c1");
    const Consent newer = aConsent("c2", mondaysDate + std::chrono::days{1});
    consents.insert(older);
    consents.insert(newer);
    CHECK(consents.find(older.id) == older);
    CHECK(consents.byCommand(older.command));
    const ConsentInError wrong{newer.id,          newer.person, "Another person",
                               WorkerId{"priya"}, monday,       CommandId{"command-1"}};
    CHECK(consents.insertInError(wrong));
    CHECK_FALSE(consents.insertInError(wrong));
    CHECK(consents.records(PersonId{"p1"}) == std::vector{ConsentRecord{newer, wrong}, ConsentRecord{older, {}}});
    CHECK(consents.records(PersonId{"p2"}).empty());
    const ShareException outside{ShareExceptionId{"x1"},   PersonId{"p1"},
                                 ShareKind::carer,         CarerId{"grace"},
                                 {CarerTopic::medication}, ExceptionGrounds::overridden,
                                 "He was in danger",       mondaysDate,
                                 WorkerId{"priya"},        Role::supervisor,
                                 ServiceId{"lantern"},     monday,
                                 CommandId{"command-1"}};
    consents.insertException(outside);
    CHECK(consents.exceptions(PersonId{"p1"}) == std::vector{outside});
    CHECK(consents.exceptionByCommand(CommandId{"command-1"}) == outside);
    CHECK(store::findInconsistencies(connection).empty());
    for (const char* table : {"consent", "consent_in_error", "share_exception"})
        for (const std::string& sql :
             {"UPDATE " + std::string{table} + " SET person = 'p2'", "DELETE FROM " + std::string{table}}) {
            INFO(sql);
            CHECK_THROWS_AS(connection.execute(sql), db::Failure);
        }
    store::CarerRepository{connection}.insertCall(aCall("k1"));
    CHECK_THROWS_AS(connection.execute("DELETE FROM carer_call"), db::Failure);
}

TEST_CASE("consent with a stranger, a call of one and a carer of nobody are found by the check")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    REQUIRE(store::CarerRepository{connection}.save(aCarer("amir", "Amir Okafor")));
    Consent strange = aConsent("c1");
    strange.carer = CarerId{"amir"};
    store::ConsentRepository{connection}.insert(strange);
    CarerCall call = aCall("k1");
    call.carer = CarerId{"amir"};
    store::CarerRepository{connection}.insertCall(call);
    std::vector<std::string> found;
    for (const auto& each : store::findInconsistencies(connection))
        found.push_back(each.detail);
    CHECK(found ==
          std::vector<std::string>{"consent_with_a_stranger: c1", "call_of_a_stranger: k1", "carer_of_nobody: amir"});
}
