#include "drafts/versions_sheet.h"

#include "drafts/difference_view.h"
#include "drafts/drafts_world.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : DraftsWorld {
    QWidget window;
    VersionsSheet* sheet = nullptr;

    Fixture()
    {
        window.resize(1200, 800);
        window.show();
        cutOff("assessment", R"({"what_matters":"I want to sleep."})", "one");
        clock.advance(std::chrono::minutes{1});
        cutOff("assessment", R"({"what_matters":"I want to work."})", "two");
        sheet = new VersionsSheet{theme, *desk, person, "assessment", window};
        sheet->open();
        REQUIRE(eventually([&] { return sheet->list().count() == 2; }));
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "earlier versions say when, by whom, and what has changed since")
{
    CHECK(sheet->list().item(0)->text() == QStringLiteral("Today 10:01:00\nPriya Raman, as it is now"));
    CHECK(sheet->list().item(1)->text() == QStringLiteral("Today 10:00:00\nPriya Raman"));
    CHECK(sheet->list().currentRow() == 1);
    const auto* view = sheet->findChild<DifferenceView*>();
    CHECK(view->accessibleDescription() == QStringLiteral("What matters: taken out: sleep; put in: work"));
    sheet->list().setCurrentRow(0);
    CHECK_FALSE(button(*sheet, "Put this back")->isEnabled());
}

TEST_CASE_METHOD(Fixture, "a version is put back, and undone by the version it took the place of")
{
    QSignalSpy back{sheet, &VersionsSheet::putBack};
    button(*sheet, "Put this back")->click();
    REQUIRE(eventually([&] { return back.size() == 1; }));
    CHECK(draft().form.whatMatters == "I want to sleep.");
    bool undone = false;
    undoPutBack(*desk, &window, person, "assessment", back.first().first().toLongLong(), [&] { undone = true; });
    REQUIRE(eventually([&] { return undone; }));
    CHECK(draft().form.whatMatters == "I want to work.");
    CHECK(versions("assessment").size() >= 3);
}
