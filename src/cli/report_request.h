// What a report is asked for, read from the options. Only for the commands about reports.
#pragma once

#include "app/reports.h"
#include "cli/run.h"

namespace holdfast::cli {

/// The options with those of --definition, and the days of --period in the place of its word; what was typed wins. {period}
/// and its like in --out are filled in.
Result<Arguments> completed(Arguments arguments, const Clock& clock);

Result<app::ReportRequest> reportRequest(const Arguments& arguments);

/// Options for the parameters that a report carries: as if they had been typed.
Arguments reportArguments(const std::map<std::string, std::string>& parameters, const std::string& format);

}  // namespace holdfast::cli
