#include "notes/template_sheet.h"

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
    std::vector<NoteTemplate> texts()
    {
        return must(now([](auto& use, const auto& session) { return use.noteTemplates.list(session); }));
    }
    template <class Widget>
    static Widget* in(TemplateSheet& sheet, const char* name)
    {
        return sheet.findChild<Widget*>(QString::fromLatin1(name));
    }
};

}  // namespace

TEST_CASE_METHOD(SheetFixture, "a coordinator adds, changes and removes a text of the team")
{
    priya.role = holdfast::Role::coordinator;
    must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
        return store::WorkerRepository{workspace->connection()}.save(priya);
    }));
    desk->setSession(asPriya());
    TemplateSheet sheet{theme, *desk, {}, window};
    sheet.open();
    QSignalSpy changed{&sheet, &TemplateSheet::changed};
    in<QLineEdit>(sheet, "templateShortcut")->setText(QStringLiteral("Visit!"));
    in<QLineEdit>(sheet, "templateTitle")->setText(QStringLiteral("Home visit"));
    in<GrowingText>(sheet, "templateText")->setPlainText(QStringLiteral("Saw {name}."));
    auto* save = in<Button>(sheet, "templateSave");
    save->click();
    CHECK(changed.isEmpty());
    in<QLineEdit>(sheet, "templateShortcut")->setText(QStringLiteral("visit"));
    save->click();
    REQUIRE(eventually([&] { return changed.size() == 1; }));
    REQUIRE(sheet.list().count() == 1);
    CHECK(texts().at(0).title == "Home visit");
    in<GrowingText>(sheet, "templateText")->setPlainText(QStringLiteral("Saw {name} at home."));
    save->click();
    REQUIRE(eventually([&] { return changed.size() == 2; }));
    CHECK(texts().at(0).text == "Saw {name} at home.");
    CHECK(texts().at(0).version == 2);
    in<Button>(sheet, "templateRemove")->click();
    REQUIRE(eventually([&] { return changed.size() == 3; }));
    CHECK(texts().empty());
}

TEST_CASE_METHOD(SheetFixture, "a keyworker sees the texts and is offered nothing to change them")
{
    TemplateSheet sheet{theme, *desk, {{NoteTemplateId{"t"}, lantern, "visit", "Visit", {}, "Saw.", 1}}, window};
    sheet.open();
    CHECK(in<Button>(sheet, "templateSave") == nullptr);
    CHECK_FALSE(in<Button>(sheet, "templateRemove")->isVisible());
    CHECK_FALSE(in<Button>(sheet, "templateNew")->isVisible());
    CHECK(in<QLineEdit>(sheet, "templateTitle")->isReadOnly());
    CHECK(in<QLineEdit>(sheet, "templateTitle")->text() == QStringLiteral("Visit"));
}
