#include "domain/search_text.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace holdfast {
namespace {

constexpr std::string_view leftOut = "\xe2\x80\xa6";  // an ellipsis
constexpr std::size_t longestGap = 40;                // between words, as it is; of a ruled line nothing is shown

struct Point {
    std::uint32_t value = 0;  ///< 0 for bytes that are no text
    std::size_t length = 1;
};

Point pointAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >> 5 == 0x6 ? 2 : lead >> 4 == 0xe ? 3 : lead >> 3 == 0x1e ? 4 : 0;
    if (length == 0 || at + length > text.size() || !isValidUtf8(text.substr(at, length)))
        return {};
    std::uint32_t value = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        value = value << 6 | (byte(at + i) & 0x3fU);
    return {value, length};
}

bool isBetween(std::uint32_t value, std::uint32_t first, std::uint32_t last)
{
    return value >= first && value <= last;
}

bool isApostrophe(std::uint32_t point)
{
    return point == '\'' || point == '`' || point == 0x2018 || point == 0x2019 || point == 0x02bc;
}

/// Letters and digits of any script, what stands over a letter, and apostrophes, which are folded away.
bool belongsToAWord(std::uint32_t point)
{
    if (point < 0x80)
        return isBetween(point, '0', '9') || isBetween(point, 'a', 'z') || isBetween(point, 'A', 'Z') ||
               isApostrophe(point);
    if (isApostrophe(point))
        return true;
    return point >= 0xc0 && point != 0xd7 && point != 0xf7 &&
           !isBetween(point, 0x2000, 0x206f) &&  // dashes, quotation marks, spaces
           !isBetween(point, 0x20a0, 0x2bff) && !isBetween(point, 0x3000, 0x303f) &&
           !isBetween(point, 0xe000, 0xf8ff) && !isBetween(point, 0xfe00, 0xff0f) && point != 0xfffd &&
           !isBetween(point, 0x1f000, 0x1ffff) && point < 0xe0000;
}

std::string tokenOf(std::string_view run)
{
    std::string token;
    const bool plain = std::ranges::all_of(run, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain) {
        for (const char c : run)
            if (!isApostrophe(static_cast<unsigned char>(c)))
                token += smallLetter(c);
    } else {
        token = folded(run);
    }
    if (token.size() > longestSearchWord) {
        std::size_t end = longestSearchWord;
        while (end > 0 && isInsideCharacter(token[end]))
            --end;
        token.resize(end);
    }
    return token;
}

/// Calls `visit(begin, end, token)` for each word, in order.
template <class Visit>
void forEachWord(std::string_view text, Visit visit)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size()) {
            const Point point = pointAt(text, end);
            if (!belongsToAWord(point.value))
                break;
            end += point.length;
        }
        if (end > at) {
            std::string token = tokenOf(text.substr(at, end - at));
            if (!token.empty())
                visit(at, end, std::move(token));
        }
        at = end == text.size() ? end : end + pointAt(text, end).length;
    }
}

bool isQuote(std::uint32_t point)
{
    return point == '"' || isBetween(point, 0x201c, 0x201f) || point == 0xab || point == 0xbb;
}

bool isGap(std::uint32_t point)
{
    return point <= ' ' || point == 0xa0 || isBetween(point, 0x2000, 0x200b) || point == 0x3000;
}

std::size_t lettersIn(std::string_view word)
{
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return !isInsideCharacter(c); }));
}

void addTerm(TextQuery& query, std::string_view piece, bool start)
{
    SearchTerm term;
    term.words = searchTokens(piece);
    if (term.words.empty() || query.terms.size() == mostSearchTerms)
        return;
    if (term.words.size() > mostPhraseWords) {
        term.words.resize(mostPhraseWords);
        start = false;
    }
    term.prefix = start && lettersIn(term.words.back()) >= shortestPrefix;
    if (std::ranges::find(query.terms, term) == query.terms.end())
        query.terms.push_back(std::move(term));
}

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string token;
};

std::vector<Word> wordsOf(std::string_view text)
{
    std::vector<Word> words;
    forEachWord(text, [&](std::size_t begin, std::size_t end, std::string token) {
        words.push_back({begin, end, std::move(token)});
    });
    return words;
}

bool stands(const SearchTerm& term, const std::vector<Word>& words, std::size_t at)
{
    if (at + term.words.size() > words.size())
        return false;
    for (std::size_t i = 0; i < term.words.size(); ++i) {
        const bool last = i + 1 == term.words.size();
        const std::string& there = words[at + i].token;
        if (last && term.prefix ? !there.starts_with(term.words[i]) : there != term.words[i])
            return false;
    }
    return true;
}

/// For each word, whether it belongs to something that was asked for.
std::vector<bool> marked(const std::vector<Word>& words, const TextQuery& query)
{
    std::vector<bool> marks(words.size(), false);
    for (const SearchTerm& term : query.terms)
        for (std::size_t at = 0; at < words.size(); ++at)
            if (stands(term, words, at))
                std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), term.words.size(), true);
    return marks;
}

/// Which words are shown: from a little before the first match as far as there is room.
std::pair<std::size_t, std::size_t> shownWords(const std::vector<Word>& words, const std::vector<bool>& marks,
                                               std::size_t length)
{
    const auto hit = std::ranges::find(marks, true);
    const std::size_t first = hit == marks.end() ? 0 : static_cast<std::size_t>(hit - marks.begin());
    std::size_t from = first;
    while (from > 0 && words[first].begin - words[from - 1].begin <= length / 3)
        --from;
    std::size_t to = first;
    while (to + 1 < words.size() && words[to + 1].end - words[from].begin <= length)
        ++to;
    while (from > 0 && words[to].end - words[from - 1].begin <= length)
        --from;
    return {from, to};
}

}  // namespace

std::vector<std::string> searchTokens(std::string_view text)
{
    std::vector<std::string> tokens;
    forEachWord(text, [&](std::size_t, std::size_t, std::string token) { tokens.push_back(std::move(token)); });
    return tokens;
}

TextQuery readTextQuery(std::string_view typed)
{
    typed = typed.substr(0, longestSearch);
    TextQuery query;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < typed.size();) {
        const Point point = pointAt(typed, at);
        const bool quote = isQuote(point.value);
        if (quote || (!quoted && isGap(point.value))) {
            const std::string_view piece = typed.substr(begin, at - begin);
            addTerm(query, piece, !quoted && piece.ends_with('*'));
            begin = at + point.length;
        }
        quoted = quoted != quote;
        at += point.length;
    }
    addTerm(query, typed.substr(begin), true);
    return query;
}

bool answers(std::string_view text, const TextQuery& query)
{
    const std::vector<Word> words = wordsOf(text);
    return !query.empty() && std::ranges::all_of(query.terms, [&](const SearchTerm& term) {
        for (std::size_t at = 0; at < words.size(); ++at)
            if (stands(term, words, at))
                return true;
        return false;
    });
}

Snippet snippetOf(std::string_view text, const TextQuery& query, std::size_t length)
{
    const std::vector<Word> words = wordsOf(text);
    Snippet snippet;
    if (words.empty())
        return snippet;
    const std::vector<bool> marks = marked(words, query);
    const auto [from, to] = shownWords(words, marks, length);
    if (from > 0)
        snippet.text = leftOut;
    const auto addBetween = [&](std::size_t begin, std::size_t end) {
        if (end - begin > longestGap)
            return void(snippet.text += ' ' + std::string{leftOut} + ' ');
        for (std::size_t i = begin; i < end; ++i) {
            const bool control = static_cast<unsigned char>(text[i]) <= ' ';
            if (!control)
                snippet.text += text[i];
            else if (!snippet.text.empty() && !snippet.text.ends_with(' '))
                snippet.text += ' ';
        }
    };
    if (from == 0)
        addBetween(0, words[0].begin);
    for (std::size_t i = from; i <= to; ++i) {
        if (i > from)
            addBetween(words[i - 1].end, words[i].begin);
        const std::size_t begin = snippet.text.size();
        snippet.text += text.substr(words[i].begin, words[i].end - words[i].begin);
        if (!marks[i])
            continue;
        if (i > from && marks[i - 1])  // side by side: one mark with what is between
            snippet.matches.back().length = snippet.text.size() - snippet.matches.back().begin;
        else
            snippet.matches.push_back({begin, snippet.text.size() - begin});
    }
    if (to + 1 < words.size()) {
        snippet.text += leftOut;
    } else {
        addBetween(words[to].end, text.size());
        while (snippet.text.ends_with(' '))
            snippet.text.pop_back();
    }
    return snippet;
}

}  // namespace holdfast
