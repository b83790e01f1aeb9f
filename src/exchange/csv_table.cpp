#include "exchange/csv_table.h"

#include <algorithm>
#include <optional>

namespace holdfast::exchange {
namespace {

void checkHeader(CsvTable& table, int line, std::span<const std::string_view> known,
                 std::span<const std::string_view> needed)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& name = table.columns[i];
        if (std::ranges::find(known, name) == known.end())
            table.problems.push_back(
                {line, "column " + std::to_string(i + 1), "expected the name of a known column, found another"});
        else if (std::ranges::count(table.columns, name) > 1)
            table.problems.push_back({line, name, "expected each column once, found it twice"});
    }
    for (const std::string_view column : needed)
        if (std::ranges::find(table.columns, column) == table.columns.end())
            table.problems.push_back({line, std::string{column}, "expected this column, found none"});
}

}  // namespace

CsvTable readTable(std::string_view text, std::span<const std::string_view> known,
                   std::span<const std::string_view> needed)
{
    CsvTable table;
    auto rows = readCsv(text);
    if (!rows) {
        const std::string& where = rows.error().where;  // "line 7" or nothing
        const int line = where.empty() ? 0 : std::stoi(where.substr(where.find(' ')));
        table.problems.push_back({line, "", rows.error().detail});
        return table;
    }
    if (rows->empty()) {
        table.problems.push_back({1, "", "expected a row of column names, found nothing"});
        return table;
    }
    for (const std::string& name : rows->front().cells)
        table.columns.emplace_back(trimmedCell(name));
    checkHeader(table, rows->front().line, known, needed);
    table.rows.assign(std::make_move_iterator(rows.value().begin() + 1), std::make_move_iterator(rows.value().end()));
    table.rowCount = static_cast<int>(table.rows.size());
    if (table.rows.size() > maxDirectoryRows)
        table.problems.push_back({0, "", "expected at most 5000 rows, found " + std::to_string(table.rows.size())});
    return table;
}

std::optional<CsvProblem> cellsMissing(const CsvTable& table, const CsvRow& row)
{
    if (row.cells.size() == table.columns.size())
        return std::nullopt;
    return CsvProblem{row.line, "",
                      "expected " + std::to_string(table.columns.size()) + " cells, found " +
                          std::to_string(row.cells.size())};
}

std::string_view trimmedCell(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace holdfast::exchange
