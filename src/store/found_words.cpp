#include "store/found_words.h"

#include "domain/search_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace holdfast::store {
namespace {

constexpr std::size_t lastPlace = 16'383;    // PostgreSQL's
constexpr std::size_t mostPlaces = 255;      // of one word
constexpr std::uint64_t pairMarks = 32'768;  // of each chunk
constexpr std::size_t mostVector = 900'000;  // bytes; PostgreSQL's limit is a little more than a million

std::string quoted(char quote, std::string_view word)
{
    return quote + std::string{word} + quote;
}

std::string inDigits(std::uint64_t number)
{
    std::array<char, 16> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number, 36).ptr};
}

std::string chunkMark(std::int64_t chunk)
{
    return inDigits(static_cast<std::uint64_t>(chunk)) + '/';
}

/// Of two words side by side.
std::string pairMark(std::string_view first, std::string_view second)
{
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a: the same on every machine
    const auto take = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U; };
    std::ranges::for_each(first, take);
    take(' ');
    std::ranges::for_each(second, take);
    return '=' + inDigits((hash ^ hash >> 32U) % pairMarks);
}

bool isMark(std::string_view token)
{
    return token.starts_with('@');
}

/// The words before the last one, as the beginning of a phrase.
std::string phraseOf(const SearchTerm& term, std::string_view last)
{
    std::string phrase;
    for (std::size_t i = 0; i + 1 < term.words.size(); ++i)
        phrase += term.words[i] + ' ';
    return phrase + std::string{last};
}

}  // namespace

std::string inOneLine(const std::vector<std::string>& tokens)
{
    std::string line;
    for (const std::string& token : tokens)
        line += (line.empty() ? "" : " ") + token;
    return line;
}

std::string asVector(std::int64_t entry, const std::vector<std::string>& tokens)
{
    const std::string chunk = chunkMark(chunkOf(entry));
    std::string vector;
    std::set<std::string> pairs;
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (!isMark(tokens[i - 1]) && !isMark(tokens[i]))
            pairs.insert(pairMark(tokens[i - 1], tokens[i]));
    for (const std::string& pair : pairs)
        vector += quoted('\'', chunk + pair) + ' ';
    std::map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto& of = places[tokens[i]];
        if (of.size() < mostPlaces && i < lastPlace)
            of.push_back(i + 1);
    }
    for (const auto& [token, at] : places) {
        if (vector.size() > mostVector)
            break;
        vector += '\'' + chunk;
        vector += token;
        vector += '\'';
        for (std::size_t i = 0; i < at.size(); ++i)
            vector += (i == 0 ? ':' : ',') + std::to_string(at[i]);
        vector += ' ';
    }
    return vector;
}

std::string sqliteTerm(const SearchTerm& term, const std::vector<std::string>* known)
{
    if (!term.prefix || !known)
        return quoted('"', phraseOf(term, term.words.back())) + (term.prefix ? " *" : "");
    std::string any;
    for (const std::string& word : *known)
        any += (any.empty() ? "" : " OR ") + quoted('"', phraseOf(term, word));
    return '(' + any + ')';
}

std::string postgresTerm(std::int64_t chunk, const SearchTerm& term)
{
    const std::string mark = chunkMark(chunk);
    std::string phrase;
    for (const std::string& word : term.words)
        phrase += (phrase.empty() ? "" : " <-> ") + quoted('\'', mark + word);
    if (term.prefix)
        phrase += ":*";
    const std::size_t whole = term.words.size() - (term.prefix ? 1 : 0);
    if (term.words.size() > 1)
        phrase = '(' + phrase + ')';
    for (std::size_t i = 1; i < whole; ++i)
        phrase += " & " + quoted('\'', mark + pairMark(term.words[i - 1], term.words[i]));
    return phrase;
}

std::string postgresMark(std::int64_t chunk, const std::string& mark)
{
    return quoted('\'', chunkMark(chunk) + mark);
}

}  // namespace holdfast::store
