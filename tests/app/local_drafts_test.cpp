#include "app/local_drafts.h"

#include "db/sealed.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>

using namespace holdfast;
using namespace holdfast::test;
using app::LocalDrafts;

namespace {

const PersonId ada{"ada-fenwick"};
const WorkerId priya{"priya"};

struct Fixture {
    TempFolder folder;
    std::string keyBytes = std::string(db::sealingKeyBytes, 'k');

    std::unique_ptr<LocalDrafts> sitting(const std::string& id) const
    {
        return std::make_unique<LocalDrafts>(folder.path().string(), "store1", id, db::Secret::copyOf(keyBytes));
    }
    std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
            names.push_back(entry.path().filename().string());
        return names;
    }
    std::string everything() const
    {
        std::string bytes;
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
            std::ifstream in{entry.path(), std::ios::binary};
            bytes += entry.path().filename().string();
            bytes.append(std::istreambuf_iterator<char>{in}, {});
        }
        return bytes;
    }
};

app::DraftText saying(const std::string& words, const std::string& kind = "assessment")
{
    return {kind, ada, "{\"what_matters\":\"" + words + "\"}", 3};
}

}  // namespace

TEST_CASE_METHOD(Fixture, "what a sitting kept is found by the next one, the newest text of each draft")
{
    {
        const auto before = sitting("s1");
        REQUIRE(before->keep(saying("I want"), priya, monday));
        REQUIRE(before->keep(saying("I want to sleep"), priya, monday + std::chrono::seconds{1}));
        REQUIRE(before->keep(saying("Dear", "letter:1"), priya, monday));
    }
    const auto after = sitting("s2");
    const auto left = after->leftBehind();
    REQUIRE(left.size() == 2);
    CHECK(left[0].text == saying("I want to sleep"));
    CHECK(left[0].savedAt == monday + std::chrono::seconds{1});
    CHECK(left[0].worker == priya);
    CHECK(left[0].sitting == "s1");

    REQUIRE(after->broughtHome(left[0]));
    CHECK(after->leftBehind().size() == 1);
    REQUIRE(after->broughtHome(left[1]));
    CHECK(after->leftBehind().empty());
    CHECK(files().empty());
}

TEST_CASE_METHOD(Fixture, "what is open in another program is left to it")
{
    const auto open = sitting("s1");
    REQUIRE(open->keep(saying("words"), priya, monday));
    CHECK(sitting("s2")->leftBehind().empty());
}

TEST_CASE_METHOD(Fixture, "what the store has taken is forgotten, and the file with it")
{
    const auto here = sitting("s1");
    REQUIRE(here->keep(saying("words"), priya, monday));
    REQUIRE(here->forget("assessment", ada));
    CHECK(files().empty());
    CHECK(here->forget("assessment", ada));
    REQUIRE(here->keep(saying("more"), priya, monday));
    CHECK_FALSE(files().empty());
}

TEST_CASE_METHOD(Fixture, "neither a name nor a byte of the files says who or what it is about")
{
    const auto here = sitting("s1");
    REQUIRE(here->keep(saying("a very private sentence"), priya, monday));
    const std::string bytes = everything();
    for (const char* told : {"private", "fenwick", "ada", "priya", "assessment", "what_matters"})
        CHECK(bytes.find(told) == std::string::npos);
}

TEST_CASE_METHOD(Fixture, "with another store's key, or damaged, nothing is read and nothing is thrown away")
{
    REQUIRE(sitting("s1")->keep(saying("words"), priya, monday));
    Fixture other;
    other.keyBytes[0] = 'x';
    const LocalDrafts stranger{folder.path().string(), "store1", "s2", db::Secret::copyOf(other.keyBytes)};
    CHECK(stranger.leftBehind().empty());
    const LocalDrafts elsewhere{folder.path().string(), "store2", "s2", db::Secret::copyOf(keyBytes)};
    CHECK(elsewhere.leftBehind().empty());
    CHECK(sitting("s3")->leftBehind().size() == 1);
}

TEST_CASE_METHOD(Fixture, "a folder that cannot be written says so")
{
    LocalDrafts nowhere{folder.file("missing"), "store1", "s1", db::Secret::copyOf(keyBytes)};
    CHECK_FALSE(nowhere.keep(saying("words"), priya, monday));
    CHECK(nowhere.leftBehind().empty());
}
