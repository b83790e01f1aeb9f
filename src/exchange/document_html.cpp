#include "exchange/document_files.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace holdfast::exchange {
namespace {

using report::Cell;
using report::Column;
using report::ColumnKind;
using report::Document;
using report::Table;

/// Plain text wherever it stands: in an element and in a quoted attribute.
std::string plain(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&#39;"; break;
        default: safe += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return safe;
}

std::string number(double value, int places)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", places, value);
    return text.data();
}

std::string shown(const Cell& cell, ColumnKind kind)
{
    if (const auto* words = std::get_if<std::string>(&cell))
        return plain(*words);
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return std::to_string(*count);
    if (const auto* real = std::get_if<double>(&cell)) {
        if (kind == ColumnKind::percent)
            return number(*real * 100, 0) + '%';
        return number(*real, *real == std::floor(*real) ? 0 : 1);
    }
    if (const auto* day = std::get_if<Date>(&cell))
        return formatDate(*day);
    if (std::holds_alternative<report::Hidden>(cell))
        return R"(<abbr title="hidden so that no small number can be worked out">*</abbr>)";
    return "";
}

constexpr std::string_view style = R"(
body { font: 16px/1.5 sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
thead th { background: #eee; }
.caveat { border-left: .4rem solid #1a1a1a; padding: .25rem .75rem; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
)";

void writeTable(std::string& html, const Table& table)
{
    html += "<section aria-labelledby=\"" + plain(table.id) + "\">\n<h2 id=\"" + plain(table.id) + "\">" +
            plain(table.title) + "</h2>\n";
    if (!table.note.empty())
        html += "<p>" + plain(table.note) + "</p>\n";
    if (table.rows.empty()) {
        html += "<p>There is nothing to count here.</p>\n</section>\n";
        return;
    }
    html += "<table>\n<caption>" + plain(table.title) + "</caption>\n<thead><tr>";
    for (const Column& column : table.columns)
        html += "<th scope=\"col\">" + plain(column.title) + "</th>";
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
            const ColumnKind kind = table.columns[i].kind;
            if (i == 0)
                html += "<th scope=\"row\">" + shown(row[i], kind) + "</th>";
            else
                html += (kind == ColumnKind::text ? "<td>" : "<td class=\"n\">") + shown(row[i], kind) + "</td>";
        }
        html += "</tr>\n";
    }
    html += "</tbody>\n</table>\n</section>\n";
}

}  // namespace

std::string writeDocumentHtml(const Document& document)
{
    const std::string title = plain(document.title + ", " + document.subtitle);
    std::string html = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
                       "</title>\n<style>" + std::string{style} + "</style>\n</head>\n<body>\n<main>\n<h1>" + title +
                       "</h1>\n";
    for (const std::string& caveat : document.caveats)
        html += "<p class=\"caveat\">" + plain(caveat) + "</p>\n";
    html += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n";
    for (const Table& table : document.tables)
        html += "<li><a href=\"#" + plain(table.id) + "\">" + plain(table.title) + "</a></li>\n";
    html += "</ol>\n</nav>\n";
    for (const Table& table : document.tables)
        writeTable(html, table);
    html += "<section aria-labelledby=\"made\">\n<h2 id=\"made\">How this report was made</h2>\n<dl>\n";
    for (const auto& [key, value] : document.parameters)
        html += "<dt>" + plain(key) + "</dt><dd>" + (value.empty() ? "all" : plain(value)) + "</dd>\n";
    html += "</dl>\n</section>\n</main>\n</body>\n</html>\n";
    return html;
}

}  // namespace holdfast::exchange
