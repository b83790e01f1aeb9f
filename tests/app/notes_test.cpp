#include "app/notes.h"

#include "app/app_world.h"
#include "app/consents.h"
#include "app/documents.h"
#include "app/letters.h"
#include "app/note_templates.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

NoteContent written(std::string text)
{
    NoteContent content;
    content.kind = NoteKind::call;
    content.text = std::move(text);
    return content;
}

Result<NoteId> signedBy(AppWorld& world, const app::Session& session, const PersonId& person,
                        const NoteContent& content)
{
    app::Notes notes{*world.workspace};
    const auto draft = notes.begin(session, person, content);
    REQUIRE(draft);
    return notes.sign(session, {person, draft->id, draft->version, world.command()});
}

app::NoteList listOf(AppWorld& world, const app::Session& session, const PersonId& person)
{
    auto list = app::Notes{*world.workspace}.list(session, person);
    REQUIRE(list);
    return *std::move(list);
}

/// An amendment with this text, begun and signed.
Result<NoteId> amended(AppWorld& world, const app::Session& session, const PersonId& person, const NoteId& note,
                       const std::string& text)
{
    app::Notes notes{*world.workspace};
    NoteContent of;
    of.amends = note;
    auto draft = notes.begin(session, person, of);
    REQUIRE(draft);
    draft.value().content.text = text;
    draft.value().content.whyAmended = "The hour was wrong.";
    draft = notes.saveDraft(session, person, *draft);
    REQUIRE(draft);
    return notes.sign(session, {person, draft->id, draft->version, world.command()});
}

}  // namespace

TEST_CASE("a draft is its author's own, is saved as typed, and becomes a note that both services read")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        auto draft = notes.begin(world.priya, person.id, {});
        REQUIRE(draft);
        draft.value().content = written("Spoke for ten minutes. [[Mum is worried");
        draft.value().content.happenedAt = world.clock.now() - std::chrono::hours{2};
        draft = notes.saveDraft(world.priya, person.id, *draft);
        REQUIRE(draft);
        CHECK(draft->version == 2);
        CHECK(notes.draft(world.priya, person.id, draft->id)->content == draft->content);
        CHECK(listOf(world, world.priya, person.id).drafts.size() == 1);
        CHECK(listOf(world, world.samir, person.id).drafts.empty());
        CHECK(notes.draft(world.samir, person.id, draft->id).error().code == ErrorCode::notFound);
        CHECK(notes.discard(world.samir, person.id, draft->id, 2).error().code == ErrorCode::notFound);
        app::NoteDraft stale = *draft;
        stale.version = 1;
        CHECK(notes.saveDraft(world.priya, person.id, stale).error().code == ErrorCode::conflict);
        CHECK_FALSE(notes.saveDraft(world.samir, person.id, *draft));

        const app::SignNoteInput sign{person.id, draft->id, draft->version, world.command()};
        CHECK(notes.sign(world.priya, {person.id, draft->id, 1, world.command()}).error().where == "version");
        const auto note = notes.sign(world.priya, sign);
        REQUIRE(note);
        CHECK(*notes.sign(world.priya, sign) == *note);  // the same command again
        CHECK(world.audit().back().detail == "repeated");
        const auto list = listOf(world, world.samir, person.id);
        CHECK(list.unread == 1);
        REQUIRE(list.notes.size() == 1);
        const Note& signedNote = list.notes[0].record.note;
        CHECK(signedNote.text == "Spoke for ten minutes. [[Mum is worried]]");
        CHECK(signedNote.author == world.priya.worker.id);
        CHECK(signedNote.role == Role::keyworker);
        CHECK(signedNote.service == ServiceId{"lantern"});
        CHECK(signedNote.writtenAt == world.clock.now());
        CHECK(signedNote.happenedAt == world.clock.now() - std::chrono::hours{2});
        CHECK(list.names.workers.at(world.priya.worker.id) == world.priya.worker.name);
        CHECK(list.names.services.contains(ServiceId{"lantern"}));
        CHECK(listOf(world, world.priya, person.id).unread == 0);
        CHECK(listOf(world, world.priya, person.id).drafts.empty());
    });
}

TEST_CASE("a note kept from others is seen to be there, and nothing of what is in it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        NoteContent content = written("About the debt.");
        content.audience = NoteAudience::ownService;
        CHECK(signedBy(world, world.priya, person.id, content).error().where == "why_limited");
        content.whyLimited = "Asked us not to pass it on.";
        const auto note = signedBy(world, world.priya, person.id, content);
        REQUIRE(note);
        const auto theirs = listOf(world, world.samir, person.id);
        REQUIRE(theirs.notes.size() == 1);
        CHECK(theirs.notes[0].withheld);
        CHECK(theirs.notes[0].record.note.text.empty());
        CHECK(theirs.notes[0].record.note.whyLimited.empty());
        CHECK(theirs.notes[0].record.note.service == ServiceId{"lantern"});
        CHECK(theirs.unread == 0);
        CHECK_FALSE(listOf(world, world.joanne, person.id).notes[0].withheld);
        CHECK(notes.markRead(world.samir, person.id, *note, 0).error().code == ErrorCode::notFound);
        CHECK(notes.readers(world.samir, person.id, *note).error().code == ErrorCode::notFound);
        CHECK(notes.pin(world.samir, person.id, *note, true).error().code == ErrorCode::notFound);
        CHECK(notes.onPaper(world.samir, person.id, {*note}, Recipient{}).error().code == ErrorCode::notFound);
        NoteContent amend;
        amend.amends = *note;
        CHECK(notes.begin(world.samir, person.id, amend).error().code == ErrorCode::notFound);

        app::Documents documents{*world.workspace};
        app::AttachInput input{person.id, {}, world.command(), "bill.txt", "A bill", *note};
        CHECK(documents.attach(world.samir, input).error().where == "note");
        const auto kept = documents.attach(world.priya, input);
        REQUIRE(kept);
        CHECK(kept->aboutKind == "note");
        CHECK(documents.read(world.joanne, person.id, kept->id, app::Purpose::open));
        CHECK(documents.read(world.samir, person.id, kept->id, app::Purpose::open).error().code == ErrorCode::notFound);
        CHECK(listOf(world, world.priya, person.id).papers.size() == 1);
        CHECK(listOf(world, world.samir, person.id).papers.empty());
        CHECK(app::Letters{*world.workspace}.list(world.samir, person.id)->attachments.empty());
    });
}

TEST_CASE("an amendment stands beside the original, makes it unread again, and never goes over a colleague's")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        const auto note = signedBy(world, world.priya, person.id, written("Rang at nine."));
        REQUIRE(note);
        REQUIRE(notes.markRead(world.samir, person.id, *note, 0));
        CHECK(listOf(world, world.samir, person.id).unread == 0);
        CHECK(amended(world, world.samir, person.id, *note, "Rang at nine.").error().detail == "unchanged");
        NoteContent of;
        of.amends = *note;
        const auto there = notes.begin(world.samir, person.id, of);  // the amendment begun before
        REQUIRE(there);
        const auto mine = notes.begin(world.priya, person.id, of);
        CHECK(mine->content.text == "Rang at nine.");
        CHECK(mine->id != there->id);
        REQUIRE(amended(world, world.joanne, person.id, *note, "Rang at ten."));
        app::NoteDraft late = *mine;
        late.content.text = "Rang at eleven.";
        late = *notes.saveDraft(world.priya, person.id, late);
        CHECK(notes.sign(world.priya, {person.id, late.id, late.version, world.command()}).error().where == "note");

        const auto list = listOf(world, world.samir, person.id);
        CHECK(list.unread == 1);
        const NoteRecord& record = list.notes[0].record;
        CHECK(record.note.text == "Rang at nine.");
        REQUIRE(record.amendments.size() == 1);
        CHECK(record.amendments[0].text == "Rang at ten.");
        CHECK(record.amendments[0].author == world.joanne.worker.id);
        CHECK(record.amendments[0].reason == "The hour was wrong.");
        CHECK(record.textNow() == "Rang at ten.");
        CHECK(notes.markRead(world.samir, person.id, *note, 2).error().where == "amendments");
        REQUIRE(notes.markRead(world.samir, person.id, *note, 1));
        CHECK(listOf(world, world.samir, person.id).unread == 0);
        const auto readers = notes.readers(world.priya, person.id, *note);
        REQUIRE(readers);
        CHECK(std::ranges::count(readers->readings, world.samir.worker.id, &NoteReading::worker) == 2);
        CHECK(std::ranges::count(readers->readings, world.priya.worker.id, &NoteReading::worker) == 0);
        CHECK(readers->names.workers.contains(world.samir.worker.id));
    });
}

TEST_CASE("entered in error stays readable with its reason, by its author or the leads of that team, once")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        const auto note = signedBy(world, world.priya, person.id, written("Rang."));
        const auto entered = [&](const app::Session& session, std::string reason) {
            return notes.enterInError(session, {person.id, *note, std::move(reason), world.command()});
        };
        CHECK(entered(world.samir, "Not hers").error().detail == "note.not_theirs");
        CHECK(entered(world.priya, " ").error().where == "reason");
        const app::NoteErrorInput input{person.id, *note, "Another person", world.command()};
        REQUIRE(notes.enterInError(world.joanne, input));
        CHECK(notes.enterInError(world.joanne, input));  // the same command again
        CHECK(entered(world.priya, "Again").error().code == ErrorCode::conflict);
        const auto list = listOf(world, world.samir, person.id);
        REQUIRE(list.notes[0].record.inError);
        CHECK(list.notes[0].record.inError->reason == "Another person");
        CHECK(list.notes[0].record.note.text == "Rang.");
        CHECK(list.unread == 0);
        NoteContent of;
        of.amends = *note;
        CHECK(notes.begin(world.priya, person.id, of).error().detail == "note.in_error");
    });
}

TEST_CASE("a pin is for everybody, and goes again")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        const auto note = signedBy(world, world.priya, person.id, written("Ring after five."));
        REQUIRE(notes.pin(world.samir, person.id, *note, true));
        CHECK(listOf(world, world.priya, person.id).notes[0].record.pin->worker == world.samir.worker.id);
        REQUIRE(notes.pin(world.priya, person.id, *note, false));
        CHECK_FALSE(listOf(world, world.priya, person.id).notes[0].record.pin);
        const Person other = world.registered("Sam", "Reed");
        CHECK(notes.pin(world.priya, other.id, *note, true).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("unread notes are those of the people a worker holds, that they may read")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();  // Priya holds both needs
        app::Notes notes{*world.workspace};
        const auto first = signedBy(world, world.samir, person.id, written("Seen today."));
        NoteContent own = written("Staffing.");
        own.audience = NoteAudience::ownService;
        own.whyLimited = "Our own";
        REQUIRE(signedBy(world, world.samir, person.id, own));
        REQUIRE(signedBy(world, world.priya, person.id, written("Mine.")));
        auto unread = notes.unread(world.priya);
        REQUIRE(unread);
        REQUIRE(unread->lines.size() == 1);
        CHECK(unread->lines[0].note.id == *first);
        CHECK(unread->lines[0].note.text.empty());
        CHECK(unread->lines[0].personName == "Ada Fenwick");
        CHECK(unread->names.workers.contains(world.samir.worker.id));
        REQUIRE(notes.markRead(world.priya, person.id, *first, 0));
        CHECK(notes.unread(world.priya)->lines.empty());
        CHECK(notes.unread(world.joanne)->lines.empty());
    });
}

TEST_CASE("on paper stand the chosen notes, oldest first, without what belongs to third parties")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        const auto first = signedBy(world, world.priya, person.id, written("Came. [[Mum waits outside.]] Will ring."));
        world.clock.advance(std::chrono::hours{1});
        const auto second = signedBy(world, world.samir, person.id, written("Seen."));
        REQUIRE(amended(world, world.samir, person.id, *second, "Seen. [[With his brother.]]"));
        REQUIRE(signedBy(world, world.samir, person.id, written("Not asked for.")));
        const auto paper = notes.onPaper(world.priya, person.id, {*second, *first}, Recipient{});
        REQUIRE(paper);
        CHECK(world.audit().back().action == "export_notes");
        REQUIRE(paper->notes.size() == 2);
        CHECK(paper->notes[0].record.note.text == "Came. [left out] Will ring.");
        CHECK(paper->notes[1].record.amendments[0].text == "Seen. [left out]");
        CHECK(paper->leftOut == 2);
        CHECK(notes.onPaper(world.priya, person.id, {NoteId{"none"}}, Recipient{}).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("a note belongs to an entry of the same person or to something that happens next")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Person other = world.registered("Sam", "Reed");
        const EventId event = world.file(person.id).history.front().event.id;
        NoteContent content = written("About the referral.");
        content.link = {NoteLinkKind::event, event.str()};
        REQUIRE(signedBy(world, world.priya, person.id, content));
        CHECK(signedBy(world, world.priya, other.id, content).error().where == "link");
        content.link = {NoteLinkKind::action, "mental_health chase"};
        REQUIRE(signedBy(world, world.priya, person.id, content));
        content.link = {NoteLinkKind::action, ""};
        CHECK(signedBy(world, world.priya, person.id, content).error().where == "link");
    });
}

TEST_CASE("a team's texts are used by all of it and changed by its leads; an administrator sees no note at all")
{
    onEveryStore([](AppWorld& world) {
        app::NoteTemplates templates{*world.workspace};
        const NoteTemplate visit{{}, ServiceId{"cmht"}, "visit", "Home  visit", NoteKind::visit, "Seen at home.", 0};
        CHECK(templates.save(world.priya, visit).error().code == ErrorCode::forbidden);
        const auto saved = templates.save(world.joanne, visit);
        REQUIRE(saved);
        CHECK(saved->service == ServiceId{"lantern"});
        CHECK(saved->title == "Home visit");
        CHECK(templates.list(world.priya)->size() == 1);
        CHECK(templates.list(world.samir)->empty());
        CHECK(templates.save(world.joanne, visit).error().where == "shortcut");
        CHECK(templates.save(world.samir, *saved).error().code == ErrorCode::notFound);
        CHECK(templates.remove(world.samir, saved->id, 1).error().code == ErrorCode::notFound);
        CHECK(templates.remove(world.joanne, saved->id, 1));
        CHECK(templates.list(world.priya)->empty());

        const Person person = world.registered();
        CHECK(app::Notes{*world.workspace}.list(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(app::Notes{*world.workspace}.list(world.priya, PersonId{"nobody"}).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("notes are taken out for somebody only as the person agreed, or for a reason that is kept")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Notes notes{*world.workspace};
        app::Consents consents{*world.workspace};
        const auto note = signedBy(world, world.priya, person.id, written("Came on time."));
        const Recipient employer{ShareKind::employer, {}};
        CHECK(notes.onPaper(world.priya, person.id, {*note}, Recipient{}));  // theirs
        CHECK(notes.onPaper(world.priya, person.id, {*note}, {ShareKind::gp, {}}));
        CHECK(world.audit().back().detail == "1 notes for gp");
        const auto refused = notes.onPaper(world.priya, person.id, {*note}, employer);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == "share");
        CHECK(refused.error().detail == "not_asked");

        const auto kept = app::Documents{*world.workspace}.attach(
            world.priya, {person.id, {}, world.command(), "letter.txt", "From the landlord.", *note});
        REQUIRE(kept);
        app::Documents papers{*world.workspace};
        CHECK(papers.read(world.priya, person.id, kept->id, app::Purpose::takeOut));
        CHECK(papers.read(world.priya, person.id, kept->id, app::Purpose::takeOut, employer).error().where == "share");

        const std::vector<CarerTopic> topics{CarerTopic::mentalHealth, CarerTopic::substanceUse};
        const auto lines = consents.recipients(world.priya, person.id, topics);
        REQUIRE(lines);
        CHECK_FALSE(lines->front().to.with);
        const auto line = std::ranges::find(*lines, employer, &app::RecipientLine::to);
        REQUIRE(line != lines->end());
        CHECK(line->verdict.answer != ShareAnswer::allowed);
        const app::ExceptionInput outside{person.id,      ShareKind::employer,          {},
                                          topics,         ExceptionGrounds::overridden, "A court asks for it",
                                          world.command()};
        REQUIRE(consents.shareOutside(world.joanne, outside));
        CHECK(notes.onPaper(world.priya, person.id, {*note}, employer));
        CHECK(papers.read(world.priya, person.id, kept->id, app::Purpose::takeOut, employer));
        world.clock.advance(std::chrono::hours{24});
        CHECK_FALSE(notes.onPaper(world.priya, person.id, {*note}, employer));
    });
}
