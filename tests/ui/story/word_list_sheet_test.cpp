#include "kindwords/word_list_sheet.h"

#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct SheetFixture : OpenDesk {
    QWidget window;

    SheetFixture()
    {
        window.resize(1200, 800);
        window.show();
    }
    app::KindWordList list()
    {
        return must(now([](auto& use, const auto& session) { return use.kindWords.list(session); }));
    }
    template <class Widget>
    static Widget* in(WordListSheet& sheet, const char* name)
    {
        return sheet.findChild<Widget*>(QString::fromLatin1(name));
    }
};

}  // namespace

TEST_CASE_METHOD(SheetFixture,
                 "a coordinator finds a word, switches it off and puts it back, and adds one of the team's")
{
    priya.role = holdfast::Role::coordinator;
    must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
        return store::WorkerRepository{workspace->connection()}.save(priya);
    }));
    desk->setSession(asPriya());
    WordListSheet sheet{theme, *desk, list(), window};
    sheet.open();
    QSignalSpy changed{&sheet, &WordListSheet::changed};
    auto* rows = in<QListWidget>(sheet, "wordList");
    const int all = rows->count();
    in<QLineEdit>(sheet, "wordFind")->setText(QStringLiteral("frequent flyer"));
    REQUIRE(rows->count() == 1);
    rows->setCurrentRow(0);
    CHECK(in<GrowingText>(sheet, "wordLines")->toPlainText().startsWith(QStringLiteral("frequent flyer")));
    auto* toggle = in<Button>(sheet, "wordToggle");
    CHECK(toggle->text() == QStringLiteral("Switch off"));
    toggle->click();
    REQUIRE(eventually([&] { return changed.size() == 1 && toggle->text() == QStringLiteral("Put back"); }));
    toggle->click();
    REQUIRE(eventually([&] { return changed.size() == 2 && toggle->text() == QStringLiteral("Switch off"); }));

    in<QLineEdit>(sheet, "wordFind")->clear();
    in<Button>(sheet, "wordNew")->click();
    in<GrowingText>(sheet, "wordLines")->setPlainText(QStringLiteral("no equals"));
    in<GrowingText>(sheet, "wordWhy")->setPlainText(QStringLiteral("Say what it was."));
    auto* save = in<Button>(sheet, "wordSave");
    save->click();
    QTest::qWait(50);
    CHECK(changed.size() == 2);
    in<GrowingText>(sheet, "wordLines")->setPlainText(QStringLiteral("grim case = hard day"));
    save->click();
    REQUIRE(eventually([&] { return changed.size() == 3 && rows->count() == all + 1; }));
    CHECK(list().words.back().own);
}

TEST_CASE_METHOD(SheetFixture, "a keyworker reads the list and is offered nothing to change it")
{
    WordListSheet sheet{theme, *desk, list(), window};
    sheet.open();
    CHECK(in<Button>(sheet, "wordSave") == nullptr);
    CHECK_FALSE(in<Button>(sheet, "wordToggle")->isVisible());
    CHECK_FALSE(in<Button>(sheet, "wordNew")->isVisible());
    CHECK(in<GrowingText>(sheet, "wordLines")->isReadOnly());
}
