#include "domain/name_likeness.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using enum NameLikeness;

TEST_CASE("names that are spelled otherwise and said alike have one sound")
{
    for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"okafor", "okaphor"},
                                                                               {"catherine", "kathryn"},
                                                                               {"stephen", "steven"},
                                                                               {"mohammed", "muhamad"},
                                                                               {"reid", "reed"},
                                                                               {"thompson", "tomson"},
                                                                               {"smith", "smyth"},
                                                                               {"knowles", "nowles"},
                                                                               {"john", "jon"},
                                                                               {"clare", "claire"},
                                                                               {"phillips", "filips"}}) {
        INFO(a << " and " << b);
        CHECK(soundOf(a) == soundOf(b));
        CHECK(likenessOf(a, b));
    }
    CHECK(soundOf("okafor") != soundOf("okonkwo"));
    CHECK(soundOf("reed") != soundOf("reeves"));
    CHECK(soundOf("\u4e2d\u6587").empty());
    CHECK(soundOf("9995260182").empty());
    CHECK(soundOf("al").empty());
}

TEST_CASE("one letter more, less, other or in another place is one letter different")
{
    CHECK(differsByOneLetter("okafor", "okafr"));
    CHECK(differsByOneLetter("okafor", "okaforr"));
    CHECK(differsByOneLetter("okafor", "okador"));
    CHECK(differsByOneLetter("okafor", "oakfor"));
    CHECK(differsByOneLetter("a", ""));
    CHECK_FALSE(differsByOneLetter("okafor", "okafor"));
    CHECK_FALSE(differsByOneLetter("okafor", "okfa"));
    CHECK_FALSE(differsByOneLetter("abcd", "badc"));
    CHECK(likenessOf("okafor", "oakfor") == oneLetter);
    CHECK(likenessOf("okafor", "okaphor") == sounds);
    CHECK(likenessOf("li", "li") == same);
    CHECK_FALSE(likenessOf("li", "lo"));
    CHECK_FALSE(likenessOf("okafor", "mercer"));
}

TEST_CASE("names that are alike share a spelling to look for")
{
    const std::vector<std::string> names{"okafor", "okaphor", "okafr", "oakfor", "okaforr", "mercer",
                                         "merser", "reed",    "reid",  "reeds",  "ana",     "anna"};
    for (const std::string& a : names)
        for (const std::string& b : names) {
            if (!likenessOf(a, b))
                continue;
            const auto of = spellingsOf(a);
            const auto other = spellingsOf(b);
            INFO(a << " and " << b);
            CHECK(std::ranges::any_of(of,
                                      [&](const auto& each) { return std::ranges::find(other, each) != other.end(); }));
        }
    CHECK(spellingsOf("al").empty());
    CHECK(spellingsOf("1991-05-03").empty());
}
