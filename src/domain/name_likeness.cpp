#include "domain/name_likeness.h"

#include <algorithm>
#include <array>
#include <utility>

namespace holdfast {
namespace {

constexpr std::size_t shortest = 3;
constexpr std::size_t longest = 30;

bool isLatin(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Letters that are heard as others; the first that fits counts.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> heardAs{{
    {"sch", "x"}, {"tch", "x"}, {"cz", "x"}, {"ch", "x"}, {"sh", "x"},   {"sz", "x"}, {"ph", "f"},
    {"ck", "k"},  {"dge", "j"}, {"gh", ""},  {"th", "t"}, {"mps", "ms"}, {"mb", "m"}, {"ce", "s"},
    {"ci", "s"},  {"cy", "s"},  {"c", "k"},  {"q", "k"},  {"z", "s"},    {"v", "f"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> atTheBeginning{{
    {"kn", "n"},
    {"gn", "n"},
    {"pn", "n"},
    {"wr", "r"},
    {"ps", "s"},
    {"x", "s"},
}};

/// The word in letters that are heard.
std::string heard(std::string_view word)
{
    std::string out;
    for (const auto& [written, sound] : atTheBeginning)
        if (word.starts_with(written)) {
            out = sound;
            word.remove_prefix(written.size());
            break;
        }
    while (!word.empty()) {
        const auto fits = std::ranges::find_if(heardAs, [&](const auto& each) { return word.starts_with(each.first); });
        if (fits == heardAs.end()) {
            out += word.front();
            word.remove_prefix(1);
        } else {
            out += fits->second;
            word.remove_prefix(fits->first.size());
        }
    }
    return out;
}

bool isName(std::string_view word)
{
    return word.size() >= shortest && word.size() <= longest && isLatin(word);
}

}  // namespace

std::string soundOf(std::string_view word)
{
    if (!isName(word))
        return {};
    std::string sound;
    for (const char c : heard(word)) {
        const bool first = sound.empty();
        if (isVowel(c) ? !first : (!first && (c == 'h' || c == 'w')))
            continue;
        const char letter = isVowel(c) ? 'a' : c;
        if (first || sound.back() != letter)
            sound += letter;
    }
    return sound;
}

bool differsByOneLetter(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b)
        return false;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    if (a.size() < b.size())
        return a.substr(at) == b.substr(at + 1);
    if (a.substr(at + 1) == b.substr(at + 1))
        return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

std::optional<NameLikeness> likenessOf(std::string_view a, std::string_view b)
{
    if (a == b)
        return NameLikeness::same;
    if (!isName(a) || !isName(b))
        return std::nullopt;
    if (differsByOneLetter(a, b))
        return NameLikeness::oneLetter;
    const std::string sound = soundOf(a);
    if (sound.size() > 1 && sound == soundOf(b))
        return NameLikeness::sounds;
    return std::nullopt;
}

std::vector<std::string> spellingsOf(std::string_view word)
{
    std::vector<std::string> spellings;
    if (!isName(word))
        return spellings;
    if (const std::string sound = soundOf(word); sound.size() > 1)
        spellings.push_back('~' + sound);
    spellings.push_back('-' + std::string{word});
    for (std::size_t i = 0; i < word.size(); ++i) {
        std::string without{word};
        without.erase(i, 1);
        spellings.push_back('-' + without);
    }
    std::ranges::sort(spellings);
    spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
    return spellings;
}

}  // namespace holdfast
