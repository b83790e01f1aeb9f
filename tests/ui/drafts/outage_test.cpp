// The store goes away while somebody types, and comes back.
#include "assessment/assessment_page.h"
#include "assessment/assessment_view.h"
#include "drafts/drafts_world.h"
#include "drafts/kept_line.h"
#include "widgets/entries.h"

#include <QTest>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : DraftsWorld {
    AssessmentPage page{*desk, theme};
    std::string here = folder.file("here");

    Fixture()
    {
        std::filesystem::create_directory(here);
        desk->setLocalDrafts(
            must(now([&](auto& use, const auto& session) { return use.drafts.openLocal(session, here); })));
        page.resize(1300, 900);
        page.show();
        page.open(person);
        REQUIRE(eventually([&] { return page.isReady(); }));
    }
    void type(const char* words)
    {
        for (auto* each : page.findChildren<GrowingText*>())
            if (each->accessibleName() == QStringLiteral("What matters to me"))
                QTest::keyClicks(each, QString::fromUtf8(words));
    }
    QString line() { return page.view().kept().text(); }
    void moveStore(const char* from, const char* to) { std::filesystem::rename(folder.file(from), folder.file(to)); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "the line beside the assessment says where the text is, with seconds")
{
    CHECK(line().isEmpty());
    type("I want to sleep.");
    CHECK(line() == QStringLiteral("Saving…"));
    REQUIRE(eventually([&] { return line() == QStringLiteral("Saved 10:00:00"); }));
}

TEST_CASE_METHOD(Fixture, "while the store's file is gone the text is kept on this computer, and saved when it is back")
{
    moveStore("practice.holdfast", "elsewhere.holdfast");
    type("I want to sleep.");
    REQUIRE(eventually([&] { return line().startsWith(QStringLiteral("Kept on this computer")); }));
    CHECK_FALSE(std::filesystem::is_empty(here));

    moveStore("elsewhere.holdfast", "practice.holdfast");
    REQUIRE(eventually([&] { return line().startsWith(QStringLiteral("Saved ")); }));
    CHECK(draft().form.whatMatters == "I want to sleep.");
    REQUIRE(eventually([&] { return std::filesystem::is_empty(here); }));
}

TEST_CASE_METHOD(Fixture, "where it can be kept nowhere the line says so and what to do")
{
    moveStore("practice.holdfast", "elsewhere.holdfast");
    std::filesystem::remove(here);
    type("I want to sleep.");
    REQUIRE(eventually([&] { return line().startsWith(QStringLiteral("Not saved: the store cannot be reached")); }));
    moveStore("elsewhere.holdfast", "practice.holdfast");
    REQUIRE(eventually([&] { return line().startsWith(QStringLiteral("Saved ")); }));
}

TEST_CASE_METHOD(Fixture, "what is typed last is in the store although the program ends at once")
{
    type("The last words");
    page.mayLeave();
    desk.reset();
    const auto kept = app::inTransaction(workspace->connection(), db::Access::read, [&]() -> Result<std::string> {
        return store::DraftRepository{workspace->connection()}.find("assessment", person)->body;
    });
    CHECK(must(kept).find("The last words") != std::string::npos);
}
