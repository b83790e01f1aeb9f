// The charts of the workbook: a spreadsheet draws them from cells, so a hidden figure is an empty cell and no length.
#include "exchange/xlsx_book.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdfast::exchange {
namespace {

using report::Cell;
using report::ColumnKind;
using report::Document;
using report::Picture;
using report::Table;

constexpr const char* cellsSheet = "Chart data";
constexpr double rowsOfChart = 14.4;  ///< as tall as a chart is without a scale

/// A column of the chart's cells: its head and how it is drawn.
struct Series {
    std::string name;
    lxw_color_t colour = 0;
    std::uint8_t pattern = LXW_CHART_PATTERN_NONE;
    std::uint8_t dash = LXW_CHART_LINE_DASH_SOLID;
    std::uint8_t marker = LXW_CHART_MARKER_NONE;
    std::vector<Cell> cells{};
};

struct Block {
    std::string title;
    std::string head;  ///< of the names
    std::vector<Cell> names;
    std::vector<Series> series;
};

std::size_t columnOf(const Table& table, std::string_view key)
{
    return static_cast<std::size_t>(std::ranges::find(table.columns, key, &report::Column::key) -
                                    table.columns.begin());
}

Cell at(const Table& table, std::size_t row, std::string_view key)
{
    const std::size_t column = columnOf(table, key);
    return column < table.rows[row].size() ? table.rows[row][column] : Cell{};
}

std::string wordsAt(const Table& table, std::size_t row, std::string_view key)
{
    const Cell cell = at(table, row, key);
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? std::string{} : *words;
}

class Charts {
public:
    Charts(XlsxBook& book, const Document& document, const std::vector<Picture>& pictures)
        : m_book{book}, m_document{document}, m_pictures{pictures}
    {
        lxw_row_t row = 0;
        m_sheet = m_book.addSheet("Charts", document.title + ", " + document.subtitle, row);
        m_top = row + 1;
        m_cells = m_book.addSheet(cellsSheet, "What the charts are drawn from", row);
        worksheet_set_column(m_cells, 0, 0, 40, nullptr);
        worksheet_set_column(m_cells, 1, 5, 18, nullptr);
        m_row = row + 1;
    }

    void add()
    {
        reasons();
        trend();
        waiting();
        counts("quadrants", "quadrants", "quadrant", "Quadrant", LXW_CHART_COLUMN);
        counts("services", "by_service", "label", "Service", LXW_CHART_BAR);
        m_breaks.push_back(0);  // the end of the list
        worksheet_set_print_scale(m_sheet, 60);
        worksheet_set_h_pagebreaks(m_sheet, m_breaks.data());
    }

private:
    const Table* tableOf(std::string_view id) const
    {
        const Table* table = m_document.table(id);
        return table == nullptr || table->rows.empty() ? nullptr : table;
    }

    std::string altOf(std::string_view id) const
    {
        const auto found = std::ranges::find(m_pictures, id, &Picture::id);
        return found == m_pictures.end() ? std::string{} : found->alt;
    }

    /// By whose reason it is, so that a bar is told from another by its pattern.
    void reasons()
    {
        const Table* table = tableOf("by_reason");
        if (table == nullptr)
            return;
        std::map<std::string, std::string> sides;
        if (const Table* national = tableOf("national"))
            for (std::size_t i = 0; i < national->rows.size(); ++i)
                sides[wordsAt(*national, i, "code")] = wordsAt(*national, i, "side");
        Block block{"Reasons given", "Reason", {}, {}};
        block.series = {{"A mental health service's", 0x3A62BD},
                        {"A drug and alcohol service's", 0xC26A00, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL},
                        {"Either service's, or another door's", 0x475063, LXW_CHART_PATTERN_PERCENT_25}};
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            block.names.push_back(at(*table, i, "label"));
            const std::string side = sides[wordsAt(*table, i, "key")];
            const std::size_t mine = side == "mental_health" ? 0 : side == "substance_use" ? 1 : 2;
            for (std::size_t each = 0; each < block.series.size(); ++each)
                block.series[each].cells.push_back(each == mine ? at(*table, i, "bounces") : Cell{});
        }
        draw(block, LXW_CHART_BAR_STACKED, altOf("reasons"));
    }

    void trend()
    {
        const Table* table = tableOf("trend");
        if (table == nullptr)
            return;
        Block block{"Bounces each month, with limits", "Month", {}, {}};
        block.series = {{"Bounces", 0xC22F78, 0, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE},
                        {"Mean", 0x5A6663},
                        {"Lower limit", 0x5A6663, 0, LXW_CHART_LINE_DASH_DASH},
                        {"Upper limit", 0x5A6663, 0, LXW_CHART_LINE_DASH_ROUND_DOT}};
        constexpr std::array keys{"bounces", "mean", "lower_limit", "upper_limit"};
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            const auto month = monthOf(wordsAt(*table, i, "month"));
            block.names.push_back(month ? Cell{*month} : at(*table, i, "month"));
            for (std::size_t each = 0; each < keys.size(); ++each)
                block.series[each].cells.push_back(at(*table, i, keys.at(each)));
        }
        draw(block, LXW_CHART_LINE, altOf("trend"));
    }

    void waiting()
    {
        const Table* table = tableOf("waiting");
        if (table == nullptr)
            return;
        std::map<std::int64_t, std::array<Cell, 2>> byDay;
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            const Cell days = at(*table, i, "days");
            if (const auto* day = std::get_if<std::int64_t>(&days))
                byDay[*day][wordsAt(*table, i, "need") == "substance_use" ? 1 : 0] = at(*table, i, "left");
        }
        Block block{"Still without help after so many days", "Days", {}, {}};
        block.series = {{"Mental health", 0x3A62BD, 0, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE},
                        {"Drugs and alcohol", 0xC26A00, 0, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_SQUARE}};
        for (const auto& [day, shares] : byDay) {
            block.names.emplace_back(day);
            for (std::size_t each = 0; each < shares.size(); ++each)
                block.series[each].cells.push_back(shares.at(each));
        }
        draw(block, LXW_CHART_LINE, altOf("waiting"), ColumnKind::percent);
    }

    void counts(const char* picture, std::string_view id, std::string_view label, const char* head, std::uint8_t type)
    {
        const Table* table = tableOf(id);
        if (table == nullptr)
            return;
        Block block{table->title, head, {}, {{"Bounces", 0xC22F78}}};
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            block.names.push_back(at(*table, i, label));
            block.series.front().cells.push_back(at(*table, i, "bounces"));
        }
        draw(block, type, altOf(picture));
    }

    void draw(const Block& block, std::uint8_t type, const std::string& alt, ColumnKind kind = ColumnKind::count)
    {
        const lxw_row_t first = write(block, kind);
        const auto last = static_cast<lxw_row_t>(first + block.names.size() - 1);
        lxw_chart* chart = workbook_add_chart(m_book.book(), type);
        chart_title_set_name(chart, block.title.c_str());
        for (std::size_t i = 0; i < block.series.size(); ++i)
            addSeries(chart, block.series[i], type, first, last, static_cast<lxw_col_t>(i + 1));
        const bool bars = type == LXW_CHART_BAR || type == LXW_CHART_BAR_STACKED;
        if (bars)
            chart_axis_set_reverse(chart->y_axis);  // the first stands on top
        if (bars)
            chart_axis_set_crossing_max(chart->y_axis);
        if (bars)
            chart_axis_set_interval_unit(chart->y_axis, 1);  // every bar has its name
        if (std::holds_alternative<Date>(block.names.front()))
            chart_axis_set_num_format(chart->x_axis, "mmm yyyy");
        if (kind == ColumnKind::percent)
            chart_axis_set_num_format(chart->y_axis, "0%");
        if (block.series.size() == 1)
            chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        else
            chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        std::string words = alt.empty() ? block.title + ". The sheet " + cellsSheet + " has the same figures." : alt;
        lxw_chart_options options{};
        options.x_scale = 1.6;
        options.y_scale = bars ? std::max(1.4, 0.2 * static_cast<double>(block.names.size())) : 1.4;
        options.description = words.data();
        worksheet_insert_chart_opt(m_sheet, m_top, 0, chart, &options);
        m_top += static_cast<lxw_row_t>(options.y_scale * rowsOfChart) + 2;
        if (++m_charts % 2 == 0)
            m_breaks.push_back(m_top);
    }

    void addSeries(lxw_chart* chart, const Series& each, std::uint8_t type, lxw_row_t first, lxw_row_t last,
                   lxw_col_t column)
    {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, cellsSheet, first, 0, last, 0);
        chart_series_set_values(series, cellsSheet, first, column, last, column);
        chart_series_set_name(series, each.name.c_str());
        if (type == LXW_CHART_LINE) {
            lxw_chart_line line{};
            line.color = each.colour;
            line.width = 2;
            line.dash_type = each.dash;
            chart_series_set_line(series, &line);
            chart_series_set_marker_type(series, each.marker);
            return;
        }
        lxw_chart_fill fill{};
        fill.color = each.colour;
        lxw_chart_pattern pattern{};
        pattern.fg_color = each.colour;
        pattern.bg_color = LXW_COLOR_WHITE;
        pattern.type = each.pattern;
        if (each.pattern == LXW_CHART_PATTERN_NONE)
            chart_series_set_fill(series, &fill);
        else
            chart_series_set_pattern(series, &pattern);
    }

    /// The first row of its cells.
    lxw_row_t write(const Block& block, ColumnKind kind)
    {
        m_book.text(m_cells, m_row++, 0, block.title, m_book.looks().heading);
        m_book.text(m_cells, m_row, 0, block.head);
        for (std::size_t i = 0; i < block.series.size(); ++i)
            m_book.text(m_cells, m_row, static_cast<lxw_col_t>(i + 1), block.series[i].name);
        const lxw_row_t first = ++m_row;
        for (std::size_t line = 0; line < block.names.size(); ++line) {
            writeCell(0, block.names[line], ColumnKind::text);
            for (std::size_t i = 0; i < block.series.size(); ++i)
                writeCell(static_cast<lxw_col_t>(i + 1), block.series[i].cells[line], kind);
            ++m_row;
        }
        ++m_row;
        return first;
    }

    void writeCell(lxw_col_t column, const Cell& cell, ColumnKind kind)
    {
        if (const auto* day = std::get_if<Date>(&cell)) {
            lxw_datetime when = datetimeOf(*day);
            worksheet_write_datetime(m_cells, m_row, column, &when, m_book.looks().month);
        } else if (!std::holds_alternative<report::Hidden>(cell)) {  // text would be drawn as nought
            m_book.cell(m_cells, m_row, column, cell, kind);
        }
    }

    XlsxBook& m_book;
    const Document& m_document;
    const std::vector<Picture>& m_pictures;
    lxw_worksheet* m_sheet = nullptr;
    lxw_worksheet* m_cells = nullptr;
    lxw_row_t m_top = 0;
    lxw_row_t m_row = 0;
    int m_charts = 0;
    std::vector<lxw_row_t> m_breaks;
};

}  // namespace

void addCharts(XlsxBook& book, const Document& document, const std::vector<Picture>& pictures)
{
    Charts{book, document, pictures}.add();
}

}  // namespace holdfast::exchange
