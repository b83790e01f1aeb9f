// A report as tables of cells, decided to the last figure: what a page, a file or another program shows is all here.
#pragma once

#include "base/time.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace holdfast::report {

enum class ColumnKind : std::uint8_t { text, count, decimal, percent };

/// Hidden so that no small number can be worked out. Written "*"; in JSON null, with its place in `hidden`.
struct Hidden {
    friend bool operator==(const Hidden&, const Hidden&) = default;
};
/// Nothing: there is no such figure.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Date, Hidden>;

struct Column {
    std::string key;  ///< stable, for other programs
    std::string title;
    ColumnKind kind = ColumnKind::text;
    friend bool operator==(const Column&, const Column&) = default;
};

struct Table {
    std::string id;  ///< stable
    std::string title;
    std::string note;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    bool totalLast = false;
    friend bool operator==(const Table&, const Table&) = default;
};

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<std::pair<std::string, std::string>> parameters;  ///< stable key and what it was
    std::vector<std::string> caveats;                             ///< on every page and in every file
    std::vector<Table> tables;

    const Table* table(std::string_view id) const;
    friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace holdfast::report
