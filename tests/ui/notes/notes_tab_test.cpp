#include "ui/notes/notes_world.h"

#include "notes/note_filter.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"

#include <QLineEdit>
#include <QMenu>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

TEST_CASE_METHOD(NotesFixture, "a note is written on the page, signed with Ctrl+Return, and read by the other service")
{
    open();
    beginNew();
    type("Spoke for ten minutes. ");
    QTest::keyClick(&tab.editor().edit(), Qt::Key_T, Qt::ControlModifier);
    type("Mum is tired");
    QSignalSpy said{&tab, &NotesTab::done};
    QTest::keyClick(&tab.editor().edit(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return !said.isEmpty(); }));
    const auto theirs = listFor(asSamir());
    REQUIRE(theirs.notes.size() == 1);
    CHECK(theirs.notes[0].record.note.text == "Spoke for ten minutes. [[Mum is tired]]");
    CHECK(theirs.notes[0].record.note.happenedAt == clock.now());
    CHECK(theirs.unread == 1);
    REQUIRE(eventually([&] { return tab.reader().note() == theirs.notes[0].record.note.id; }));
    CHECK_FALSE(tab.editor().isOpen());
    CHECK(list().drafts.empty());
}

TEST_CASE_METHOD(NotesFixture, "an empty note is not signed, and the editor says what is missing")
{
    open();
    beginNew();
    tab.editor().sign();
    QStringList errors;
    for (auto* box : tab.editor().findChildren<FieldBox*>())
        errors << box->error();
    CHECK(errors.contains(QStringLiteral("Write something first.")));
    CHECK(list().notes.empty());
}

TEST_CASE_METHOD(NotesFixture, "what is kept from others needs a reason, and a safety note is for everybody")
{
    open();
    beginNew();
    type("About the debt.");
    the<Choice>("noteAudience")->setCurrentIndex(1);
    emit the<Choice>("noteAudience")->activated(1);
    CHECK(the<GrowingText>("noteWhyLimited")->isVisible());
    tab.editor().sign();
    CHECK(list().notes.empty());
    the<GrowingText>("noteWhyLimited")->setPlainText(QStringLiteral("They asked us not to."));
    the<Choice>("noteKind")->setValueQuietly(static_cast<int>(NoteKind::safety));
    tab.editor().sign();
    CHECK(list().notes.empty());
    the<Choice>("noteKind")->setValueQuietly(static_cast<int>(NoteKind::call));
    tab.editor().sign();
    REQUIRE(eventually([&] { return !tab.editor().isOpen(); }));
    CHECK(list().notes.at(0).record.note.audience == NoteAudience::ownService);
    CHECK(listFor(asSamir()).notes.at(0).withheld);
}

TEST_CASE_METHOD(NotesFixture, "Esc leaves the draft at the head of the list, and it opens again as it was")
{
    open();
    beginNew();
    type("Half a sent");
    QTest::keyClick(&tab.editor().edit(), Qt::Key_Escape);
    CHECK_FALSE(tab.editor().isOpen());
    REQUIRE(eventually([&] { return tab.list().drafts.size() == 1 && !tab.list().drafts[0].content.text.empty(); }));
    tab.view().setCurrentIndex(tab.view().model()->index(0, 0));
    CHECK_FALSE(tab.editor().isOpen());  // passing it by does not open it
    QTest::keyClick(&tab.view(), Qt::Key_Return);
    REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    CHECK(tab.editor().edit().toPlainText() == QStringLiteral("Half a sent"));
    CHECK(listFor(asSamir()).drafts.empty());
    type("ence.");
    tab.leave();  // another person comes
    REQUIRE(eventually([&] { return list().drafts.at(0).content.text == "Half a sentence."; }));
}

TEST_CASE_METHOD(NotesFixture, "a note that stays on the screen has been read, and its author sees by whom")
{
    const NoteId note = fromSamir("Seen at home.");
    open();
    CHECK(tab.list().unread == 1);
    tab.dwell().setInterval(0);
    chooseFirst();
    QSignalSpy counted{&tab, &PersonTab::titleChanged};
    REQUIRE(eventually([&] { return !counted.isEmpty() && tab.list().unread == 0; }));
    const auto readers = must(now([&](auto& use, const auto&) { return use.notes.readers(asSamir(), person, note); }));
    REQUIRE(readers.readings.size() == 1);
    CHECK(readers.readings[0].worker == priya.id);
    the("noteReaders")->click();
    REQUIRE(eventually([&] { return sheet("noteReadersSheet") != nullptr; }));
}

TEST_CASE_METHOD(NotesFixture, "a note that was not looked at long enough stays unread")
{
    fromSamir("Seen at home.");
    open();
    tab.dwell().setInterval(60'000);
    chooseFirst();
    CHECK(tab.dwell().isActive());
    beginNew();
    CHECK_FALSE(tab.dwell().isActive());
    CHECK(list().unread == 1);
}

TEST_CASE_METHOD(NotesFixture, "an amendment is written from what stands, and shown beside it")
{
    fromSamir("Seen at nine.");
    open();
    chooseFirst();
    the("noteAmend")->click();
    REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    CHECK(tab.editor().edit().toPlainText() == QStringLiteral("Seen at nine."));
    CHECK_FALSE(the<Choice>("noteKind")->isVisible());
    tab.editor().edit().setPlainText(QStringLiteral("Seen at ten."));
    the<QLineEdit>("noteWhyAmended")->setText(QStringLiteral("Wrong hour"));
    the("noteSign")->click();
    REQUIRE(eventually([&] { return !tab.list().notes.at(0).record.amendments.empty() && !tab.editor().isOpen(); }));
    const NoteRecord record = list().notes.at(0).record;
    CHECK(record.note.text == "Seen at nine.");
    CHECK(record.amendments.at(0).text == "Seen at ten.");
    CHECK(record.amendments.at(0).reason == "Wrong hour");
    CHECK(record.amendments.at(0).author == priya.id);
    CHECK(the<QTextEdit>("noteText")->toPlainText() == QStringLiteral("Seen at nine."));
    CHECK(the<QTextEdit>("noteAmendment")->toPlainText().contains(QStringLiteral("ten")));
}

TEST_CASE_METHOD(NotesFixture, "an amendment that a colleague's overtook is not signed until theirs was seen")
{
    const NoteId note = fromSamir("Seen at nine.");
    open();
    chooseFirst();
    the("noteAmend")->click();
    REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    must(now([&](auto& use, const auto&) -> Result<NoteId> {
        NoteContent content;
        content.amends = note;
        auto draft = use.notes.begin(asSamir(), person, content);
        if (!draft)
            return draft.error();
        draft.value().content.text = "Seen at ten.";
        draft = use.notes.saveDraft(asSamir(), person, *draft);
        if (!draft)
            return draft.error();
        return use.notes.sign(asSamir(), {person, draft->id, draft->version, ids.make<CommandId>()});
    }));
    tab.editor().edit().setPlainText(QStringLiteral("Seen at eleven."));
    tab.editor().sign();
    auto* trouble = the<Banner>("noteTrouble");
    REQUIRE(eventually([&] { return trouble->isVisible(); }));
    CHECK(tab.editor().edit().toPlainText() == QStringLiteral("Seen at eleven."));
    REQUIRE(list().notes.at(0).record.amendments.size() == 1);
    REQUIRE(eventually([&] { return tab.editor().content().amendsAfter == 1; }));
    tab.editor().sign();
    REQUIRE(eventually([&] { return !tab.editor().isOpen(); }));
    CHECK(list().notes.at(0).record.amendments.at(1).text == "Seen at eleven.");
}

TEST_CASE_METHOD(NotesFixture, "pinning is for everybody and can be undone; entering in error asks why")
{
    open();
    beginNew();
    type("Ring after five.");
    tab.editor().sign();
    REQUIRE(eventually([&] { return !tab.editor().isOpen() && !tab.reader().note().empty(); }));
    QSignalSpy said{&tab, &NotesTab::done};
    the("notePin")->click();
    REQUIRE(eventually([&] { return said.size() == 1; }));
    CHECK(listFor(asSamir()).notes.at(0).record.pin.has_value());
    said[0].at(1).value<std::function<void()>>()();
    REQUIRE(eventually([&] { return said.size() == 2; }));
    CHECK_FALSE(list().notes.at(0).record.pin);

    REQUIRE(eventually([&] { return the("noteError") != nullptr; }));
    the("noteError")->click();
    auto* ask = sheet("noteErrorSheet");
    REQUIRE(ask != nullptr);
    QTest::keyClick(ask, Qt::Key_Return, Qt::ControlModifier);
    CHECK(ask->isVisible());  // no reason was given
    ask->findChild<GrowingText*>(QStringLiteral("noteErrorReason"))->setPlainText(QStringLiteral("Another person"));
    QTest::keyClick(ask, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return said.size() == 3; }));
    CHECK(list().notes.at(0).record.inError->reason == "Another person");
    REQUIRE(eventually([&] { return the<Banner>("noteInError") != nullptr; }));
    CHECK(the("noteAmend") == nullptr);
}

TEST_CASE_METHOD(NotesFixture,
                 "a team's text is put in from the menu with its gaps filled, and gives the note its kind")
{
    priya.role = holdfast::Role::coordinator;
    must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
        return store::WorkerRepository{workspace->connection()}.save(priya);
    }));
    desk->setSession(asPriya());
    must(now([&](auto& use, const auto& session) {
        return use.noteTemplates.save(session,
                                      {{}, {}, "visit", "Visit", NoteKind::visit, "Saw {name}, {day}: \n{me}", 0});
    }));
    open();
    beginNew();
    type(";visit ");
    CHECK(tab.editor().edit().toPlainText() == QStringLiteral("Saw Tomasz, Monday 23 November: \nPriya Raman"));
    tab.editor().edit().undo();
    tab.editor().edit().setPlainText({});
    auto* menu = the("noteTemplates")->findChild<QMenu*>();
    if (menu == nullptr)
        menu = tab.editor().findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    REQUIRE(menu->actions().size() >= 3);
    menu->actions().first()->trigger();
    CHECK(tab.editor().edit().toPlainText().startsWith(QStringLiteral("Saw Tomasz")));
    CHECK(tab.editor().content().kind == NoteKind::visit);
}

TEST_CASE_METHOD(NotesFixture, "a filter that hides notes says so, and a narrow window shows the list or a note")
{
    fromSamir("Seen at home.");
    open();
    the<QLineEdit>("noteSearch")->setText(QStringLiteral("somewhere else"));
    CHECK(tab.view().model()->rowCount() == 0);
    CHECK(the<QLabel>("notesSum")->accessibleName().contains(QStringLiteral("0 of 1")));
    the<QLineEdit>("noteSearch")->clear();
    tab.arrange(WindowClass::narrow);
    CHECK(tab.view().isVisible());
    CHECK_FALSE(tab.reader().isVisible());
    chooseFirst();
    CHECK_FALSE(tab.view().isVisible());
    CHECK(tab.reader().isVisible());
    the("notesBack")->click();
    CHECK(tab.view().isVisible());
}

TEST_CASE_METHOD(NotesFixture,
                 "the list takes the focus without opening a note, and another note can be asked for while writing")
{
    const NoteId note = fromSamir("Seen at home.");
    open();
    tab.view().setFocus();
    CHECK(tab.reader().note().empty());
    beginNew();
    type("Begun");
    tab.goTo(note);
    CHECK_FALSE(tab.editor().isOpen());
    CHECK(tab.reader().note() == note);
    REQUIRE(eventually([&] { return list().drafts.size() == 1 && list().drafts[0].content.text == "Begun"; }));
    tab.goToDraft(list().drafts[0].id);
    tab.show(file());
    REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    CHECK(tab.editor().edit().toPlainText() == QStringLiteral("Begun"));
}

TEST_CASE_METHOD(NotesFixture, "a worker who may not see notes is shown none and asks for none")
{
    fromSamir("Seen at home.");
    Worker rowan = priya;
    rowan.role = holdfast::Role::administrator;
    desk->setSession(app::Session{rowan});
    tab.show(file());
    CHECK_FALSE(the("newNote")->isVisible());
    CHECK(tab.list().notes.empty());
}
