#include "notes/note_text_edit.h"

#include "theme/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

struct EditFixture {
    Theme theme;
    NoteTextEdit edit{theme};

    EditFixture()
    {
        edit.setExpand([](const QString& shortcut) -> std::optional<QString> {
            if (shortcut == QStringLiteral("visit"))
                return QStringLiteral("Saw Dani.\nIn her words: \nAgreed: ");
            if (shortcut == QStringLiteral("carer"))
                return QStringLiteral("A carer rang. [[]]");
            return std::nullopt;
        });
        edit.show();
    }
    void type(const char* text) { QTest::keyClicks(&edit, QString::fromLatin1(text)); }
    QString text() const { return edit.toPlainText(); }
};

}  // namespace

TEST_CASE_METHOD(EditFixture, "a shortcut and a space become the team's text, with the cursor in its first gap")
{
    QSignalSpy expanded{&edit, &NoteTextEdit::expanded};
    type("Came early. ;visit x");
    CHECK(text() == QStringLiteral("Came early. Saw Dani.\nIn her words: x\nAgreed: "));
    CHECK(expanded.size() == 1);
}

TEST_CASE_METHOD(EditFixture, "one step back undoes an expansion, and the next word does not bring it again")
{
    type(";visit ");
    REQUIRE(text().startsWith(QStringLiteral("Saw Dani.")));
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    CHECK(text() == QStringLiteral(";visit "));
    type("ok");
    CHECK(text() == QStringLiteral(";visit ok"));
}

TEST_CASE_METHOD(EditFixture, "what is no shortcut of the team stays as it was typed")
{
    type(";nothing visit 12;30 ;Visit a;b ");
    CHECK(text() == QStringLiteral(";nothing visit 12;30 ;Visit a;b "));
}

TEST_CASE_METHOD(EditFixture, "a text with an empty passage for others puts the cursor into it")
{
    type(";carer she is tired");
    CHECK(text() == QStringLiteral("A carer rang. [[she is tired]]"));
    CHECK(edit.isInThirdParty());
}

TEST_CASE_METHOD(EditFixture, "what is chosen is marked as somebody else's and unmarked again, each in one step")
{
    edit.begin(QStringLiteral("Mum says so."));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(0);
    cursor.setPosition(3, QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
    edit.toggleThirdParty();
    CHECK(text() == QStringLiteral("[[Mum]] says so."));
    CHECK_FALSE(edit.isInThirdParty());
    edit.undo();
    CHECK(text() == QStringLiteral("Mum says so."));
    edit.redo();
    cursor = edit.textCursor();
    cursor.setPosition(4);
    edit.setTextCursor(cursor);
    CHECK(edit.isInThirdParty());
    edit.toggleThirdParty();
    CHECK(text() == QStringLiteral("Mum says so."));
}

TEST_CASE_METHOD(EditFixture, "with nothing chosen what is typed next is somebody else's")
{
    type("He said ");
    edit.toggleThirdParty();
    type("no");
    CHECK(text() == QStringLiteral("He said [[no]]"));
}

TEST_CASE_METHOD(EditFixture, "a beginning cannot be undone, and pasted text comes without its looks")
{
    edit.begin(QStringLiteral("From the store"));
    edit.undo();
    CHECK(text() == QStringLiteral("From the store"));
}
