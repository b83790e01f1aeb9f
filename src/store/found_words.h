// Words as each database takes them. They hold letters and digits only (domain/search_text.h), or begin with @ or #, so
// that nothing in them means anything to a database. Only for the .cpp files of this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {
struct SearchTerm;
}

namespace holdfast::store {

/// With a space between: for SQLite.
std::string inOneLine(const std::vector<std::string>& tokens);

/// A term as a query of SQLite's: of a start, the words of `known` that begin with it, or any when `known` is nothing.
std::string sqliteTerm(const SearchTerm& term, const std::vector<std::string>* known);

/// PostgreSQL's index knows which entries hold a word: not where, and not which is the newest. So 65,536 neighbouring
/// entries, a chunk, have words of their own ("2f/sleep"): what is looked for is looked for chunk by chunk, the newest
/// first, and no list of entries is longer than a chunk. And two words side by side are marked with one of 32,768
/// marks ("2f/=k3z"), so that of a phrase of two common words few entries are looked at in vain.
constexpr std::int64_t chunkOf(std::int64_t entry)
{
    return entry >> 16;
}
constexpr std::int64_t firstOf(std::int64_t chunk)
{
    return chunk << 16;
}

/// The words of an entry with their places, and the marks of those side by side: for PostgreSQL.
std::string asVector(std::int64_t entry, const std::vector<std::string>& tokens);

/// A term, or a mark of foundTokens(), as a query of PostgreSQL's for the entries of one chunk.
std::string postgresTerm(std::int64_t chunk, const SearchTerm& term);
std::string postgresMark(std::int64_t chunk, const std::string& mark);

}  // namespace holdfast::store
