#include "notes/notes_model.h"

#include "notes/note_words.h"
#include "shell/settings_store.h"
#include "theme/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QLineEdit>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

using namespace std::chrono_literals;

const Instant now = Instant{Date{std::chrono::year{2026} / 11 / 23}} + 10h;

app::NoteView aNote(const char* id, NoteKind kind, NeedScope need, const char* author, const char* text)
{
    app::NoteView view;
    Note& note = view.record.note;
    note.id = NoteId{id};
    note.kind = kind;
    note.need = need;
    note.author = WorkerId{author};
    note.service = ServiceId{author[0] == 'p' ? "lantern" : "cmht"};
    note.happenedAt = now - 2h;
    note.writtenAt = now - 1h;
    note.text = text;
    view.record.readUpTo = 0;
    return view;
}

app::NoteList someNotes()
{
    app::NoteList list;
    list.notes = {aNote("n1", NoteKind::call, NeedScope::substanceUse, "priya", "Texted first. [[Mum is tired.]]"),
                  aNote("n2", NoteKind::visit, NeedScope::mentalHealth, "samir", "Seen at home."),
                  aNote("n3", NoteKind::mdt, NeedScope::both, "samir", "Joint meeting.")};
    list.notes[0].record.readUpTo.reset();
    list.notes[1].record.pin = NotePin{};
    list.unread = 1;
    list.names.workers[WorkerId{"priya"}] = "Priya Raman";
    list.names.workers[WorkerId{"samir"}] = "Samir Haddad";
    return list;
}

QStringList ids(std::initializer_list<const char*> list)
{
    QStringList made;
    for (const char* each : list)
        made << QString::fromLatin1(each);
    return made;
}

QStringList shown(const app::NoteList& list, const NoteFilter& filter, const NoteId& open = {})
{
    NotesModel model;
    model.show(list, filter, open, now);
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        if (const auto* note = model.noteAt(row))
            found << QString::fromStdString(note->record.note.id.str());
    return found;
}

}  // namespace

TEST_CASE("filters by kind, need, author or service, unread, pinned and words show what they say")
{
    const app::NoteList list = someNotes();
    NoteFilter filter;
    CHECK(shown(list, filter) == ids({"n1", "n2", "n3"}));
    filter.kind = NoteKind::visit;
    CHECK(shown(list, filter) == ids({"n2"}));
    filter = {};
    filter.need = Need::mentalHealth;
    CHECK(shown(list, filter) == ids({"n2", "n3"}));
    filter = {};
    filter.who = "worker:priya";
    CHECK(shown(list, filter) == ids({"n1"}));
    filter.who = "service:cmht";
    CHECK(shown(list, filter) == ids({"n2", "n3"}));
    filter = {};
    filter.unread = true;
    CHECK(shown(list, filter) == ids({"n1"}));
    filter = {};
    filter.pinned = true;
    CHECK(shown(list, filter) == ids({"n2"}));
    filter = {};
    filter.words = QStringLiteral("MUM text");
    CHECK(shown(list, filter) == ids({"n1"}));
    filter.words = QStringLiteral("haddad");
    CHECK(shown(list, filter) == ids({"n2", "n3"}));
    filter.words = QStringLiteral("[[");
    CHECK(shown(list, filter).isEmpty());
}

TEST_CASE("the note that is open stays in the list, whatever the filter says")
{
    NoteFilter filter;
    filter.unread = true;
    CHECK(shown(someNotes(), filter, NoteId{"n3"}) == ids({"n1", "n3"}));
}

TEST_CASE("a note that is not shared says whom to ask and nothing else, and no filter by its content finds it")
{
    app::NoteList list = someNotes();
    list.notes[2].withheld = true;
    NotesModel model;
    model.show(list, {}, {}, now);
    const QString said = model.data(model.index(2, 0), Qt::AccessibleTextRole).toString();
    CHECK(said.contains(QStringLiteral("Samir Haddad")));
    CHECK_FALSE(said.contains(QStringLiteral("Joint meeting")));
    NoteFilter filter;
    filter.need = Need::mentalHealth;
    CHECK(shown(list, filter) == ids({"n2"}));
    CHECK(model.readableShown() == std::vector{NoteId{"n1"}, NoteId{"n2"}});
}

TEST_CASE("drafts stand first and the accessible words say what stands beside a note")
{
    app::NoteList list = someNotes();
    app::NoteDraft draft;
    draft.id = "d1";
    draft.savedAt = now;
    draft.content.text = "Begun";
    list.drafts = {draft};
    list.notes[1].record.inError = NoteInError{};
    list.notes[2].record.amendments.push_back({});
    NotesModel model;
    model.show(list, {}, {}, now);
    REQUIRE(model.rowCount() == 4);
    CHECK(model.draftAt(0)->id == "d1");
    CHECK(model.rowOf(NoteId{"n2"}) == 2);
    CHECK(model.rowOfDraft("d1") == 0);
    const auto said = [&](int row) { return model.data(model.index(row, 0), Qt::DisplayRole).toString(); };
    CHECK(said(0).startsWith(QStringLiteral("Draft")));
    CHECK(said(1).startsWith(QStringLiteral("Unread. Call by Priya Raman")));
    CHECK(said(1).contains(QStringLiteral("Mum is tired")));
    CHECK(said(2).contains(QStringLiteral("Entered in error")));
    CHECK(said(3).contains(QStringLiteral("Amended")));
}

TEST_CASE("the filters come back as they were left, but never what was typed into the search")
{
    Theme theme;
    MemorySettings settings;
    {
        NoteFilterBar bar{theme, settings};
        bar.offer(someNotes());
        bar.findChild<QAbstractButton*>(QStringLiteral("noteUnread"))->click();
        bar.search().setText(QStringLiteral("Mum"));
        CHECK(bar.filter().unread);
        CHECK(bar.filter().words == QStringLiteral("Mum"));
    }
    NoteFilterBar bar{theme, settings};
    CHECK(bar.filter().unread);
    CHECK(bar.filter().words.isEmpty());
    bar.clear();
    CHECK(bar.filter().isOpen());
    CHECK(NoteFilterBar{theme, settings}.filter().isOpen());
}
