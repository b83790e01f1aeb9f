// Words that mean harm, pasted into a note on the screen, signed with the keys and read by the other service.
#include "support/hostile.h"
#include "ui/notes/notes_world.h"

#include "domain/note_text.h"
#include "notes/note_text_view.h"

#include <QLabel>

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

/// Qt's editor knows one kind of line break and one kind of space.
QString asAnEditorKeepsIt(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t breaks : {u'\r', u'\u2028', u'\u2029'})
        text.replace(QChar{breaks}, QChar{u'\n'});
    return text.replace(QChar{u'\u00A0'}, QChar{u' '});
}

bool holdsMarkup(const QWidget& of)
{
    const auto labels = of.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [](const QLabel* label) { return label->textFormat() != Qt::PlainText; });
}

}  // namespace

TEST_CASE_METHOD(NotesFixture, "words that mean harm, pasted into a note, are signed and read as they were pasted")
{
    open();
    QSignalSpy said{&tab, &NotesTab::done};
    HostileTally tally;
    int number = 0;
    for (const Hostile& hostile : typeableTexts()) {
        const QString pasted = QString::fromStdString("Said: " + hostile.text);
        const std::string where = hostile.tries + ' ' + std::to_string(++number);
        INFO(where);
        beginNew();
        auto* mime = new QMimeData;
        mime->setText(pasted);
        mime->setHtml(QStringLiteral("<b>not this</b>"));
        QApplication::clipboard()->setMimeData(mime);
        QTest::keyClick(&tab.editor().edit(), Qt::Key_V, Qt::ControlModifier);
        clock.advance(std::chrono::seconds{1});
        said.clear();
        QTest::keyClick(&tab.editor().edit(), Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(eventually([&] { return !said.isEmpty(); }));
        const std::string expected = withMarksClosed(asAnEditorKeepsIt(pasted).toStdString());
        const auto note = listFor(asSamir()).notes.front().record.note;
        tally.kept(where, expected, note.text);
        REQUIRE(eventually([&] { return tab.reader().note() == note.id; }));
        const auto* shown = tab.reader().findChild<NoteTextView*>(QStringLiteral("noteText"));
        REQUIRE(shown);
        tally.kept(where + ", shown", withoutMarks(expected), shown->toPlainText().toStdString());
        CHECK_FALSE(holdsMarkup(tab));
    }
    CHECK(tally.inputs() >= 400);
    tally.print("notes on the screen");
}
