// What holds of everything that may be typed and written, by rapidcheck.
#include "domain/search_text.h"

#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace holdfast;

namespace {

/// Words, quotation marks and rubbish, so that texts and questions meet.
rc::Gen<std::string> anyText(int atMost)
{
    const auto piece = rc::gen::weightedOneOf<std::string>(
        {{6, rc::gen::element<std::string>("rang", "Rang", "no", "answer", "answers", "Zo\u00eb", "zoe", "mother's",
                                           "follow-up", "16:30")},
         {2, rc::gen::element<std::string>("\"", "\u201c", "*", "-", "'", "[[", "]]", ";", "\n", "\u0301", "\u4e2d",
                                           "\xff", std::string(1, '\0'), "(", "&", "|", "<->", "NEAR", ":", "@", "#")},
         {1, rc::gen::arbitrary<std::string>()}});
    return rc::gen::map(rc::gen::resize(atMost, rc::gen::container<std::vector<std::string>>(piece)),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& each : pieces)
                                text += each + ' ';
                            return text;
                        });
}

}  // namespace

TEST_CASE("a question holds only words that a text could hold, few and short")
{
    CHECK(rc::check("questions", [] {
        const TextQuery query = readTextQuery(*anyText(60));
        RC_ASSERT(query.terms.size() <= mostSearchTerms);
        for (const SearchTerm& term : query.terms) {
            RC_ASSERT(!term.words.empty());
            RC_ASSERT(term.words.size() <= mostPhraseWords);
            for (const std::string& word : term.words) {
                RC_ASSERT(word.size() <= longestSearchWord);
                RC_ASSERT(isValidUtf8(word));
                RC_ASSERT(searchTokens(word) == std::vector<std::string>{word});
                RC_ASSERT(word.find_first_of(" \"'\\*@#&|!:()<>-") == std::string::npos);
            }
        }
    }));
}

TEST_CASE("a text is found by any of its words, by their starts, and by any run of them as a phrase")
{
    CHECK(rc::check("own words", [] {
        const std::string text = *anyText(30);
        const auto tokens = searchTokens(text);
        RC_PRE(!tokens.empty());
        const auto from = *rc::gen::inRange<std::size_t>(0, tokens.size());
        const auto count = *rc::gen::inRange<std::size_t>(1, std::min(mostPhraseWords, tokens.size() - from) + 1);
        std::string phrase = "\"";
        for (std::size_t i = from; i < from + count; ++i)
            phrase += tokens[i] + ' ';
        RC_ASSERT(answers(text, readTextQuery(phrase + '"')));
        RC_ASSERT(answers(text, readTextQuery(tokens[from] + ' ')));
        RC_ASSERT(answers(text, readTextQuery(tokens[from])));
    }));
}

TEST_CASE("what is shown is one line, marks what matches, and is marked when the text answers")
{
    CHECK(rc::check("snippets", [] {
        const std::string text = *anyText(40);
        const TextQuery query = readTextQuery(*anyText(3));
        const Snippet snippet = snippetOf(text, query, *rc::gen::inRange<std::size_t>(1, 200));
        RC_ASSERT(snippet.text.find_first_of("\n\r\t") == std::string::npos);
        std::size_t end = 0;
        for (const Snippet::Match& match : snippet.matches) {
            RC_ASSERT(match.length > 0);
            RC_ASSERT(match.begin >= end);
            end = match.begin + match.length;
            RC_ASSERT(end <= snippet.text.size());
        }
        if (answers(text, query))
            RC_ASSERT(!snippet.matches.empty());
    }));
}
