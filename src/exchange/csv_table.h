// A CSV file whose first row names its columns, looked at before any row is read. Only for this folder.
#pragma once

#include "exchange/csv.h"
#include "exchange/directory_csv.h"

#include <optional>
#include <span>

namespace holdfast::exchange {

struct CsvTable {
    std::vector<CsvRow> rows;          ///< without the header
    std::vector<std::string> columns;  ///< as the header names them
    std::vector<CsvProblem> problems;  ///< of the file and its header; with any, no row should be read
    int rowCount = 0;
};

/// Complains about columns that are not `known`, or twice there, and about missing `needed` ones.
CsvTable readTable(std::string_view text, std::span<const std::string_view> known,
                   std::span<const std::string_view> needed);

/// "expected 4 cells, found 3", or nothing.
std::optional<CsvProblem> cellsMissing(const CsvTable& table, const CsvRow& row);

std::string_view trimmedCell(std::string_view text);

}  // namespace holdfast::exchange
