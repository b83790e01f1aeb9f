#include "app/carers.h"

#include "app/app_world.h"
#include "app/consents.h"
#include "app/letters.h"
#include "app/notes.h"
#include "app/sent_input.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;
using letters::LetterKind;

namespace {

const Date day = std::chrono::floor<std::chrono::days>(tuesday);
const std::string pdf = "%PDF-1.4\na page";

app::CarerView added(AppWorld& world, const PersonId& person, const std::string& name = "Grace Fenwick")
{
    app::SaveCarerInput input;
    input.person = person;
    input.carer.name = name;
    input.carer.knownSince = day;
    input.link.relationship = "mum";
    input.command = world.command();
    auto saved = app::Carers{*world.workspace}.save(world.priya, input);
    REQUIRE(saved);
    return *std::move(saved);
}

void agreed(AppWorld& world, const PersonId& person, const CarerId& carer, TopicAnswers topics, ConsentId seen = {})
{
    Consent consent;
    consent.person = person;
    consent.with = ShareKind::carer;
    consent.carer = carer;
    consent.words = "Mum may know.";
    consent.topics = std::move(topics);
    consent.on = day;
    REQUIRE(app::Consents{*world.workspace}.record(world.priya, {consent, seen, world.command()}));
}

app::CallInput aCall(AppWorld& world, const PersonId& person, const CarerId& carer)
{
    app::CallInput call;
    call.person = person;
    call.carer = carer;
    call.at = world.clock.now();
    call.summary = "Grace rang. We listened.";
    call.command = world.command();
    return call;
}

app::CarerList listOf(AppWorld& world, const PersonId& person)
{
    auto list = app::Carers{*world.workspace}.list(world.samir, person);
    REQUIRE(list);
    return *std::move(list);
}

}  // namespace

TEST_CASE("a carer is added once, cares for two, and a save over a colleague's is refused")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        const Person other = world.registered("Sam", "Fenwick");
        app::Carers carers{*world.workspace};
        app::SaveCarerInput input;
        input.person = person.id;
        input.carer.name = "  Grace   Fenwick ";
        input.carer.knownSince = day;
        input.link.relationship = "mum";
        input.command = world.command();
        const auto first = carers.save(world.priya, input);
        REQUIRE(first);
        CHECK(first->carer.name == "Grace Fenwick");
        CHECK(carers.save(world.priya, input)->carer.id == first->carer.id);  // the same command again
        CHECK(listOf(world, person.id).carers.size() == 1);
        const auto found = carers.search(world.samir, other.id, "grace");
        REQUIRE(found);
        REQUIRE(found->size() == 1);
        CHECK_FALSE(found->front().ofThisPerson);
        app::SaveCarerInput both{other.id, found->front().carer, {}, {}};
        both.link.relationship = "gran";
        CHECK(carers.save(world.samir, both)->others == 1);
        app::SaveCarerInput stale{person.id, first->carer, first->link, {}};
        stale.carer.ownNeeds = "Sleep";
        CHECK(carers.save(world.priya, stale).error().where == "version");
        CHECK(listOf(world, person.id).carers.front().carer.ownNeeds.empty());
        input.carer.name = " ";
        CHECK(carers.save(world.priya, input).error().where == "name");
        CHECK(carers.save(world.rowan, input).error().code == ErrorCode::forbidden);
        CHECK(carers.list(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(carers.search(world.rowan, person.id, "g").error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("a carer is always heard; their words are a shared note, and what was in confidence stays out of prints")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto grace = added(world, person.id);
        app::Carers carers{*world.workspace};
        auto call = aCall(world, person.id, grace.carer.id);
        call.said = "He does not eat";
        call.inConfidence = true;
        call.owed = CallBack{day + std::chrono::days{1}, world.samir.worker.id, "the date"};
        const auto logged = carers.logCall(world.priya, call);  // no consent is needed to listen
        REQUIRE(logged);
        CHECK(*carers.logCall(world.priya, call) == *logged);
        const auto list = listOf(world, person.id);
        REQUIRE(list.calls.size() == 1);
        CHECK(list.calls.front().words == "Grace rang. We listened.\n[[He does not eat]]");
        CHECK(list.calls.front().call.owed == call.owed);
        app::Notes notes{*world.workspace};
        const auto written = notes.list(world.samir, person.id);
        REQUIRE(written->notes.size() == 1);
        CHECK(written->notes.front().record.note.kind == NoteKind::carerContact);
        CHECK(written->unread == 1);
        const auto paper = notes.onPaper(world.samir, person.id, {list.calls.front().call.note}, Recipient{});
        CHECK(paper->leftOut == 1);
        CHECK(paper->notes.front().record.note.text.find("eat") == std::string::npos);

        CHECK(carers.owed(world.priya)->empty());
        const auto owed = carers.owed(world.samir);
        REQUIRE(owed->size() == 1);
        CHECK(owed->front().personName == "Ada Fenwick");
        CHECK(owed->front().carerName == "Grace");
        REQUIRE(carers.setCalledBack(world.samir, person.id, *logged, true));
        CHECK(carers.setCalledBack(world.samir, person.id, *logged, true));  // twice is once
        CHECK(carers.owed(world.samir)->empty());
        REQUIRE(carers.setCalledBack(world.samir, person.id, *logged, false));
        CHECK(carers.owed(world.samir)->size() == 1);

        CHECK(carers.undoCall(world.samir, person.id, *logged, "Mine", world.command()).error().code ==
              ErrorCode::refused);
        REQUIRE(carers.undoCall(world.priya, person.id, *logged, "Wrong person", world.command()));
        CHECK(carers.owed(world.samir)->empty());
        CHECK(listOf(world, person.id).calls.front().inError);
        CHECK(notes.list(world.samir, person.id)->notes.front().record.inError->reason == "Wrong person");
        CHECK(carers.logCall(world.rowan, call).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("on the phone only green may be said; amber needs the person's word of today, which is kept")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto grace = added(world, person.id);
        agreed(world, person.id, grace.carer.id,
               {{CarerTopic::appointments, TopicAnswer::yes}, {CarerTopic::crisis, TopicAnswer::askFirst}});
        const auto view = listOf(world, person.id).carers.front();
        CHECK(view.mayTell.at(CarerTopic::appointments).answer == ShareAnswer::allowed);
        CHECK(view.mayTell.at(CarerTopic::crisis).answer == ShareAnswer::askFirst);
        CHECK(view.mayTell.at(CarerTopic::medication).answer == ShareAnswer::blocked);
        app::Carers carers{*world.workspace};
        auto call = aCall(world, person.id, grace.carer.id);
        call.told = {CarerTopic::appointments};
        CHECK(carers.logCall(world.priya, call));
        call = aCall(world, person.id, grace.carer.id);
        call.told = {CarerTopic::medication};
        const auto blocked = carers.logCall(world.priya, call);
        CHECK(blocked.error().where == "share");
        CHECK(blocked.error().detail == "topic_not_asked");
        CHECK(listOf(world, person.id).calls.size() == 1);
        call.told = {CarerTopic::appointments, CarerTopic::crisis};
        CHECK(carers.logCall(world.priya, call).error().where == "agreed_now");
        call.agreedNow = "Yes, tell her";
        REQUIRE(carers.logCall(world.priya, call));
        const auto kept = app::Consents{*world.workspace}.list(world.priya, person.id)->exceptions;
        REQUIRE(kept.size() == 1);
        CHECK(kept.front().grounds == ExceptionGrounds::asked);
        CHECK(kept.front().reason == "Yes, tell her");
        CHECK(kept.front().topics == std::vector{CarerTopic::crisis});
        call = aCall(world, person.id, grace.carer.id);
        call.outcome = ContactOutcome::noAnswer;
        call.told = {CarerTopic::appointments};
        CHECK(carers.logCall(world.priya, call).error().where == "told");
        call.told.clear();
        call.owed = CallBack{day - std::chrono::days{1}, world.samir.worker.id, {}};
        CHECK(carers.logCall(world.priya, call).error().where == "owed_by");
        call.owed = CallBack{day, WorkerId{"nobody"}, {}};
        CHECK(carers.logCall(world.priya, call).error().where == "owed_whom");
        const Person other = world.registered("Sam", "Reed");
        call = aCall(world, other.id, grace.carer.id);
        CHECK(carers.logCall(world.priya, call).error().where == "carer");
    });
}

TEST_CASE("a letter to a carer says what was agreed whatever was asked for, and does not leave after a change of mind")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto grace = added(world, person.id);
        app::Letters letters{*world.workspace};
        letters::Request request;
        request.kind = LetterKind::toCarer;
        request.carer.topics = {CarerTopic::mentalHealth, CarerTopic::substanceUse};
        CHECK(letters.begin(world.priya, person.id, request).error().where == "carer");
        request.carer.id = grace.carer.id;
        const auto nothing = letters.begin(world.priya, person.id, request);
        REQUIRE(nothing);
        CHECK(nothing->draft.request.carer.topics.empty());
        CHECK(letters::plainText(nothing->draft.document).find("Ada") == std::string::npos);
        REQUIRE(letters.discard(world.priya, person.id, nothing->id, nothing->version));

        agreed(world, person.id, grace.carer.id, {{CarerTopic::mentalHealth, TopicAnswer::yes}});
        const auto draft = letters.begin(world.priya, person.id, request);
        REQUIRE(draft);
        CHECK(draft->draft.request.carer.topics == std::vector{CarerTopic::mentalHealth});
        CHECK(draft->recipientName == "Grace Fenwick");
        const auto kept = letters.finalise(world.priya, {person.id, draft->id, draft->version, world.command(), pdf});
        REQUIRE(kept);
        app::SentInput input = sentInput(world, person.id, kept->id);
        input.address = "1 Mill Lane";
        CHECK(letters.markSent(world.priya, input).error().detail == "carer_no_letters");
        input.method = LetterMethod::handedOver;
        const auto now = listOf(world, person.id).carers.front().consent;
        Consent withdrawn = *now;
        withdrawn.decision = ConsentDecision::withdrawn;
        world.clock.advance(1h);
        REQUIRE(app::Consents{*world.workspace}.record(world.priya, {withdrawn, now->id, world.command()}));
        const auto blocked = letters.markSent(world.priya, input);
        CHECK(blocked.error().where == "share");
        CHECK(blocked.error().detail == "withdrawn");
    });
}

TEST_CASE("a copy of the person's letter goes to a carer who may hear all that it says, and to nobody else")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto grace = added(world, person.id);
        app::Letters letters{*world.workspace};
        letters::Request request;
        request.kind = LetterKind::toPerson;
        const auto draft = letters.begin(world.priya, person.id, request);
        REQUIRE(draft);
        const auto kept = letters.finalise(world.priya, {person.id, draft->id, draft->version, world.command(), pdf});
        REQUIRE(kept);
        app::SentInput input = sentInput(world, person.id, kept->id);
        input.address = {};
        input.method = LetterMethod::handedOver;
        input.copyTo = grace.carer.id;
        CHECK(letters.markSent(world.priya, input).error().detail == "not_asked");
        TopicAnswers all;
        for (const CarerTopic topic : letters::topicsOfLetter)
            all[topic] = TopicAnswer::yes;
        agreed(world, person.id, grace.carer.id, all);
        REQUIRE(letters.markSent(world.priya, input));
        const auto file = world.file(person.id);
        const auto* left = std::get_if<event::LetterSent>(&file.history.back().event.body);
        REQUIRE(left);
        CHECK(left->to == "carer");
        CHECK(left->kind == "person");
    });
}
