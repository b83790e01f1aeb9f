#include "app/report_writing.h"

#include "base/platform.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;

namespace {

constexpr std::size_t most = 100;

std::size_t filesIn(const test::TempFolder& folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator{folder.path()})
        ++count;
    return count;
}

}  // namespace

TEST_CASE("files that belong together are all put in their places")
{
    const test::TempFolder folder;
    REQUIRE(app::writeTogether({{folder.file("a.csv"), "one"}, {folder.file("a.json"), "two"}}));
    CHECK(platform::readFile(folder.file("a.csv"), most).value() == "one");
    CHECK(platform::readFile(folder.file("a.json"), most).value() == "two");
    CHECK(filesIn(folder) == 2);
}

TEST_CASE("when one of several files cannot be written, what was there before stays, and nothing new")
{
    const test::TempFolder folder;
    REQUIRE(platform::writeFileAtomically(folder.file("a.csv"), "old"));
    const std::vector<app::ReportFile> files{
        {folder.file("a.csv"), "one"}, {folder.file("b.csv"), "two"}, {folder.file("missing/c.csv"), "three"}};
    CHECK_FALSE(app::writeTogether(files));
    CHECK(platform::readFile(folder.file("a.csv"), most).value() == "old");
    CHECK(filesIn(folder) == 1);
}

TEST_CASE("files that are stopped before the first is in its place leave what was there")
{
    const test::TempFolder folder;
    REQUIRE(platform::writeFileAtomically(folder.file("a.csv"), "old"));
    int asked = 0;
    const auto done = app::writeTogether({{folder.file("a.csv"), "one"}, {folder.file("b.csv"), "two"}},
                                         [&asked] { return ++asked == 2; });
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::cancelled);
    CHECK(platform::readFile(folder.file("a.csv"), most).value() == "old");
    CHECK(filesIn(folder) == 1);
}
