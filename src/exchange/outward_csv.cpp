#include "exchange/outward_csv.h"

#include "domain/postcode.h"
#include "exchange/csv_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace holdfast::exchange {
namespace {

constexpr std::array<std::string_view, 4> columns{"outward", "latitude", "longitude", "source"};

/// Reads the cells of one row by the names of their columns and gathers what is wrong with them.
class RowReader {
public:
    RowReader(const CsvTable& table, const CsvRow& row, std::vector<CsvProblem>& problems)
        : m_table{table}, m_row{row}, m_problems{problems}
    {}

    std::optional<OutwardPlace> place()
    {
        const auto outward = parseOutward(cell("outward"));
        if (!outward)
            complain("outward", "the first half of a postcode, as AL1", cell("outward"));
        const auto latitude = degrees("latitude");
        const auto longitude = degrees("longitude");
        const std::string source = cell("source");
        if (source.empty())
            complain("source", "where the coordinates were looked up", source);
        if (!outward || !latitude || !longitude || source.empty())
            return std::nullopt;
        auto place = MapPlace::make(*latitude, *longitude, source);
        if (!place) {
            m_problems.push_back({m_row.line, place.error().where, place.error().detail});
            return std::nullopt;
        }
        return OutwardPlace{*outward, *std::move(place)};
    }

private:
    std::string cell(std::string_view column) const
    {
        const auto at = std::ranges::find(m_table.columns, column) - m_table.columns.begin();
        return withFormulas(trimmedCell(m_row.cells[static_cast<std::size_t>(at)]));
    }

    /// What was found is described, not repeated: it may be somebody's data.
    void complain(std::string_view column, const std::string& expected, const std::string& found)
    {
        m_problems.push_back(
            {m_row.line, std::string{column},
             "expected " + expected + ", found " +
                 (found.empty() ? "nothing" : "a text of " + std::to_string(found.size()) + " bytes")});
    }

    std::optional<int> degrees(std::string_view column)
    {
        const std::string found = cell(column);
        const auto value = parseDegrees(found);
        if (value)
            return *value;
        complain(column, column == "latitude" ? "degrees as 51.7527" : "degrees as -0.3394", found);
        return std::nullopt;
    }

    const CsvTable& m_table;
    const CsvRow& m_row;
    std::vector<CsvProblem>& m_problems;
};

}  // namespace

OutwardCsv readOutwardCsv(std::string_view text)
{
    OutwardCsv result;
    const CsvTable table = readTable(text, columns, columns);
    result.rows = table.rowCount;
    result.problems = table.problems;
    if (!result.problems.empty())
        return result;
    std::map<std::string, int> seen;
    for (const CsvRow& row : table.rows) {
        if (auto missing = cellsMissing(table, row)) {
            result.problems.push_back(*std::move(missing));
            continue;
        }
        auto place = RowReader{table, row, result.problems}.place();
        if (!place)
            continue;
        const auto [earlier, first] = seen.emplace(place->outward, row.line);
        if (!first)
            result.problems.push_back(
                {row.line, "outward",
                 "expected each outward code once, found that of line " + std::to_string(earlier->second)});
        result.places.push_back(*std::move(place));
    }
    if (!result.problems.empty())
        result.places.clear();
    return result;
}

std::string writeOutwardCsv(const std::vector<OutwardPlace>& places)
{
    CsvWriter out;
    for (const std::string_view column : columns)
        out.text(column);
    out.endRow();
    for (const OutwardPlace& each : places) {
        out.text(each.outward).degrees(each.place.latitude()).degrees(each.place.longitude());
        out.text(each.place.source()).endRow();
    }
    return out.str();
}

}  // namespace holdfast::exchange
