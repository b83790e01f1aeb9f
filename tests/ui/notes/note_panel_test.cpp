#include "notes/note_panel.h"

#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct PanelFixture : OpenDesk {
    QWidget window;
    NotePanel panel{theme, *desk, &window};

    PanelFixture()
    {
        referTogether();
        window.resize(420, 800);
        panel.resize(400, 780);
        window.show();
        window.activateWindow();
        panel.show(file());
        panel.show(list());
    }

    app::NoteList list()
    {
        return must(now([&](auto& use, const auto& session) { return use.notes.list(session, person); }));
    }
    void signedNote(NoteKind kind, NeedScope need, const char* text)
    {
        must(now([&](auto& use, const auto& session) -> Result<NoteId> {
            NoteContent content;
            content.kind = kind;
            content.need = need;
            content.text = text;
            auto draft = use.notes.begin(session, person, content);
            if (!draft)
                return draft.error();
            return use.notes.sign(session, {person, draft->id, draft->version, ids.make<CommandId>()});
        }));
        panel.show(list());
    }
    int rows() { return panel.view().model()->rowCount(); }
    void begin()
    {
        panel.findChild<Button*>(QStringLiteral("panelAddNote"))->click();
        REQUIRE(eventually([&] { return panel.editor().isOpen(); }));
    }
    ToggleChip* chip(int at) { return panel.findChildren<ToggleChip*>().at(at); }
};

}  // namespace

TEST_CASE_METHOD(PanelFixture, "a quick note is written beside the overview and signed for both services")
{
    begin();
    CHECK(panel.editor().isVisible());
    QTest::keyClicks(&panel.editor().edit(), QStringLiteral("Came on time."));
    QSignalSpy done{&panel, &NotePanel::signedOff};
    QTest::keyClick(&panel.editor().edit(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return !done.isEmpty(); }));
    CHECK_FALSE(panel.editor().isVisible());
    const auto notes = list().notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].record.note.text == "Came on time.");
    CHECK(notes[0].record.note.happenedAt == clock.now());
}

TEST_CASE_METHOD(PanelFixture, "what is typed here is kept when the panel is left, and is one draft")
{
    begin();
    QTest::keyClicks(&panel.editor().edit(), QStringLiteral("Half a sen"));
    panel.hide();
    CHECK_FALSE(panel.editor().isOpen());
    REQUIRE(eventually([&] { return list().drafts.size() == 1 && list().drafts[0].content.text == "Half a sen"; }));
    CHECK(list().notes.empty());
    QWidget* widget = &panel;
    widget->show();
    panel.show(list());
    CHECK(rows() == 1);  // offered, to go on with
    std::string wanted;
    QObject::connect(&panel, &NotePanel::draftActivated, &panel, [&](const std::string& draft) { wanted = draft; });
    emit panel.view().activated(panel.view().model()->index(0, 0));
    CHECK(wanted == list().drafts[0].id);
}

TEST_CASE_METHOD(PanelFixture, "the filters show a need with what is about both, and what carers told")
{
    signedNote(NoteKind::call, NeedScope::both, "About both.");
    signedNote(NoteKind::visit, NeedScope::mentalHealth, "About one.");
    signedNote(NoteKind::carerContact, NeedScope::both, "Mum rang.");
    CHECK(rows() == 3);
    chip(1)->click();
    CHECK(rows() == 3);
    chip(2)->click();
    CHECK(rows() == 2);
    chip(3)->click();
    CHECK(rows() == 1);
    QSignalSpy opened{&panel, &NotePanel::noteActivated};
    emit panel.view().activated(panel.view().model()->index(0, 0));
    CHECK(opened.size() == 1);
}
