// A report document as a file: CSV for a spreadsheet, JSON for other programs, and one HTML page that any reader, a screen
// reader too, can open.
#pragma once

#include "base/result.h"
#include "report/document.h"

namespace holdfast::exchange {

/// The table that the report was asked for, and its totals last. As CsvWriter writes (csv.h); what is hidden is "*", what
/// there is not is an empty cell. With a mark, spreadsheets read it as UTF-8.
std::string writeDocumentCsv(const report::Document& document, bool byteOrderMark);

/// One object, indented. The keys of the first version stand first and as they were: report, version, from, to, by, service,
/// need, data_as_of, policy, totals, groups, by_service, by_reason, by_month, flow. Then parameters, caveats, and each
/// further table by its id: a list of objects by column. Null is what there is not, and what is hidden; where the latter
/// stands is listed in `hidden` as JSON pointers.
std::string writeDocumentJson(const report::Document& document);

/// One table of it alone: a list of objects by column.
std::string writeTableJson(const report::Table& table);

/// Headings, tables with captions and row heads, contents with links. No script, no style from elsewhere.
std::string writeDocumentHtml(const report::Document& document);

/// An Excel workbook: a cover, charts, a sheet with a real table for each table, every figure on a line of its own. It grows in
/// the file `aside`, which is gone afterwards.
Result<std::string> writeDocumentXlsx(const report::Document& document, const std::string& aside);

}  // namespace holdfast::exchange
