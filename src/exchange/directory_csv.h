// The directory of services as a spreadsheet: CSV with a header row. The columns are serviceFields
// (service_json.h), written in that order and read in any; id, name, kind and needs must be there. A yes or no is "yes"
// or "no"; an empty cell means not recorded; several values in one cell are separated by "; ".
#pragma once

#include "base/result.h"
#include "domain/service.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

inline constexpr std::size_t maxDirectoryRows = 5000;

struct CsvProblem {
    int line = 0;        ///< 1-based line of the file; 0 when it concerns the whole file
    std::string column;  ///< empty when it concerns the whole row
    std::string detail;  ///< "expected ..., found ..."
    friend bool operator==(const CsvProblem&, const CsvProblem&) = default;
};

/// All services, or every problem in the file.
struct DirectoryCsv {
    std::vector<Service> services;     ///< in the order of the file; empty when there is a problem
    std::vector<CsvProblem> problems;  ///< in the order of the file
    int rows = 0;
};

DirectoryCsv readDirectoryCsv(std::string_view text);

/// Reading it back gives the same services, but for `active` and `version`, which are the store's concern.
std::string writeDirectoryCsv(const std::vector<Service>& services);

}  // namespace holdfast::exchange
