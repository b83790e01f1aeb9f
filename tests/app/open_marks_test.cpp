#include "app/open_marks.h"

#include "base/platform.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::hours;

namespace {

struct Marked {
    TempFolder folder;
    std::string store = folder.file("team.holdfast");

    std::unique_ptr<app::OpenMark> open(const std::string& sitting, const char* worker, Instant since) const
    {
        auto mark = app::OpenMark::leave(store, sitting, WorkerId{worker}, since);
        REQUIRE(mark);
        return *std::move(mark);
    }
    std::size_t files() const
    {
        const std::filesystem::directory_iterator all{folder.file("")};
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
};

}  // namespace

TEST_CASE_METHOD(Marked, "who has a store open is told, but for oneself, and no longer than it is open")
{
    CHECK(app::othersAt(store).empty());
    auto ines = open("s1", "ines", monday + hours{1});
    const auto rowan = open("s2", "rowan", monday);
    const auto others = app::othersAt(store, "s2");
    REQUIRE(others.size() == 1);
    CHECK(others.front() == app::Opening{WorkerId{"ines"}, platform::hostName(), monday + hours{1}});
    CHECK_FALSE(platform::hostName().empty());
    const auto all = app::othersAt(store);
    REQUIRE(all.size() == 2);
    CHECK(all.front().worker == WorkerId{"rowan"});  // the first of them first
    CHECK(platform::isPrivate(store + ".open-s1"));
    ines.reset();
    CHECK(app::othersAt(store, "s2").empty());
    CHECK(files() == 1);
    CHECK(app::othersAt(folder.file("team")).empty());  // another store, whose name is the beginning of this one's
}

TEST_CASE_METHOD(Marked, "the mark of a program that was cut off says nothing and is taken away")
{
    std::ofstream{store + ".open-gone"} << "ines\ndesk-4\n2026-11-23T09:12:00Z\n";
    CHECK(app::othersAt(store).empty());
    CHECK(files() == 0);
}

TEST_CASE_METHOD(Marked, "a mark that somebody else wrote cannot say anything but who, where and since when")
{
    const auto held = open("s1", "ines", monday);
    const auto rewrite = [&](const std::string& text) {
        std::ofstream{store + ".open-s1", std::ios::trunc} << text;
        return app::othersAt(store);
    };
    CHECK(rewrite("").empty());
    CHECK(rewrite("ines\ndesk-4\nyesterday\n").empty());
    CHECK(rewrite(std::string(100'000, 'x')).empty());
    const auto odd = rewrite("in\x1b[31mes\n" + std::string(500, 'h') + "\n2026-11-23T09:12:00Z\n");
    REQUIRE(odd.size() == 1);
    CHECK(odd.front().worker.empty());
    CHECK(odd.front().host.size() <= 100);
}
