#include "report/picture_parts.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace holdfast::report {
namespace {

const Cell nothing{};

/// Of a code point in a common typeface, as a share of its size; on the wide side.
double advance(unsigned char first)
{
    if (first >= 0x80)
        return first < 0xc0 ? 0 : first >= 0xe0 ? 1.0 : 0.62;  // what follows in a code point; wide scripts
    switch (first) {
    case 'i':
    case 'j':
    case 'l':
    case 'I':
    case '\'':
    case '.':
    case ',':
    case ':':
    case ';':
    case '|':
    case '!': return 0.30;
    case 'f':
    case 't':
    case 'r':
    case '(':
    case ')':
    case '-':
    case '/':
    case ' ': return 0.40;
    case 'm':
    case 'w':
    case 'M':
    case 'W':
    case '%':
    case '@': return 0.92;
    default: return first >= 'A' && first <= 'Z' ? 0.72 : 0.61;
    }
}

/// Where the picture comes from, and what was asked for.
std::string captionOf(const Document& document)
{
    std::string asked;
    for (const auto& [key, value] : document.parameters) {
        if (key == "store")
            break;  // what follows is where it comes from
        if (key != "from" && key != "to" && !value.empty())
            asked.append(asked.empty() ? "Asked for: " : "; ").append(key).append(" ").append(value);
    }
    std::map<std::string, std::string> known{document.parameters.begin(), document.parameters.end()};
    if (!asked.empty())
        asked += ". ";
    return asked + "Data as at event " + known["events"] + " of store " + known["store"] + ", " + known["data_as_of"] +
           "; policy " + known["policy"] + "; " + known["program"] + '.';
}

}  // namespace

ShownTable::ShownTable(const Document& document, std::string_view id) : m_table{document.table(id)} {}

const Cell& ShownTable::cell(std::size_t row, std::string_view column) const
{
    if (row >= size())
        return nothing;
    const auto at = std::ranges::find(m_table->columns, column, &Column::key) - m_table->columns.begin();
    const auto& cells = m_table->rows[row];
    return static_cast<std::size_t>(at) < cells.size() ? cells[static_cast<std::size_t>(at)] : nothing;
}

std::string ShownTable::words(std::size_t row, std::string_view column) const
{
    const auto* text = std::get_if<std::string>(&cell(row, column));
    return text == nullptr ? std::string{} : *text;
}

std::optional<double> ShownTable::figure(std::size_t row, std::string_view column) const
{
    const Cell& found = cell(row, column);
    if (const auto* count = std::get_if<std::int64_t>(&found))
        return static_cast<double>(*count);
    if (const auto* real = std::get_if<double>(&found))
        return *real;
    return std::nullopt;
}

bool ShownTable::hidden(std::size_t row, std::string_view column) const
{
    return std::holds_alternative<Hidden>(cell(row, column));
}

std::string ShownTable::shown(std::size_t row, std::string_view column) const
{
    const auto number = figure(row, column);
    return number ? plainNumber(*number) : hidden(row, column) ? "*" : "";
}

std::string moreHidden(std::size_t count, bool all)
{
    return std::to_string(count) + (all ? "" : " more") + (count == 1 ? " count is " : " counts are ") +
           std::string{hiddenWords} + ". ";
}

std::string plainNumber(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), value == std::floor(value) ? "%.0f" : "%.1f", value);
    return text.data();
}

std::string percentWords(double share)
{
    return plainNumber(std::round(share * 100)) + " per cent";
}

double textWidth(std::string_view text, double size)
{
    double width = 0;
    for (const char c : text)
        width += advance(static_cast<unsigned char>(c)) * size;
    return width;
}

std::string fitted(std::string_view text, double size, double width)
{
    if (textWidth(text, size) <= width)
        return std::string{text};
    std::string kept{text};
    while (!kept.empty() && textWidth(kept, size) + size > width) {
        while (!kept.empty() && isInsideCharacter(kept.back()))
            kept.pop_back();
        if (!kept.empty())
            kept.pop_back();
    }
    while (kept.ends_with(' '))
        kept.pop_back();
    return kept + "\xe2\x80\xa6";
}

std::vector<std::string> wrapped(std::string_view text, double size, double width)
{
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        const std::string longer = line.empty() ? std::string{word} : line + ' ' + std::string{word};
        if (line.empty() || textWidth(longer, size) <= width) {
            line = longer;
            continue;
        }
        lines.push_back(std::move(line));
        line = word;
    }
    if (!line.empty())
        lines.push_back(std::move(line));
    return lines;
}

double axisTop(double largest)
{
    double step = 1;
    for (int power = 0; power < 12; ++power, step *= 10)
        for (const double of : {1.0, 2.0, 5.0})
            if (of * step * 4 >= largest)
                return of * step * 4;
    return largest;
}

std::string monthWords(std::string_view month)
{
    constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = parseDate(std::string{month} + "-01");
    if (!day)
        return std::string{month};
    const std::chrono::year_month_day date{*day};
    return std::string{names.at(static_cast<unsigned>(date.month()) - 1)} + ' ' + std::string{month.substr(0, 4)};
}

void addLabel(Drawing& drawing, std::string text, Point at, Anchor anchor, Ink ink, bool bold, double size)
{
    drawing.shapes.emplace_back(Label{std::move(text), at, anchor, size, bold, ink, 0});
}

std::vector<Picture> picturesOf(const Document& document)
{
    std::vector<Picture> pictures;
    for (auto* const make :
         {reasonsPicture, flowMatrixPicture, flowPicture, trendPicture, waitingPicture, quadrantsPicture})
        if (auto picture = make(document))
            pictures.push_back(*std::move(picture));
    return pictures;
}

Drawing framed(const Picture& picture, const Document& document)
{
    constexpr double margin = 16;
    constexpr double titleSize = 16;
    constexpr double line = 15;
    const double width = picture.drawing.width;
    Drawing whole{width + 2 * margin, 0, {}};
    double y = margin + titleSize;
    for (const std::string& part : wrapped(picture.title + ", " + document.subtitle, titleSize, width)) {
        addLabel(whole, part, {margin, y}, Anchor::start, Ink::text, true, titleSize);
        y += titleSize * 1.3;
    }
    for (Shape shape : picture.drawing.shapes) {
        const auto move = [&](Point& point) { point = {point.x + margin, point.y + y}; };
        if (auto* stroke = std::get_if<Line>(&shape)) {
            move(stroke->from);
            move(stroke->to);
        } else if (auto* path = std::get_if<Path>(&shape)) {
            std::ranges::for_each(path->points, move);
        } else {
            std::visit(
                [&](auto& other) {
                    if constexpr (requires { other.at; })
                        move(other.at);
                },
                shape);
        }
        whole.shapes.push_back(std::move(shape));
    }
    y += picture.drawing.height + line;
    std::vector<std::string> notes = document.caveats;
    notes.push_back(captionOf(document));
    for (const std::string& note : notes)
        for (const std::string& part : wrapped(note, smallSize, width)) {
            addLabel(whole, part, {margin, y}, Anchor::start, Ink::muted, false, smallSize);
            y += line;
        }
    whole.height = y + margin - line / 2;
    return whole;
}

}  // namespace holdfast::report
