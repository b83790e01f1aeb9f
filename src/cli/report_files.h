// A report written as the file, or the files, of one format. Only for the commands about reports.
#pragma once

#include "cli/run.h"
#include "report/document.h"

namespace holdfast::cli {

/// csv, json, html, xlsx and svg, and what `around` can paint.
Result<Done> knownFormat(const Arguments& arguments, const Surroundings& around);

/// To --out, whole or not at all: a file, for pictures a new folder, for CSV a second file that says how it was made.
Result<Done> writeReport(const report::Document& document, const Arguments& arguments, Surroundings& around);

}  // namespace holdfast::cli
