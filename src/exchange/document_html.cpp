#include "exchange/document_files.h"
#include "exchange/markup.h"
#include "exchange/picture_svg.h"

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

std::string number(double value, int places)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", places, value);
    return text.data();
}

std::string shown(const Cell& cell, ColumnKind kind)
{
    if (const auto* words = std::get_if<std::string>(&cell))
        return plainMarkup(*words);
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
figure { margin: 1.5rem 0 2.5rem; break-inside: avoid; }
figcaption { font-weight: bold; padding: .25rem 0 .75rem; }
figure svg { max-width: 100%; height: auto; }
figure p { max-width: 44rem; margin: .5rem 0; }
.caveat { border-left: .4rem solid #1a1a1a; padding: .25rem .75rem; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
)";

void writeTable(std::string& html, const Table& table)
{
    html += "<section aria-labelledby=\"" + plainMarkup(table.id) + "\">\n<h2 id=\"" + plainMarkup(table.id) + "\">" +
            plainMarkup(table.title) + "</h2>\n";
    if (!table.note.empty())
        html += "<p>" + plainMarkup(table.note) + "</p>\n";
    if (table.rows.empty()) {
        html += "<p>There is nothing to count here.</p>\n</section>\n";
        return;
    }
    html += "<table>\n<caption>" + plainMarkup(table.title) + "</caption>\n<thead><tr>";
    for (const Column& column : table.columns)
        html += "<th scope=\"col\">" + plainMarkup(column.title) + "</th>";
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

/// Each with its words to read and the way to its table.
void writePictures(std::string& html, const std::vector<report::Picture>& pictures)
{
    html += "<section aria-labelledby=\"pictures\">\n<h2 id=\"pictures\">Pictures</h2>\n";
    for (const report::Picture& picture : pictures)
        html += "<figure>\n<figcaption>" + plainMarkup(picture.title) + "</figcaption>\n" + svgElement(picture) +
                "<p><strong>In words.</strong> " + plainMarkup(picture.alt) + "</p>\n<p><a href=\"#" +
                plainMarkup(picture.table) + "\">The table of this picture</a></p>\n</figure>\n";
    html += "</section>\n";
}

}  // namespace

std::string writeDocumentHtml(const Document& document)
{
    const std::string title = plainMarkup(document.title + ", " + document.subtitle);
    std::string html = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
                       "</title>\n<style>" + std::string{style} + "</style>\n</head>\n<body>\n<main>\n<h1>" + title +
                       "</h1>\n";
    for (const std::string& caveat : document.caveats)
        html += "<p class=\"caveat\">" + plainMarkup(caveat) + "</p>\n";
    const auto pictures = picturesOf(document);
    html += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n";
    if (!pictures.empty())
        html += "<li><a href=\"#pictures\">Pictures</a></li>\n";
    for (const Table& table : document.tables)
        html += "<li><a href=\"#" + plainMarkup(table.id) + "\">" + plainMarkup(table.title) + "</a></li>\n";
    html += "<li><a href=\"#made\">How this report was made</a></li>\n</ol>\n</nav>\n";
    if (!pictures.empty())
        writePictures(html, pictures);
    for (const Table& table : document.tables)
        writeTable(html, table);
    html += "<section aria-labelledby=\"made\">\n<h2 id=\"made\">How this report was made</h2>\n<dl>\n";
    for (const auto& [key, value] : document.parameters)
        html += "<dt>" + plainMarkup(key) + "</dt><dd>" + (value.empty() ? "all" : plainMarkup(value)) + "</dd>\n";
    html += "</dl>\n</section>\n</main>\n</body>\n</html>\n";
    return html;
}

}  // namespace holdfast::exchange
