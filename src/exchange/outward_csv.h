// Where postcode districts lie, as a spreadsheet: CSV with the columns outward, latitude, longitude and source, in any
// order. Every cell is needed: no coordinate without a source.
#pragma once

#include "domain/place.h"
#include "exchange/directory_csv.h"

namespace holdfast::exchange {

/// All districts, or every problem in the file.
struct OutwardCsv {
    std::vector<OutwardPlace> places;  ///< in the order of the file; empty when there is a problem
    std::vector<CsvProblem> problems;  ///< in the order of the file
    int rows = 0;
};

OutwardCsv readOutwardCsv(std::string_view text);
std::string writeOutwardCsv(const std::vector<OutwardPlace>& places);

}  // namespace holdfast::exchange
