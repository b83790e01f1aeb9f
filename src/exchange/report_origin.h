// Where a report file comes from, read back from the file, and whether two of them say the same.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

/// The kinds of report file that can be read back.
enum class ReadableReport : std::uint8_t { json, csv, html };

/// By how the text begins.
ReadableReport kindOfReport(std::string_view text);

/// What a CSV cannot say without a second table in it, which would break whatever reads it: who made it how, from what, and
/// what to keep in mind. In the form of "CSV on the Web", where a reader looks for it beside the file.
std::string writeCsvMetadata(const report::Document& document, const std::string& csvName, std::string_view csv);

/// "bounces.csv-metadata.json" of "bounces.csv".
std::string csvMetadataName(const std::string& csvName);

/// The parameters as Document::parameters has them. For a CSV the text is that of its metadata.
Result<std::map<std::string, std::string>> reportParameters(ReadableReport kind, std::string_view text);

struct ReportDifference {
    std::string where;  ///< "/by_service/3/bounces", "line 4, bounces"
    std::string then;
    std::string now;
};

struct ReportComparison {
    int figures = 0;  ///< that were compared
    std::vector<ReportDifference> differing;
    int words = 0;  ///< names and titles that read otherwise now: a service was renamed, or the program words it anew
};

/// Two files of one kind, cell by cell. What says how each was made, and the definitions, are no figures.
Result<ReportComparison> compareReports(ReadableReport kind, std::string_view then, std::string_view now);

}  // namespace holdfast::exchange
