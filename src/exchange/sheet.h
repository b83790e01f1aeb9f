// A CSV table with named columns, written row by row and handed on in pieces, so that a long one never lies in memory.
#pragma once

#include "exchange/csv.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

class Sheet {
public:
    /// `columns` must outlive it; the heading is written at once.
    Sheet(std::string_view file, std::span<const std::string_view> columns);

    /// In any order; what is not set is an empty cell. The column must be one of this sheet.
    Sheet& set(std::string_view column, std::string value);
    Sheet& set(std::string_view column, std::int64_t value) { return set(column, std::to_string(value)); }
    Sheet& yes(std::string_view column, bool value) { return set(column, value ? "yes" : "no"); }
    void endRow();

    std::string_view file() const { return m_file; }
    std::size_t size() const { return m_csv.str().size(); }
    std::string take() { return m_csv.take(); }

private:
    std::string_view m_file;
    std::span<const std::string_view> m_columns;
    std::vector<std::string> m_cells;
    CsvWriter m_csv;
};

/// How the people in an export are named: as they are, or so that nothing leads back.
struct Naming {
    bool pseudonymous = false;
    std::function<std::string(std::string_view)> pseudonym;  ///< of an id; asked only when pseudonymous

    /// Of a person, a worker, an event; nothing stays nothing.
    std::string id(std::string_view id) const { return id.empty() || !pseudonymous ? std::string{id} : pseudonym(id); }
    /// What somebody wrote, or what names a person.
    std::string text(std::string_view text) const { return pseudonymous ? std::string{} : std::string{text}; }
};

}  // namespace holdfast::exchange
