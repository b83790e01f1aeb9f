#include "exchange/kind_words_json.h"

#include "exchange/json_input.h"
#include "shipped_texts.h"

#include <set>

namespace holdfast::exchange {
namespace {

constexpr std::size_t mostWords = 2'000;

KindWord readWord(const JsonIn& in)
{
    in.allowOnly({"id", "why", "lines"});
    KindWord word;
    word.id = in.at("id").id<KindWordId>();
    word.why = in.at("why").someText(longestKindWhy);
    for (const std::string& line : listOf(in.at("lines"), [](const JsonIn& each) { return each.someText(); }))
        word.lines += (word.lines.empty() ? "" : "\n") + line;
    if (const auto fine = checkKindWord(word); !fine)
        in.at("lines").fail("words, then = and what to write instead");
    return word;
}

}  // namespace

Result<std::vector<KindWord>> readKindWords(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        in.allowOnly({"words"});
        auto words = listOf(in.at("words"), readWord);
        std::set<KindWordId> ids;
        for (const KindWord& word : words)
            if (word.id.empty() || !ids.insert(word.id).second || words.size() > mostWords)
                in.at("words").fail("at most 2000 words, each with an id of its own");
        return words;
    });
}

Result<std::vector<KindWord>> shippedKindWords()
{
    return readKindWords(texts::words_kind_words);
}

}  // namespace holdfast::exchange
