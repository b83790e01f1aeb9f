#include "db/anchor.h"

#include "base/platform.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;

namespace {

struct Beside {
    test::TempFolder folder;
    std::string store = folder.file("store");
    std::unique_ptr<Anchor> anchor = anchorBeside(store, Secret::copyOf(std::string(32, 'k')));

    void flip(std::size_t at) const
    {
        std::fstream file{anchorPath(store), std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(static_cast<std::streamoff>(at));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 4));
    }
};

constexpr std::size_t intentRecord = 0;
constexpr std::size_t doneRecord = 4096;

}  // namespace

TEST_CASE("what is intended and done is read back")
{
    const Beside beside;
    CHECK(beside.anchor->read().error().code == ErrorCode::notFound);
    REQUIRE(beside.anchor->reset(41));
    REQUIRE(beside.anchor->intend(42));
    CHECK(beside.anchor->read()->done == 41);
    CHECK(beside.anchor->read()->intent == 42);
    REQUIRE(beside.anchor->complete(42));
    CHECK(beside.anchor->read()->done == 42);
    CHECK(platform::isPrivate(anchorPath(beside.store)));
}

TEST_CASE("a late word of an earlier save does not hide a later one")
{
    const Beside beside;
    REQUIRE(beside.anchor->reset(0));
    REQUIRE(beside.anchor->complete(7));
    REQUIRE(beside.anchor->complete(6));
    CHECK(beside.anchor->read()->done == 7);
}

TEST_CASE("one torn record is worked out from the other; two are damage; a wrong seal is damage")
{
    const Beside beside;
    REQUIRE(beside.anchor->reset(9));
    SECTION("intent torn")
    {
        beside.flip(intentRecord + 20);
        CHECK(beside.anchor->read()->done == 9);
        CHECK(beside.anchor->read()->intent == 10);
    }
    SECTION("done torn")
    {
        beside.flip(doneRecord + 40);
        CHECK(beside.anchor->read()->done == 8);
        CHECK(beside.anchor->read()->intent == 9);
    }
    SECTION("both torn")
    {
        beside.flip(intentRecord + 20);
        beside.flip(doneRecord + 20);
        CHECK(beside.anchor->read().error().code == ErrorCode::damaged);
    }
    SECTION("sealed with another key")
    {
        const auto forged = anchorBeside(beside.store, Secret::copyOf(std::string(32, 'x')));
        CHECK(forged->read().error().code == ErrorCode::damaged);
    }
    SECTION("the records swapped")
    {
        std::string bytes = platform::readFile(anchorPath(beside.store), 8192).value();
        bytes.resize(8192);
        std::swap_ranges(bytes.begin(), bytes.begin() + 64, bytes.begin() + 4096);
        std::ofstream{anchorPath(beside.store), std::ios::binary} << bytes;
        CHECK(beside.anchor->read().error().code == ErrorCode::damaged);
    }
}

TEST_CASE("a gap is named in numbers")
{
    CHECK(gapBetween({5, 5}, 5).empty());
    CHECK(gapBetween({5, 6}, 5).empty());
    CHECK(gapBetween({5, 6}, 6).empty());
    CHECK(gapBetween({5, 6}, 4) == "1 saved change(s) are missing: 5 were recorded, 4 are there");
    CHECK(gapBetween({5, 6}, 7).find("holds 7 saves but only 6 were recorded") != std::string::npos);
}
