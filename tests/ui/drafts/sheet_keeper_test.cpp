#include "drafts/sheet_keeper.h"

#include "drafts/difference_sheet.h"
#include "drafts/drafts_world.h"
#include "drafts/kept_line.h"
#include "person/case_actions.h"
#include "person/record_sheet.h"
#include "widgets/entries.h"
#include "widgets/messages.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : DraftsWorld {
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    std::unique_ptr<ToastArea> toasts = std::make_unique<ToastArea>(theme, *window);
    std::unique_ptr<CaseActions> actions = std::make_unique<CaseActions>(theme, *desk, *toasts, *window);
    RecordSheet* sheet = nullptr;

    Fixture()
    {
        referTogether();
        window->resize(1300, 1000);
        window->show();
    }
    void open()
    {
        sheet = nullptr;
        actions->record(person, RecordKind::contact, std::nullopt);
        REQUIRE(eventually([&] {
            for (auto* each : window->findChildren<RecordSheet*>())
                if (each->isVisible())
                    sheet = each;
            return sheet != nullptr;
        }));
        now([](auto&, const auto&) { return 0; });
    }
    GrowingText& words() const
    {
        for (auto* each : sheet->findChildren<GrowingText*>())
            if (each->accessibleName() == QStringLiteral("What was said"))
                return *each;
        throw std::runtime_error{"no field for what was said"};
    }
    QString line() const { return sheet->findChild<KeptLine*>()->text(); }
    std::optional<app::SheetDraft> kept()
    {
        return must(now([&](auto& use, const auto& session) {
            return use.drafts.sheet(session, person, "record/" + std::to_string(static_cast<int>(RecordKind::contact)));
        }));
    }
    void type(const char* text)
    {
        QTest::keyClicks(&words(), QString::fromUtf8(text));
        REQUIRE(eventually([&] { return line().startsWith(QStringLiteral("Saved ")); }));
    }
    /// The window goes with the sheet open, as when the program is closed.
    void closeWindow()
    {
        actions.reset();
        toasts.reset();
        window.reset();
        window = std::make_unique<QWidget>();
        window->resize(1300, 1000);
        window->show();
        toasts = std::make_unique<ToastArea>(theme, *window);
        actions = std::make_unique<CaseActions>(theme, *desk, *toasts, *window);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a sheet is kept while it is filled in, and its line says since when")
{
    open();
    CHECK_FALSE(kept());
    type("She rang. ");
    CHECK(line() == QStringLiteral("Saved 10:00:00"));
    REQUIRE(kept());
    CHECK(kept()->answers.at("What was said") == "She rang. ");
}

TEST_CASE_METHOD(Fixture, "a sheet that went with its window is offered the next time, down to the last key")
{
    open();
    type("She rang");
    QTest::keyClicks(&words(), QStringLiteral(" again"));
    closeWindow();
    REQUIRE(kept());
    CHECK(kept()->answers.at("What was said") == "She rang again");

    open();
    REQUIRE(eventually([&] { return button(*sheet, "Put it back") != nullptr; }));
    CHECK(words().toPlainText().isEmpty());
    button(*sheet, "See what differs")->click();
    REQUIRE(window->findChild<DifferenceSheet*>());
    button(*window->findChild<DifferenceSheet*>(), "Put it back")->click();
    CHECK(words().toPlainText() == QStringLiteral("She rang again"));
    CHECK(sheet->isUnsaved());
}

TEST_CASE_METHOD(Fixture, "what was offered can be discarded, and stays among the earlier versions")
{
    open();
    type("She rang");
    closeWindow();
    open();
    REQUIRE(eventually([&] { return button(*sheet, "Discard it") != nullptr; }));
    button(*sheet, "Discard it")->click();
    REQUIRE(eventually([&] { return !kept(); }));
    const std::string kind =
        app::Drafts::kindOfSheet(asPriya(), "record/" + std::to_string(static_cast<int>(RecordKind::contact)));
    CHECK(versions(kind).size() == 1);
}

TEST_CASE_METHOD(Fixture, "what was recorded, or thrown away by choice, is not offered again")
{
    open();
    type("She rang");
    SECTION("thrown away")
    {
        sheet->reject();
        button(*sheet, "Throw it away")->click();
    }
    SECTION("recorded")
    {
        for (auto* choice : sheet->findChildren<Choice*>()) {
            if (choice->accessibleName() == QStringLiteral("Who got in touch"))
                choice->setCurrentIndex(choice->findData(QStringLiteral("out")));
            if (choice->accessibleName() == QStringLiteral("What came of it"))
                choice->setCurrentIndex(choice->findData(QStringLiteral("spoke")));
        }
        auto* primary = button(*sheet, recordPrimary(RecordKind::contact).toUtf8().constData());
        REQUIRE(primary);
        primary->click();
    }
    REQUIRE(eventually([&] { return !kept(); }));
    CHECK(left().empty());
}
