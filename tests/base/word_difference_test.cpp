#include "base/word_difference.h"

#include "base/random.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using Kind = WordPiece::Kind;

namespace {

std::string randomText(Random& random, int most)
{
    static const std::vector<std::string> words{"sleep",  "work", "café", "—",     "\n", "  ",      ".",  ",", "a",
                                                "better", "he's", "Łódź", "again", "\t", "sleep\n", "12", "-", "'"};
    std::string text;
    for (auto left = random.below(static_cast<std::uint64_t>(most)); left > 0; --left) {
        text += words[random.below(words.size())];
        if (random.below(3) > 0)
            text += ' ';
    }
    return text;
}

/// Some words of it changed, as somebody does who goes on writing.
std::string edited(Random& random, std::string text)
{
    for (auto edits = random.below(6); edits > 0; --edits) {
        const std::size_t at = text.empty() ? 0 : random.below(text.size() + 1);
        if (random.below(2) == 0)
            text.insert(at, randomText(random, 4));
        else
            text.erase(at, random.below(12));
    }
    return text;
}

}  // namespace

TEST_CASE("a word that was replaced is taken out and put in, and the rest stays")
{
    const auto pieces = wordDifference("I want to sleep, and to work.", "I want to rest, and to work.");
    CHECK(pieces == std::vector<WordPiece>{{Kind::same, "I want to "},
                                           {Kind::removed, "sleep"},
                                           {Kind::added, "rest"},
                                           {Kind::same, ", and to work."}});
}

TEST_CASE("words replaced one after the other are shown together")
{
    const auto pieces = wordDifference("He came by bus.", "She went by bus.");
    CHECK(pieces ==
          std::vector<WordPiece>{{Kind::removed, "He came"}, {Kind::added, "She went"}, {Kind::same, " by bus."}});
}

TEST_CASE("equal texts have one piece, empty texts none")
{
    CHECK(wordDifference("the same", "the same") == std::vector<WordPiece>{{Kind::same, "the same"}});
    CHECK(wordDifference("", "").empty());
    CHECK(wordDifference("", "all new") == std::vector<WordPiece>{{Kind::added, "all new"}});
    CHECK(wordDifference("all gone", "") == std::vector<WordPiece>{{Kind::removed, "all gone"}});
}

TEST_CASE("whatever the texts, the pieces put together are the text before and the text after")
{
    SeededRandom random{20261122};
    for (int round = 0; round < 3000; ++round) {
        const std::string from = randomText(random, 60);
        const std::string to = round % 3 == 0 ? randomText(random, 60) : edited(random, from);
        const auto pieces = wordDifference(from, to);
        INFO("round " << round);
        REQUIRE(textBefore(pieces) == from);
        REQUIRE(textAfter(pieces) == to);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            REQUIRE_FALSE(pieces[i].text.empty());
            REQUIRE((i == 0 || pieces[i].kind != pieces[i - 1].kind));
        }
    }
}

TEST_CASE("a text of a hundred thousand words written anew is compared without end or loss")
{
    SeededRandom random{7};
    std::string from;
    std::string to;
    for (int i = 0; i < 100'000; ++i) {
        from += std::to_string(random.below(1000)) + ' ';
        to += std::to_string(random.below(1000) + 500) + ' ';
    }
    const auto pieces = wordDifference(from, to);
    CHECK(textBefore(pieces) == from);
    CHECK(textAfter(pieces) == to);
}
