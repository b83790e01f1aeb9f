#include "kindwords/kind_words.h"

#include "kindwords/guidance_sheet.h"
#include "kindwords/kind_word_card.h"
#include "kindwords/kind_words_watch.h"
#include "kindwords/line_words.h"
#include "kindwords/own_words.h"
#include "notes/note_text_edit.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>
#include <QSyntaxHighlighter>
#include <QTest>
#include <QTextBlock>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

Matcher someWords()
{
    return std::make_shared<const KindWordMatcher>(std::vector<KindWord>{
        {KindWordId{"blot"}, "blot, ink blot = mark / stain", "It is kinder."},
        {KindWordId{"grim"}, "grim case = hard day", "Say what it was."},
    });
}

struct Editor {
    Theme theme;
    QWidget window;
    NoteTextEdit edit{theme, &window};
    KindWords words{theme, edit};

    Editor()
    {
        window.resize(800, 600);
        edit.setGeometry(0, 0, 700, 300);
        window.show();
        edit.setFocus();
        words.setMatcher(someWords());
    }
    void type(const char* text) { edit.insertPlainText(QString::fromUtf8(text)); }
    bool shows(int count)
    {
        return eventually([&] { return words.count() == count; });
    }
};

}  // namespace

TEST_CASE_METHOD(Editor, "words that hurt are underlined while they are typed, and quotations are left alone")
{
    type("A blot, ");
    REQUIRE(shows(1));
    CHECK(words.underlined() == QStringList{QStringLiteral("blot")});
    type("she says \"a blot\" 🙂 and a grim case.");
    REQUIRE(shows(2));
    CHECK(words.underlined().last() == QStringLiteral("grim case"));
    const auto selections = edit.extraSelections();
    REQUIRE(selections.size() == 2);
    CHECK(selections.last().cursor.selectedText() == QStringLiteral("grim case"));
    CHECK(selections.last().format.underlineStyle() == QTextCharFormat::WaveUnderline);
    CHECK(edit.accessibleDescription().contains(QStringLiteral("Underlined words: 2")));
    words.setMatcher({});
    CHECK(words.count() == 0);
    CHECK(edit.extraSelections().isEmpty());
    CHECK_FALSE(edit.accessibleDescription().contains(QStringLiteral("Underlined")));
}

TEST_CASE_METHOD(Editor, "the marks of a note keep their shade beside the underlines")
{
    type("Ann [[a blot]] here");
    REQUIRE(shows(1));
    const auto formats = edit.document()->firstBlock().layout()->formats();
    CHECK(std::ranges::any_of(
        formats, [&](const auto& range) { return range.format.background().color() == theme.color(Color::waitTint); }));
    CHECK(edit.toPlainText() == QStringLiteral("Ann [[a blot]] here"));
}

TEST_CASE_METHOD(Editor, "F7 goes to the next word, Enter writes the suggestion, and one step back takes it back")
{
    type("An ink blot and a grim case");
    REQUIRE(shows(2));
    edit.moveCursor(QTextCursor::Start);
    QTest::keyClick(&edit, Qt::Key_F7);
    REQUIRE(words.card() != nullptr);
    CHECK(edit.textCursor().selectedText() == QStringLiteral("ink blot"));
    CHECK(words.card()->choices().size() == 2);
    CHECK(words.card()->choices().first()->accessibleName() == QStringLiteral("Write “mark” instead of “ink blot”"));
    QTest::keyClick(words.card()->choices().first(), Qt::Key_Return);
    CHECK(edit.toPlainText() == QStringLiteral("A mark and a grim case"));
    CHECK(words.card() == nullptr);
    CHECK(words.count() == 1);
    edit.undo();
    CHECK(edit.toPlainText() == QStringLiteral("An ink blot and a grim case"));

    QTest::keyClick(&edit, Qt::Key_F7);
    REQUIRE(words.card() != nullptr);
    QTest::keyClick(words.card()->choices().first(), Qt::Key_F7);
    REQUIRE(words.card() != nullptr);
    const QString first = edit.textCursor().selectedText();
    QTest::keyClick(words.card()->choices().first(), Qt::Key_F7);
    CHECK(edit.textCursor().selectedText() != first);
    QTest::keyClick(words.card()->choices().first(), Qt::Key_Escape);
    CHECK(words.card() == nullptr);
    CHECK(edit.toPlainText() == QStringLiteral("An ink blot and a grim case"));
}

TEST_CASE_METHOD(Editor, "a field for somebody's own words is left alone")
{
    holdsOwnWords(edit);
    type("A blot.");
    words.setMatcher(someWords());
    CHECK(words.count() == 0);
}

TEST_CASE("every editor that is come to gets advice from the team's list, unless it is switched off or own words")
{
    OpenDesk open;
    MemorySettings settings;
    QWidget window;
    window.resize(900, 700);
    GrowingText notes{open.theme, QStringLiteral("Notes"), 2, 5, &window};
    GrowingText own{open.theme, QStringLiteral("Own words"), 2, 5, &window};
    own.move(0, 300);
    holdsOwnWords(own);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QApplication::setActiveWindow(&window);
    KindWordsWatch watch{open.theme, *open.desk, settings, window};
    notes.setFocus();
    notes.setPlainText(QStringLiteral("Known heroin addict who failed to engage."));
    REQUIRE(
        eventually([&] { return KindWordsWatch::of(notes) != nullptr && KindWordsWatch::of(notes)->count() == 2; }));
    own.setFocus();
    CHECK(KindWordsWatch::of(own) == nullptr);
    settings.setValue(kindWordsSetting, false);
    watch.reload();
    REQUIRE(eventually([&] { return KindWordsWatch::of(notes)->count() == 0; }));
}

TEST_CASE("guidance cards show their source and how sure they are, those that help here first")
{
    Theme theme;
    QWidget window;
    window.resize(1100, 800);
    window.show();
    openGuidance(theme, GuidancePlace::missedVisit, NeedScope::both, window);
    auto* sheet = window.findChild<GuidanceSheet*>();
    REQUIRE(sheet != nullptr);
    auto* list = sheet->findChild<QListWidget*>(QStringLiteral("guidanceList"));
    REQUIRE(list->count() > 10);
    CHECK(list->item(0)->text().contains(QStringLiteral("intoxicated"), Qt::CaseInsensitive) !=
          list->item(0)->text().contains(QStringLiteral("missed visit"), Qt::CaseInsensitive));
    auto* card = sheet->findChild<QWidget*>(QStringLiteral("guidanceCard"));
    REQUIRE(card != nullptr);
    const auto labels = card->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().startsWith(QStringLiteral("Source: ")); }));
    CHECK(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().startsWith(QStringLiteral("How sure: ")); }));
    for (const QLabel* label : labels)
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("a field of one line gets the same advice, and one for searching none")
{
    OpenDesk open;
    MemorySettings settings;
    QWidget window;
    window.resize(900, 700);
    QLineEdit line{&window};
    line.setGeometry(10, 10, 300, 36);
    QLineEdit search{&window};
    search.setProperty("look", QStringLiteral("search"));
    search.move(10, 100);
    window.show();
    window.activateWindow();
    QApplication::setActiveWindow(&window);
    KindWordsWatch watch{open.theme, *open.desk, settings, window};
    search.setFocus();
    CHECK(LineWords::of(search) == nullptr);
    line.setFocus();
    line.setText(QStringLiteral("Known heroin addict who failed to engage."));
    REQUIRE(eventually([&] { return LineWords::of(line) != nullptr && LineWords::of(line)->count() == 2; }));
    LineWords& words = *LineWords::of(line);
    CHECK(words.underlined().contains(QStringLiteral("heroin addict")));
    line.setCursorPosition(0);
    QTest::keyClick(&line, Qt::Key_F7);
    REQUIRE(words.card() != nullptr);
    QTest::keyClick(words.card()->choices().first(), Qt::Key_Return);
    CHECK(words.count() == 1);
    CHECK(line.text().startsWith(QStringLiteral("Known person who")));
    QTest::keyClick(&line, Qt::Key_Z, Qt::ControlModifier);
    CHECK(line.text() == QStringLiteral("Known heroin addict who failed to engage."));
    holdsOwnWords(line);
    line.setText(QStringLiteral("An addict, he says."));
    CHECK_FALSE(words.goToNext());
    CHECK(words.count() == 0);
}
