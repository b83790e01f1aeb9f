// Notes, the papers with them, and drafts of every kind: begun, cut off, found again.
#include "app/cut/walk.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/drafts_left.h"
#include "app/note_templates.h"
#include "app/notes.h"

#include <algorithm>
#include <stdexcept>

namespace holdfast::test::cut {
namespace {

NoteId writeNotes(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    NoteContent content;
    content.text = "Spoke for ten minutes.";
    app::NoteDraft draft = walk.answer(&app::Notes::begin, world.priya, person, content);
    draft.content.text = "Spoke for twenty minutes.";
    walk.cut(&app::Notes::saveDraft, world.priya, person, draft);
    draft = walk.answer(&app::Notes::draft, world.priya, person, draft.id);
    const app::SignNoteInput sign{person, draft.id, draft.version, world.command()};
    const NoteId note = walk.answer(&app::Notes::sign, world.priya, sign);
    const app::NoteDraft other = must(app::Notes{*world.workspace}.begin(world.priya, person, content));
    walk.cut(&app::Notes::discard, world.priya, person, other.id, other.version);
    return note;
}

void readNotes(Walk& walk, const PersonId& person, const NoteId& note)
{
    AppWorld& world = walk.world;
    walk.answer(&app::Notes::list, world.priya, person);
    walk.answer(&app::Notes::pin, world.priya, person, note, true);
    walk.answer(&app::Notes::unread, world.samir);
    walk.answer(&app::Notes::markRead, world.samir, person, note, 0);
    walk.answer(&app::Notes::readers, world.priya, person, note);
    walk.answer(&app::Notes::onPaper, world.priya, person, std::vector{note}, Recipient{});
    const app::AttachInput paper{person, {}, world.command(), "reply.txt", "They wrote.", note};
    const KeptDocument kept = walk.answer(&app::Documents::attach, world.priya, paper);
    for (const auto purpose : {app::Purpose::open, app::Purpose::takeOut})
        walk.answer(&app::Documents::read, world.priya, person, kept.id, purpose, Recipient{});
    walk.answer(&app::Documents::takenOut, world.priya, person, std::string_view{"timeline"});
    walk.cut(&app::Notes::enterInError, world.priya,
             app::NoteErrorInput{person, note, "Another person's.", world.command()});
}

void keepTemplates(Walk& walk)
{
    AppWorld& world = walk.world;
    NoteTemplate made;
    made.shortcut = "dna";
    made.title = "Did not answer";
    made.text = "Rang, nobody answered.";
    walk.cut(&app::NoteTemplates::save, world.joanne, made);
    const auto list = walk.answer(&app::NoteTemplates::list, world.joanne);
    const auto own = std::ranges::find(list, made.shortcut, &NoteTemplate::shortcut);
    if (own == list.end())
        throw std::runtime_error{"the template is not listed"};
    walk.cut(&app::NoteTemplates::remove, world.joanne, own->id, own->version);
}

void fillSheets(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const std::string sheet = "record/contact";
    walk.answer(&app::Drafts::saveSheet, world.priya,
                app::SheetDraft{sheet, person, {{"words", "Rang"}}, 0, {}, false});
    walk.answer(&app::Drafts::sheet, world.priya, person, sheet);
    walk.answer(&app::Drafts::leave, world.priya, person, app::Drafts::kindOfSheet(world.priya, sheet));
    walk.answer(&app::Drafts::endSheet, world.priya, person, sheet);
}

void findDraftsAgain(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const std::string kind = "assessment";
    app::AssessmentDraft draft;
    draft.form.whatMatters = "I want to sleep.";
    must(app::Assessments{*world.workspace}.saveDraft(world.priya, person, draft));
    leaveCutOff(world, person, "I want to wor");
    walk.answer(&app::Drafts::cutOff, world.priya);
    walk.answer(&app::Drafts::recovered, world.priya, person, kind);
    walk.answer(&app::Drafts::keepRecovered, world.priya, person, kind);
    leaveCutOff(world, person, "I want to work and");
    walk.answer(&app::Drafts::discardRecovered, world.priya, person, kind);
    const auto versions = walk.answer(&app::Drafts::versions, world.priya, person, kind);
    walk.answer(&app::Drafts::putBack, world.priya, person, kind, versions.back().seq);
}

/// What was kept on this computer while the store could not be reached.
void bringDraftsHome(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const TempFolder folder;
    app::Drafts drafts{*world.workspace};
    walk.cutOther("drafts.openLocal", [&] { return problemOf(drafts.openLocal(world.priya, folder.path().string())); });
    const auto local = must(drafts.openLocal(world.priya, folder.path().string()));
    app::AssessmentDraft draft;
    draft.form.whatMatters = "I want to sleep and to work.";
    draft.version = must(app::Assessments{*world.workspace}.draft(world.priya, person)).version;
    must(deadSitting(world, folder)
             ->keep(app::Assessments::textOf(person, draft), world.priya.worker.id, world.clock.now()));
    walk.cutOther("drafts.bringHome", [&] { return problemOf(drafts.bringHome(world.priya, *local)); });
}

}  // namespace

void Writing::walk(Walk& walk)
{
    const PersonId person = walk.world.referred().id;
    readNotes(walk, person, writeNotes(walk, person));
    keepTemplates(walk);
    fillSheets(walk, person);
    findDraftsAgain(walk, person);
    bringDraftsHome(walk, person);
}

}  // namespace holdfast::test::cut
