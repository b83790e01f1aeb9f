#include "domain/kind_words.h"

#include "base/random.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;

namespace {

KindWordMatcher matcher()
{
    return KindWordMatcher{
        {{KindWordId{"case"}, "grim case, grimcase = hard day\ngrim cases = hard days", "Say what it was."},
         {KindWordId{"blot"}, "blot = mark on the page / stain", "Kinder."},
         {KindWordId{"dont"}, "won't come = has not come yet", "Kinder."}}};
}

/// The texts that were found.
std::vector<std::string> found(std::string_view text)
{
    std::vector<std::string> words;
    for (const KindHit& hit : matcher().find(text))
        words.emplace_back(text.substr(hit.range.from, hit.range.length));
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a word of the list is found whole, in any case, with its inflections and nothing else")
{
    CHECK(found("A Grim Case, two GRIM CASES and grimcase.") == Words{"Grim Case", "GRIM CASES", "grimcase"});
    CHECK(found("Two blots, ablot, blot2, blot_ and a blöt") == Words{});
    CHECK(found("grim-case, grim  case, grim\xc2\xa0"
                "case") == Words{"grim-case", "grim  case",
                                 "grim\xc2\xa0"
                                 "case"});
    CHECK(found("grim, case; grim\ncase and grim [[case]]") == Words{});
    CHECK(found("She won\xe2\x80\x99t come, he won't come.") == Words{"won\xe2\x80\x99t come", "won't come"});
    CHECK(found("The blot's edge") == Words{"blot"});
    CHECK(found("") == Words{});
    CHECK(KindWordMatcher{}.find("blot").empty());
}

TEST_CASE("of two forms that begin together the longer is found, each with its own suggestion")
{
    const auto words = matcher();
    const auto hits = words.find("grim cases, grim case");
    REQUIRE(hits.size() == 2);
    CHECK(words.instead(hits[0]) == Words{"hard days"});
    CHECK(words.instead(hits[1]) == Words{"hard day"});
    CHECK(words.word(hits[0]).id == KindWordId{"case"});
    const KindWordMatcher pots{{{KindWordId{"pot"}, "pot = bowl\npot lid = cover", "Kinder."}}};
    REQUIRE(pots.find("pot lid").size() == 1);
    CHECK(pots.instead(pots.find("pot lid")[0]) == Words{"cover"});
}

TEST_CASE("the person's own words, in quotation marks of any kind, are left alone")
{
    CHECK(found("She said \"I am a blot\" and left a blot.") == Words{"blot"});
    CHECK(quotationsIn("She said \"I am\" so") == std::vector<TextRange>{{9, 6}});
    CHECK(found("\xe2\x80\x9c"
                "a blot\xe2\x80\x9d \xe2\x80\x98"
                "a blot\xe2\x80\x99 \xc2\xab"
                "a blot\xc2\xbb 'a blot' [\"blot\"]") == Words{});
    CHECK(found("I said: 'I don't blot' and so a blot") == Words{"blot"});
    CHECK(found("The patients' blot, and rock 'n roll blot") == Words{"blot", "blot"});
    CHECK(found("A 5\" blot is a 6\" blot") == Words{"blot", "blot"});
    CHECK(found("Still typing \"my blot is") == Words{});
    CHECK(found("Still typing \"my blot is\nA new blot") == Words{"blot"});
}

TEST_CASE("what takes a word's place has its capital, and a or an before it fits")
{
    const std::string text = "An Blot. BLOT, a blot; extra blot";
    const auto hits = matcher().find(text);
    REQUIRE(hits.size() == 4);
    CHECK(changeFor(text, hits[0].range, "odd mark") == KindChange{{0, 7}, "An odd mark"});
    CHECK(changeFor(text, hits[1].range, "mark") == KindChange{{9, 4}, "mark"});
    CHECK(changeFor(text, hits[2].range, "odd mark") == KindChange{{15, 6}, "an odd mark"});
    CHECK(changeFor(text, hits[3].range, "mark") == KindChange{{29, 4}, "mark"});
    CHECK(changeFor("A blot", {2, 4}, "mark") == KindChange{{0, 6}, "A mark"});
    CHECK(changeFor("", {5, 9}, "mark") == KindChange{{5, 9}, "mark"});
}

TEST_CASE("a list that cannot be read names the line, and hostile lines do no harm")
{
    CHECK(readKindLines("a = b\n\nno equals").error().detail == "3");
    CHECK(readKindLines("a = ").error().detail == "1");
    CHECK(readKindLines(" = b").error().detail == "1");
    CHECK(readKindLines("").error().where == "lines");
    CHECK(readKindLines("a b c d e f g = x").error().detail == "1");
    CHECK(readKindLines("a! = x").error().detail == "1");
    CHECK(readKindLines("a = " + std::string(200, 'b')).error().detail == "1");
    CHECK(readKindLines("Big  Word , small = x / y").value() ==
          std::vector<KindForms>{{{"big word", "small"}, {"x", "y"}}});
    CHECK(checkKindWord({KindWordId{}, "a = b", " "}).error().where == "why");
    CHECK(checkKindWord({KindWordId{}, std::string(5'000, 'a'), "why"}).error().where == "lines");
    CHECK(checkKindWord({KindWordId{}, "a = \xff", "why"}).error().where == "lines");
    CHECK(KindWordMatcher{{{KindWordId{"bad"}, "no equals", ""}}}.find("no equals").empty());
}

TEST_CASE("whatever the text, what is found lies in it, in order, apart, at the ends of words and out of quotations")
{
    const auto words = matcher();
    const std::vector<std::string> pieces{
        "blot",         "grim",         "case",         "cases",    " ",    " ",    "-",  "'", "\"",  "\n",
        "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x99", "\xc3\xa9", "\xff", "\xe2", "[[", "x", "won", "t come"};
    SeededRandom random{42};
    for (int round = 0; round < 4'000; ++round) {
        std::string text;
        for (auto left = random.next() % 30; left > 0; --left)
            text += pieces[random.next() % pieces.size()];
        std::size_t end = 0;
        const auto quotations = quotationsIn(text);
        for (const KindHit& hit : words.find(text)) {
            REQUIRE(hit.range.from >= end);
            REQUIRE(hit.range.length > 0);
            end = hit.range.from + hit.range.length;
            REQUIRE(end <= text.size());
            const auto letter = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(text[at])) != 0; };
            REQUIRE((hit.range.from == 0 || !letter(hit.range.from - 1)));
            REQUIRE((end == text.size() || !letter(end)));
            REQUIRE(std::ranges::none_of(quotations, [&](const TextRange& range) {
                return hit.range.from >= range.from && hit.range.from < range.from + range.length;
            }));
            for (const std::string& instead : words.instead(hit)) {
                const KindChange change = changeFor(text, hit.range, instead);
                REQUIRE(change.range.from + change.range.length == end);
                REQUIRE(change.text.size() >= instead.size());
            }
        }
    }
}

TEST_CASE("a long text is looked through to its limit, and only so many words are found")
{
    std::string text;
    while (text.size() < 2 * longestScanned)
        text += "blot 'x \"";
    CHECK(matcher().find(text).size() <= mostKindHits);
    CHECK(matcher().find(std::string(longestScanned, 'a') + " blot").empty());
}

TEST_CASE("the list is what came with what the team made of it")
{
    const std::vector<KindWord> came{{KindWordId{"a"}, "a = b", "why"}, {KindWordId{"c"}, "c = d", "why"}};
    const WorkerId by{"priya"};
    const auto list = kindWordList(came, {{{KindWordId{"c"}, "c = e", "why"}, true, 2, by, {}},
                                          {{KindWordId{"own"}, "x = y", "ours"}, false, 1, by, {}},
                                          {came[0], false, 1, by, {}}});
    REQUIRE(list.size() == 3);
    CHECK_FALSE(list[0].on);
    CHECK_FALSE(list[0].changed);
    CHECK(list[1].changed);
    CHECK(list[1].version == 2);
    CHECK(list[2].own);
    CHECK(kindWordsInUse(list) == std::vector<KindWord>{{KindWordId{"c"}, "c = e", "why"}});
}
