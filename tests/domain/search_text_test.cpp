#include "domain/search_text.h"

#include "base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using Texts = std::vector<std::string>;

namespace {

SearchTerm word(std::string text)
{
    return {{std::move(text)}, false};
}

SearchTerm start(std::string text)
{
    return {{std::move(text)}, true};
}

std::vector<SearchTerm> asked(std::string_view typed)
{
    return readTextQuery(typed).terms;
}

/// The snippet with its matches between angles.
std::string shown(std::string_view text, std::string_view typed, std::size_t length = 60)
{
    Snippet snippet = snippetOf(text, readTextQuery(typed), length);
    for (auto match = snippet.matches.rbegin(); match != snippet.matches.rend(); ++match) {
        snippet.text.insert(match->begin + match->length, ">");
        snippet.text.insert(match->begin, "<");
    }
    return snippet.text;
}

}  // namespace

TEST_CASE("a text falls into words without case, accents, apostrophes and marks")
{
    CHECK(searchTokens("Zoë's follow-up: O\u2019Brien rang — “twice”, 16:30.") ==
          Texts{"zoes", "follow", "up", "obrien", "rang", "twice", "16", "30"});
    CHECK(searchTokens("cafe\u0301 \u0141ukasz \u4e2d\u6587 \U0001f600 \u0627\u0628") ==
          Texts{"cafe", "lukasz", "\u4e2d\u6587", "\u0627\u0628"});
    CHECK(searchTokens("' '' — … \u00a0 \xff\xfe [[]]").empty());
    CHECK(searchTokens(std::string_view{"a\0b", 3}) == Texts{"a", "b"});
    CHECK(searchTokens(std::string(39, 'x') + "\u00fe\u4e2d").front().size() == 40);  // thorn folds to two letters
}

TEST_CASE("the last word is a start, a phrase and a hyphen keep words together")
{
    CHECK(asked("Rang twi") == std::vector{word("rang"), start("twi")});
    CHECK(asked("rang tw") == std::vector{word("rang"), word("tw")});
    CHECK(asked("depr* mum ") == std::vector{start("depr"), word("mum")});
    CHECK(asked("\"no answer\" rang") == std::vector{SearchTerm{{"no", "answer"}, false}, start("rang")});
    CHECK(asked("“no answer” ") == std::vector{SearchTerm{{"no", "answer"}, false}});
    CHECK(asked("\"no answ") == std::vector{SearchTerm{{"no", "answ"}, true}});
    CHECK(asked("follow-up call") == std::vector{SearchTerm{{"follow", "up"}, false}, start("call")});
    CHECK(asked("same same ") == std::vector{word("same")});
}

TEST_CASE("whatever is typed becomes words or nothing, and never too much")
{
    for (const char* typed : {"", " ", "\"", "\"\"", "*", "***", "-", "(((", "' OR 1=1 --", ":;!&|<->", "^\"*", "NEAR(",
                              "\xff\xff", "\u0301\u0301"})
        for (const SearchTerm& term : asked(typed))
            for (const std::string& each : term.words)
                CHECK(searchTokens(each) == Texts{each});
    CHECK(asked("\"\" * - ' \xff").empty());
    std::string many;
    for (int i = 0; i < 3000; ++i)
        many += "w" + std::to_string(i) + ' ';
    CHECK(asked(many).size() == mostSearchTerms);
    CHECK(asked('"' + many).front().words.size() == mostPhraseWords);
    CHECK(asked(std::string(10'000, 'z')).front().words.front().size() == longestSearchWord);
}

TEST_CASE("a text answers when every term stands in it")
{
    const std::string text = "Rang at ten. There was no answer; her mother rang back.";
    CHECK(answers(text, readTextQuery("\"no answer\" moth")));
    CHECK_FALSE(answers(text, readTextQuery("\"answer no\"")));
    CHECK_FALSE(answers(text, readTextQuery("moth ")));
    CHECK(answers(text, readTextQuery("ANSWER")));
    CHECK_FALSE(answers(text, readTextQuery("")));
}

TEST_CASE("a match is shown in its context, in one line, between whole words")
{
    CHECK(shown("Rang at ten. There was no answer;\n\nher mother rang back.", "\"no answer\"") ==
          "Rang at ten. There was <no answer>; her mother rang back.");
    CHECK(shown("Rang at ten. There was no answer;\n\nher mother rang back.", "\"no answer\"", 30) ==
          "…ten. There was <no answer>; her…");
    CHECK(shown("No answer.", "no answ") == "<No answer>.");
    CHECK(shown("Zoë’s mother", "zoes") == "<Zoë’s> mother");
    const std::string far = std::string(400, '-') + " mother " + std::string(400, '=');
    CHECK(shown(far, "mother") == " … <mother> …");
    std::string longText;
    for (int i = 0; i < 5000; ++i)
        longText += "word ";
    longText += "Zoë needle here";
    CHECK(shown(longText, "needle") == "…word word word word word word word word Zoë <needle> here");
    CHECK(isValidUtf8(shown("é é é é é é é é é é é é é é é é é é", "é", 7)));
    CHECK(shown("", "x").empty());
    CHECK(shown("!!!", "x").empty());
}
