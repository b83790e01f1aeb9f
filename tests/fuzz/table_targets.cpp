// Readers of spreadsheets.
#include "exchange/csv.h"
#include "exchange/directory_csv.h"
#include "exchange/outward_csv.h"
#include "fuzz/target.h"

#include <array>

namespace holdfast::fuzz {
namespace {

/// Cells read from a spreadsheet, written by us and read again are the same cells.
void csv(std::string_view bytes)
{
    const auto rows = exchange::readCsv(bytes);
    if (!rows)
        return mustBeClear(rows.error());
    exchange::CsvWriter writer;
    for (const auto& row : *rows) {
        for (const std::string& cell : row.cells)
            writer.text(cell);
        writer.endRow();
    }
    const auto again = exchange::readCsv(writer.str());
    mustHold(again && again->size() == rows->size(), "rows were lost");
    for (std::size_t i = 0; i < rows->size(); ++i)
        for (std::size_t j = 0; j < (*rows)[i].cells.size(); ++j)
            mustHold((*again)[i].cells[j] == exchange::withoutFormulas((*rows)[i].cells[j]), "a cell changed");
}

void directory(std::string_view bytes)
{
    const auto read = exchange::readDirectoryCsv(bytes);
    mustHold(read.problems.empty() || read.services.empty(), "services of a file with problems");
    if (!read.problems.empty())
        return;
    const std::string written = exchange::writeDirectoryCsv(read.services);
    const auto again = exchange::readDirectoryCsv(written);
    mustHold(again.problems.empty() && exchange::writeDirectoryCsv(again.services) == written,
             "a directory is not what was written");
}

void outward(std::string_view bytes)
{
    const auto read = exchange::readOutwardCsv(bytes);
    mustHold(read.problems.empty() || read.places.empty(), "places of a file with problems");
    if (!read.problems.empty())
        return;
    const std::string written = exchange::writeOutwardCsv(read.places);
    const auto again = exchange::readOutwardCsv(written);
    mustHold(again.problems.empty() && exchange::writeOutwardCsv(again.places) == written,
             "places are not what was written");
}

}  // namespace

std::span<const Target> tableTargets()
{
    static constexpr std::array targets{
        Target{"csv", "", 1024, csv},
        Target{"directory_csv", "", 4096, directory},
        Target{"outward_csv", "", 1024, outward},
    };
    return targets;
}

}  // namespace holdfast::fuzz
