// The Notes tab over a real store with one referred person, its window shown.
#pragma once

#include "notes/note_editor.h"
#include "notes/note_reader.h"
#include "notes/note_text_edit.h"
#include "notes/notes_model.h"
#include "notes/notes_tab.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace holdfast::test {

struct NotesFixture : OpenDesk {
    ui::MemorySettings settings;
    QWidget window;
    ui::NotesTab tab{theme, *desk, settings, &window};

    NotesFixture()
    {
        referTogether();
        window.resize(1400, 860);
        window.show();
        tab.resize(1400, 820);
        tab.QWidget::show();
    }

    app::Session asSamir() const { return app::Session{samir}; }
    void open()
    {
        QSignalSpy counted{&tab, &ui::PersonTab::titleChanged};
        tab.show(file());
        REQUIRE(eventually([&] { return !counted.isEmpty(); }));
    }
    app::NoteList listFor(const app::Session& session)
    {
        return must(now([&](auto& use, const auto&) { return use.notes.list(session, person); }));
    }
    app::NoteList list() { return listFor(asPriya()); }
    /// Signed by Samir an hour ago.
    NoteId fromSamir(const std::string& text)
    {
        return must(now([&](auto& use, const auto&) -> Result<NoteId> {
            NoteContent content;
            content.kind = NoteKind::visit;
            content.text = text;
            content.happenedAt = clock.now() - std::chrono::hours{1};
            auto draft = use.notes.begin(asSamir(), person, content);
            if (!draft)
                return draft.error();
            return use.notes.sign(asSamir(), {person, draft->id, draft->version, ids.make<CommandId>()});
        }));
    }
    template <class Widget = ui::Button>
    Widget* the(const char* name)
    {
        return tab.findChild<Widget*>(QString::fromLatin1(name));
    }
    ui::DialogSheet* sheet(const char* name) { return window.findChild<ui::DialogSheet*>(QString::fromLatin1(name)); }
    void beginNew()
    {
        tab.writeNew();
        REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    }
    void type(const char* text) { QTest::keyClicks(&tab.editor().edit(), QString::fromLatin1(text)); }
    void chooseFirst()
    {
        tab.view().setCurrentIndex(tab.view().model()->index(0, 0));
        REQUIRE(!tab.reader().note().empty());
    }
};

}  // namespace holdfast::test
