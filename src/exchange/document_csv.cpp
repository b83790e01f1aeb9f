#include "exchange/csv.h"
#include "exchange/document_files.h"

#include <algorithm>
#include <array>

namespace holdfast::exchange {
namespace {

using report::Cell;
using report::Document;
using report::Table;

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

void write(CsvWriter& csv, const Cell& cell)
{
    if (const auto* words = std::get_if<std::string>(&cell))
        csv.text(*words);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
        csv.number(*number);
    else if (const auto* real = std::get_if<double>(&cell))
        csv.decimal(*real);
    else if (const auto* day = std::get_if<Date>(&cell))
        csv.text(formatDate(*day));
    else if (std::holds_alternative<report::Hidden>(cell))
        csv.text("*");
    else
        csv.empty();
}

std::size_t columnOf(const Table& table, std::string_view key)
{
    return static_cast<std::size_t>(std::ranges::find(table.columns, key, &report::Column::key) -
                                    table.columns.begin());
}

Cell totalOf(const Table& totals, std::string_view key)
{
    for (const auto& row : totals.rows)
        if (std::get<std::string>(row.front()) == key)
            return row.back();
    return {};
}

/// The reason of most bounces, unless which one that is must not be told.
Cell commonReason(const Document& document)
{
    const Table* reasons = document.table("by_reason");
    if (reasons == nullptr || reasons->rows.empty())
        return {};
    const auto& first = reasons->rows.front();
    return std::holds_alternative<report::Hidden>(first[columnOf(*reasons, "common_reason")]) ? Cell{report::Hidden{}}
                                                                                              : first.front();
}

std::string byOf(const Document& document)
{
    for (const auto& [key, value] : document.parameters)
        if (key == "by")
            return value;
    return {};
}

}  // namespace

std::string writeDocumentCsv(const Document& document, bool withMark)
{
    const Table& groups = *document.table("groups");
    const Table& totals = *document.table("totals");
    const std::string by = byOf(document);
    std::vector<std::string_view> columns{"label"};
    if (by == "service")
        columns.emplace_back("legs_sent");
    columns.insert(columns.end(), {"bounces", "never", "handover", "soft", "people", "days_lost_median", "challenged",
                                   "overturned", "common_reason"});
    if (by == "service")
        columns.insert(columns.end(), {"went_well", "held_both"});

    CsvWriter csv;
    csv.text(by);
    for (const std::string_view column : columns)
        csv.text(column);
    csv.endRow();
    for (const auto& row : groups.rows) {
        write(csv, row.front());
        for (const std::string_view column : columns)
            write(csv, row[columnOf(groups, column)]);
        csv.endRow();
    }
    csv.text("total").text("");
    for (const std::string_view column : columns)
        if (column == "common_reason")
            write(csv, commonReason(document));
        else if (column != "label")
            write(csv, totalOf(totals, column));
    csv.endRow();
    return (withMark ? std::string{byteOrderMark} : std::string{}) + csv.str();
}

}  // namespace holdfast::exchange
