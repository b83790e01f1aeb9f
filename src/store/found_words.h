// Words as each database takes them. They hold letters and digits only (domain/search_text.h), or begin with @ or #, so
// that nothing in them means anything to a database. Only for the .cpp files of this folder.
#pragma once

#include <array>
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

/// With their places, and the thousands the entry belongs to: for PostgreSQL.
std::string asVector(std::int64_t entry, const std::vector<std::string>& tokens);

/// Entries share a mark with their neighbours, on several scales: 2 to the power of so many of them share one.
inline constexpr std::array chunkShifts{14, 16, 18, 20, 22};
std::string chunkToken(int shift, std::int64_t chunk);

/// A term as a query of SQLite's: of a start, the words of `known` that begin with it, or any when `known` is nothing.
std::string sqliteTerm(const SearchTerm& term, const std::vector<std::string>* known);
/// The same for PostgreSQL.
std::string postgresTerm(const SearchTerm& term);

}  // namespace holdfast::store
