#include "store/found_words.h"

#include "domain/search_text.h"

#include <algorithm>
#include <map>

namespace holdfast::store {
namespace {

constexpr std::size_t lastPlace = 16'383;    // PostgreSQL's
constexpr std::size_t mostPlaces = 255;      // of one word
constexpr std::size_t mostVector = 900'000;  // bytes; PostgreSQL's limit is a little more than a million

std::string quoted(char quote, std::string_view word)
{
    return quote + std::string{word} + quote;
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

std::string chunkToken(int shift, std::int64_t chunk)
{
    return '#' + std::to_string(shift) + '_' + std::to_string(chunk);
}

std::string asVector(std::int64_t entry, const std::vector<std::string>& tokens)
{
    std::map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto& of = places[tokens[i]];
        if (of.size() < mostPlaces && i < lastPlace)
            of.push_back(i + 1);
    }
    std::string vector;
    for (const auto& [token, at] : places) {
        if (vector.size() > mostVector)
            break;
        vector += quoted('\'', token);
        for (std::size_t i = 0; i < at.size(); ++i)
            vector += (i == 0 ? ':' : ',') + std::to_string(at[i]);
        vector += ' ';
    }
    for (const int shift : chunkShifts)
        vector += quoted('\'', chunkToken(shift, entry >> shift)) + ' ';
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

std::string postgresTerm(const SearchTerm& term)
{
    std::string phrase;
    for (const std::string& word : term.words)
        phrase += (phrase.empty() ? "" : " <-> ") + quoted('\'', word);
    return '(' + phrase + (term.prefix ? ":*" : "") + ')';
}

}  // namespace holdfast::store
