#include "domain/kind_words.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdfast {
namespace {

constexpr std::size_t mostWordsInForm = 6;
constexpr std::size_t longestForm = 80;
constexpr std::size_t longestInstead = 160;
constexpr std::size_t longestGap = 6;  ///< bytes between two words of one form

struct Token {
    std::size_t from = 0;
    std::string lower;
    std::size_t end() const { return from + lower.size(); }
};

bool isAsciiLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// How many bytes of a word are here; 0 between words. Beyond ASCII all is letters but Latin-1's signs and general
/// punctuation.
std::size_t wordBytes(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    if (lead < 0x80)
        return isAsciiLetterOrDigit(text[at]) || text[at] == '_' ? 1 : 0;
    const bool hasNext = at + 1 < text.size();
    if (lead == 0xc2)
        return 0;
    if (lead == 0xe2 && hasNext && byteAt(text, at + 1) == 0x80)
        return 0;
    return 1;
}

/// The whole character between words: its lead and what follows it.
std::size_t gapBytes(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    const std::size_t length = lead == 0xc2 ? 2 : lead == 0xe2 ? 3 : 1;
    return std::min(length, text.size() - at);
}

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        if (wordBytes(text, at) == 0) {
            inside = false;
            at += gapBytes(text, at);
            continue;
        }
        if (!inside)
            tokens.push_back({at, {}});
        inside = true;
        tokens.back().lower += smallLetter(text[at]);
        ++at;
    }
    return tokens;
}

/// Spaces, hyphens or one apostrophe: what may stand inside a form.
bool joins(std::string_view gap)
{
    static constexpr std::array<std::string_view, 8> may{
        " ", "\t", "-", "'", "\xc2\xa0", "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x99"};
    if (gap.empty() || gap.size() > longestGap)
        return false;
    while (!gap.empty()) {
        const auto* const found =
            std::ranges::find_if(may, [&](std::string_view each) { return gap.starts_with(each); });
        if (found == may.end())
            return false;
        gap.remove_prefix(found->size());
    }
    return true;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.substr(0, 1)))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.substr(text.size() - 1)))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> parts(std::string_view text, char between)
{
    std::vector<std::string> found;
    while (true) {
        const std::size_t at = text.find(between);
        if (const auto part = tidied(text.substr(0, at)); !part.empty())
            found.push_back(part);
        if (at == std::string_view::npos)
            return found;
        text.remove_prefix(at + 1);
    }
}

bool fitsAsForm(const std::string& form)
{
    const auto tokens = tokensOf(form);
    if (form.size() > longestForm || tokens.empty() || tokens.size() > mostWordsInForm || tokens[0].from != 0 ||
        tokens.back().end() != form.size())
        return false;
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (!joins(std::string_view{form}.substr(tokens[i - 1].end(), tokens[i].from - tokens[i - 1].end())))
            return false;
    return true;
}

/// Marks of quotations: what opens, what closes, and whether one that is still open counts.
struct Marks {
    std::string_view opens;
    std::string_view closes;
    bool openCounts;
};
constexpr std::array<Marks, 5> marks{{{"\xe2\x80\x9c", "\xe2\x80\x9d", true},
                                      {"\xc2\xab", "\xc2\xbb", true},
                                      {"\"", "\"", true},
                                      {"\xe2\x80\x98", "\xe2\x80\x99", false},
                                      {"'", "'", false}}};

bool isWordAt(std::string_view text, std::size_t at)
{
    return at < text.size() && wordBytes(text, at) > 0;
}

/// A mark that looks the same at both ends opens only where a word may begin.
bool opensHere(std::string_view text, std::size_t at, const Marks& mark)
{
    if (!text.substr(at).starts_with(mark.opens))
        return false;
    if (mark.opens != mark.closes)
        return true;
    const bool atBeginning = at == 0 || std::string_view{" \t([{-/:,"}.find(text[at - 1]) != std::string_view::npos ||
                             text.substr(0, at).ends_with("\xe2\x80\x94") ||
                             text.substr(0, at).ends_with("\xe2\x80\x93");
    const std::size_t next = at + mark.opens.size();
    return atBeginning && next < text.size() && !isBlank(text.substr(next, 1));
}

/// Where the quotation that opens at `at` ends, or npos.
std::size_t endOf(std::string_view text, std::size_t at, const Marks& mark)
{
    const bool single = !mark.openCounts;
    std::size_t from = at + mark.opens.size();
    while (true) {
        const std::size_t found = text.find(mark.closes, from);
        if (found == std::string_view::npos)
            return found;
        const std::size_t after = found + mark.closes.size();
        const bool apostrophe = single && (isWordAt(text, after) || isBlank(text.substr(found - 1, 1)));
        if (!apostrophe)
            return after;
        from = after;
    }
}

void addQuotations(std::string_view line, std::size_t offset, std::vector<TextRange>& found)
{
    std::array<bool, marks.size()> hopeless{};  // no closing mark after here: not looked for again
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = 0;
        for (std::size_t i = 0; i < marks.size() && end == 0; ++i) {
            if (hopeless[i] || !opensHere(line, at, marks[i]))
                continue;
            const std::size_t closed = endOf(line, at, marks[i]);
            if (closed != std::string_view::npos)
                end = closed;
            else if (marks[i].openCounts)
                end = line.size();
            else
                hopeless[i] = true;
        }
        if (end == 0) {
            ++at;
            continue;
        }
        found.push_back({offset + at, end - at});
        at = end;
    }
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool beginsWithVowel(std::string_view text)
{
    for (const std::string_view spoken : {"use", "uni", "one", "eu"})
        if (text.starts_with(spoken))
            return false;
    return !text.empty() && std::string_view{"aeiou"}.find(smallLetter(text[0])) != std::string_view::npos;
}

}  // namespace

Result<std::vector<KindForms>> readKindLines(std::string_view lines)
{
    std::vector<KindForms> read;
    std::size_t count = 0;
    int number = 0;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = trimmed(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
        ++number;
        if (line.empty())
            continue;
        const auto wrong = [&] { return Error{ErrorCode::invalid, "lines", std::to_string(number)}; };
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            return wrong();
        KindForms forms{parts(line.substr(0, equals), ','), parts(line.substr(equals + 1), '/')};
        for (std::string& form : forms.forms) {
            std::ranges::transform(form, form.begin(), smallLetter);
            if (!fitsAsForm(form))
                return wrong();
        }
        const bool tooLong =
            std::ranges::any_of(forms.instead, [](const auto& each) { return each.size() > longestInstead; });
        count += forms.forms.size();
        if (forms.forms.empty() || forms.instead.empty() || tooLong || count > mostKindForms)
            return wrong();
        read.push_back(std::move(forms));
    }
    if (read.empty())
        return Error{ErrorCode::invalid, "lines", "1"};
    return read;
}

Result<Done> checkKindWord(const KindWord& word)
{
    if (word.lines.size() > longestKindLines || !isValidUtf8(word.lines))
        return Error{ErrorCode::invalid, "lines", "1"};
    if (isBlank(word.why) || word.why.size() > longestKindWhy || !isValidUtf8(word.why))
        return Error{ErrorCode::invalid, "why", "expected a reason of at most 400 bytes"};
    if (auto read = readKindLines(word.lines); !read)
        return std::move(read).error();
    return Done{};
}

std::vector<TextRange> quotationsIn(std::string_view text)
{
    std::vector<TextRange> found;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        addQuotations(text.substr(from, end - from), from, found);
        from = end + 1;
    }
    return found;
}

KindWordMatcher::KindWordMatcher(std::vector<KindWord> words) : m_words{std::move(words)}
{
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        auto read = readKindLines(m_words[word].lines);
        m_forms.push_back(read ? *std::move(read) : std::vector<KindForms>{});
        for (std::size_t forms = 0; forms < m_forms[word].size(); ++forms)
            for (const std::string& form : m_forms[word][forms].forms) {
                Form made{{}, word, forms};
                const auto tokens = tokensOf(form);
                for (std::size_t i = 1; i < tokens.size(); ++i)
                    made.rest.push_back(tokens[i].lower);
                m_byFirst[tokens[0].lower].push_back(std::move(made));
            }
    }
    for (auto& [first, forms] : m_byFirst)
        std::ranges::stable_sort(forms, std::greater{}, [](const Form& form) { return form.rest.size(); });
}

std::vector<KindHit> KindWordMatcher::find(std::string_view text) const
{
    std::vector<KindHit> hits;
    if (empty())
        return hits;
    text = text.substr(0, longestScanned);
    const auto tokens = tokensOf(text);
    const auto quotations = quotationsIn(text);
    const auto fits = [&](const Form& form, std::size_t at) {
        for (std::size_t i = 0; i < form.rest.size(); ++i) {
            const std::size_t next = at + i + 1;
            if (next >= tokens.size() || tokens[next].lower != form.rest[i] ||
                !joins(text.substr(tokens[next - 1].end(), tokens[next].from - tokens[next - 1].end())))
                return false;
        }
        return true;
    };
    auto quotation = quotations.begin();
    for (std::size_t at = 0; at < tokens.size() && hits.size() < mostKindHits; ++at) {
        while (quotation != quotations.end() && quotation->from + quotation->length <= tokens[at].from)
            ++quotation;
        if (quotation != quotations.end() && quotation->from <= tokens[at].from)
            continue;
        const auto known = m_byFirst.find(tokens[at].lower);
        if (known == m_byFirst.end())
            continue;
        const auto form = std::ranges::find_if(known->second, [&](const Form& each) { return fits(each, at); });
        if (form == known->second.end())
            continue;
        const std::size_t last = at + form->rest.size();
        hits.push_back({{tokens[at].from, tokens[last].end() - tokens[at].from}, form->word, form->forms});
        at = last;
    }
    return hits;
}

KindChange changeFor(std::string_view text, const TextRange& hit, std::string_view instead)
{
    KindChange change{hit, std::string{instead}};
    if (hit.from > text.size() || hit.length == 0 || hit.length > text.size() - hit.from || instead.empty())
        return change;
    const std::string_view before = text.substr(0, hit.from);
    for (const std::string_view article : {"an ", "a "}) {
        const std::size_t at = before.size() - std::min(before.size(), article.size());
        std::string found{before.substr(at)};
        std::ranges::transform(found, found.begin(), smallLetter);
        if (found != article || (at > 0 && wordBytes(text, at - 1) > 0))
            continue;
        change.range = {at, hit.from + hit.length - at};
        change.text = (beginsWithVowel(instead) ? "an " : "a ") + change.text;
        break;
    }
    const std::string_view replaced = text.substr(change.range.from, change.range.length);
    const bool shouting = replaced.size() > 1 && isCapital(replaced[1]);
    if (isCapital(replaced[0]) && !shouting && change.text[0] >= 'a' && change.text[0] <= 'z')
        change.text[0] = static_cast<char>(change.text[0] - 'a' + 'A');
    return change;
}

std::vector<ListedKindWord> kindWordList(const std::vector<KindWord>& came, const std::vector<KindWordRow>& rows)
{
    std::map<KindWordId, const KindWordRow*> left;
    for (const KindWordRow& row : rows)
        left[row.word.id] = &row;
    std::vector<ListedKindWord> list;
    for (const KindWord& word : came) {
        ListedKindWord& listed = list.emplace_back();
        listed.word = word;
        const auto row = left.find(word.id);
        if (row == left.end())
            continue;
        listed = {row->second->word,    row->second->on, false,          row->second->word != word,
                  row->second->version, row->second->by, row->second->at};
        left.erase(row);
    }
    for (const KindWordRow& row : rows)
        if (left.contains(row.word.id))
            list.push_back({row.word, row.on, true, false, row.version, row.by, row.at});
    return list;
}

std::vector<KindWord> kindWordsInUse(const std::vector<ListedKindWord>& list)
{
    std::vector<KindWord> words;
    for (const ListedKindWord& listed : list)
        if (listed.on)
            words.push_back(listed.word);
    return words;
}

}  // namespace holdfast
