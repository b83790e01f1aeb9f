#include "base/platform.h"
#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/document_files.h"
#include "exchange/xlsx_book.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>
#include <set>

namespace holdfast::exchange {
namespace {

using report::Cell;
using report::Column;
using report::ColumnKind;
using report::Document;
using report::Table;

constexpr std::size_t mostBytes = 64'000'000;
constexpr std::size_t longestCell = 32'000;  ///< Excel takes 32,767 characters
constexpr std::size_t longestFooter = 200;

/// "By service" of "by_service", at most as long as Excel takes.
std::string sheetName(std::string_view id)
{
    std::string name{id.substr(0, 31)};
    std::ranges::replace(name, '_', ' ');
    if (!name.empty())
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    return name;
}

std::string parameterOf(const Document& document, std::string_view wanted)
{
    for (const auto& [key, value] : document.parameters)
        if (key == wanted)
            return value;
    return {};
}

double widthFor(std::size_t characters)
{
    return std::clamp(static_cast<double>(characters) + 2, 10.0, 60.0);
}

std::size_t lengthOf(const Cell& cell)
{
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? 8 : words->size();
}

void addCover(XlsxBook& book, const Document& document)
{
    lxw_row_t row = 0;
    lxw_worksheet* sheet = book.addSheet("Report", document.title + ", " + document.subtitle, row);
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 70, nullptr);
    book.text(sheet, row++, 0, "How this report was made", book.looks().heading);
    for (const auto& [key, value] : document.parameters) {
        book.text(sheet, row, 0, key);
        if (const auto day = parseDate(value))
            book.cell(sheet, row, 1, *day, ColumnKind::text);
        else if (const auto at = parseInstant(value))
            worksheet_write_unixtime(sheet, row, 1, toMillis(*at) / 1000, book.looks().instant);
        else if (key == "events")
            book.cell(sheet, row, 1, std::int64_t{std::atoll(value.c_str())}, ColumnKind::count);
        else
            book.text(sheet, row, 1, value.empty() ? "all" : value);
        ++row;
    }
    ++row;
    book.text(sheet, row++, 0, "Sheets", book.looks().heading);
    for (const Table& table : document.tables) {
        const std::string name = sheetName(table.id);
        worksheet_write_url(sheet, row, 0, ("internal:'" + name + "'!A1").c_str(), nullptr);
        book.text(sheet, row, 0, name);
        book.text(sheet, row++, 1, table.title);
    }
}

void addTable(XlsxBook& book, const Table& table)
{
    lxw_row_t row = 0;
    lxw_worksheet* sheet = book.addSheet(sheetName(table.id), table.title, row);
    if (!table.note.empty())
        book.text(sheet, row++, 0, table.note, book.looks().caveat);
    ++row;
    if (table.rows.empty()) {
        book.text(sheet, row, 0, "There is nothing to count here.");
        return;
    }
    std::vector<std::string> heads;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        heads.push_back(table.columns[i].title);
        std::size_t longest = heads.back().size() + 3;
        for (const auto& line : table.rows)
            if (i < line.size())
                longest = std::max(longest, lengthOf(line[i]));
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, widthFor(longest), longest > 58 ? book.looks().words : nullptr);
    }
    book.table(sheet, row, "T_" + table.id, heads, table.rows.size());
    worksheet_freeze_panes(sheet, row + 1, 1);
    worksheet_repeat_rows(sheet, row, row);
    for (const auto& line : table.rows) {
        ++row;
        for (std::size_t i = 0; i < line.size() && i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            const auto* words = std::get_if<std::string>(&line[i]);
            const auto month =
                words != nullptr && (column.key == "month" || column.key == "key") ? monthOf(*words) : std::nullopt;
            if (month) {
                lxw_datetime at = datetimeOf(*month);
                worksheet_write_datetime(sheet, row, static_cast<lxw_col_t>(i), &at, book.looks().month);
            } else {
                book.cell(sheet, row, static_cast<lxw_col_t>(i), line[i], column.kind);
            }
        }
    }
}

/// Every figure on a line of its own, for whoever makes tables of their own of them.
void addData(XlsxBook& book, const Document& document)
{
    lxw_row_t row = 0;
    lxw_worksheet* sheet = book.addSheet("Data", "Every figure on a line of its own", row);
    ++row;
    std::size_t lines = 0;
    const lxw_row_t heads = row;
    for (const Table& table : document.tables) {
        if (table.id == "definitions")
            continue;
        for (const auto& line : table.rows) {
            std::string key;
            for (std::size_t i = 0; i < line.size() && i < table.columns.size(); ++i) {
                const Cell& cell = line[i];
                if (const auto* words = std::get_if<std::string>(&cell);
                    words != nullptr || table.columns[i].key == "days") {
                    if (words != nullptr && key.size() + words->size() < 120)
                        key += (key.empty() ? "" : " / ") + *words;
                    if (words != nullptr)
                        continue;
                }
                if (std::holds_alternative<std::monostate>(cell))
                    continue;
                ++row;
                ++lines;
                book.text(sheet, row, 0, table.id);
                book.text(sheet, row, 1, key);
                book.text(sheet, row, 2, table.columns[i].key);
                if (std::holds_alternative<report::Hidden>(cell))
                    book.text(sheet, row, 4, "yes");
                else
                    book.cell(sheet, row, 3, cell, table.columns[i].kind);
            }
        }
    }
    worksheet_set_column(sheet, 0, 0, 18, nullptr);
    worksheet_set_column(sheet, 1, 1, 60, nullptr);
    worksheet_set_column(sheet, 2, 4, 18, nullptr);
    if (lines > 0)
        book.table(sheet, heads, "T_data", {"Table", "Line", "Figure", "Value", "Hidden"}, lines);
    worksheet_freeze_panes(sheet, heads + 1, 0);
}

}  // namespace

XlsxBook::XlsxBook(const std::string& aside, std::string folder, const Document& document, Instant made)
    : m_folder{std::move(folder)}, m_document{document}
{
    lxw_workbook_options options{};
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(aside.c_str(), &options);
    if (m_book == nullptr)
        return;
    lxw_doc_properties properties{};
    std::string title = document.title + ", " + document.subtitle;
    properties.title = title.data();
    properties.created = static_cast<time_t>(toMillis(made) / 1000);
    workbook_set_properties(m_book, &properties);
    m_looks.title = look();
    format_set_bold(m_looks.title);
    format_set_font_size(m_looks.title, 16);
    m_looks.heading = look();
    format_set_bold(m_looks.heading);
    m_looks.words = look();
    format_set_text_wrap(m_looks.words);
    format_set_align(m_looks.words, LXW_ALIGN_VERTICAL_TOP);
    m_looks.caveat = look();
    format_set_italic(m_looks.caveat);
    m_looks.count = look("#,##0");
    m_looks.decimal = look("0.0");
    m_looks.percent = look("0%");
    m_looks.date = look("d mmm yyyy");
    m_looks.month = look("mmm yyyy");
    m_looks.instant = look("d mmm yyyy hh:mm \"UTC\"");
    m_looks.hidden = look();
    format_set_align(m_looks.hidden, LXW_ALIGN_RIGHT);
}

XlsxBook::~XlsxBook()
{
    static_cast<void>(close());
}

bool XlsxBook::close()
{
    if (m_book == nullptr)
        return false;
    lxw_workbook* done = std::exchange(m_book, nullptr);
    return workbook_close(done) == LXW_NO_ERROR;
}

lxw_format* XlsxBook::look(const char* format)
{
    lxw_format* made = workbook_add_format(m_book);
    if (format != nullptr)
        format_set_num_format(made, format);
    return made;
}

lxw_worksheet* XlsxBook::addSheet(const std::string& name, const std::string& title, lxw_row_t& row)
{
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.c_str());
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    row = 0;
    text(sheet, row++, 0, title, m_looks.title);
    for (const std::string& caveat : m_document.caveats)
        text(sheet, row++, 0, caveat, m_looks.caveat);
    // On every printed page; "&" begins a code there.
    std::string foot = m_document.caveats.empty() ? std::string{} : m_document.caveats.front();
    std::erase(foot, '&');
    if (foot.size() > longestFooter)
        foot = foot.substr(0, foot.rfind(' ', longestFooter)) + " ...";
    worksheet_set_footer(sheet, ("&L" + foot + "&R&P / &N").c_str());
    return sheet;
}

void XlsxBook::text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view words, lxw_format* look)
{
    std::string safe = withoutFormulas(words);
    if (safe.size() > longestCell) {
        safe.resize(longestCell);
        while (!safe.empty() && isInsideCharacter(safe.back()))
            safe.pop_back();
        if (!safe.empty() && static_cast<unsigned char>(safe.back()) >= 0xc0)
            safe.pop_back();
    }
    worksheet_write_string(sheet, row, column, safe.c_str(), look);
}

void XlsxBook::cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, ColumnKind kind)
{
    if (const auto* words = std::get_if<std::string>(&cell)) {
        text(sheet, row, column, *words, words->size() > 58 ? m_looks.words : nullptr);
    } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
        worksheet_write_number(sheet, row, column, static_cast<double>(*count), m_looks.count);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        worksheet_write_number(sheet, row, column, *real,
                               kind == ColumnKind::percent ? m_looks.percent : m_looks.decimal);
    } else if (const auto* day = std::get_if<Date>(&cell)) {
        lxw_datetime at = datetimeOf(*day);
        worksheet_write_datetime(sheet, row, column, &at, m_looks.date);
    } else if (std::holds_alternative<report::Hidden>(cell)) {
        worksheet_write_string(sheet, row, column, "*", m_looks.hidden);
    }
}

void XlsxBook::table(lxw_worksheet* sheet, lxw_row_t row, const std::string& name, std::vector<std::string> heads,
                     std::size_t rows)
{
    std::set<std::string> taken;
    for (std::string& head : heads)
        for (int again = 2; !taken.insert(head).second; ++again)
            head += ' ' + std::to_string(again);
    std::vector<lxw_table_column> columns(heads.size());
    std::vector<lxw_table_column*> list;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        columns[i].header = heads[i].data();
        list.push_back(&columns[i]);
    }
    list.push_back(nullptr);
    std::string named = name;
    lxw_table_options options{};
    options.name = named.data();
    options.columns = list.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 15;  // black and white
    worksheet_add_table(sheet, row, 0, row + static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(heads.size() - 1),
                        &options);
}

std::optional<Date> monthOf(std::string_view text)
{
    return text.size() == 7 ? parseDate(std::string{text} + "-01") : std::nullopt;
}

lxw_datetime datetimeOf(Date day)
{
    const std::chrono::year_month_day date{day};
    lxw_datetime at{};
    at.year = static_cast<int>(date.year());
    at.month = static_cast<int>(static_cast<unsigned>(date.month()));
    at.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return at;
}

namespace {

/// The library speaks to the standard error when it cannot write, so what can be known before is asked before.
Result<Done> canGrow(const Document& document, const std::string& aside, const std::string& folder)
{
    if (auto begun = platform::writeFileAtomically(aside, {}); !begun)
        return begun;
    std::uintmax_t needed = 1'000'000;
    for (const Table& table : document.tables)
        for (const auto& row : table.rows)
            needed += 400 * row.size();
    std::error_code unknown;
    const auto room = std::filesystem::space(folder, unknown);
    if (unknown || room.available >= needed)
        return Done{};
    std::filesystem::remove(aside, unknown);
    return Error{ErrorCode::diskFull, aside, "there is no room left"};
}

}  // namespace

Result<std::string> writeDocumentXlsx(const Document& document, const std::string& aside)
{
    namespace fs = std::filesystem;
    std::string folder = fs::path{aside}.parent_path().string();
    if (folder.empty())
        folder = ".";
    if (const auto can = canGrow(document, aside, folder); !can)
        return can.error();
    const Error failed{ErrorCode::unavailable, aside,
                       "the spreadsheet could not be written; see that the folder may be written and has room"};
    bool written = false;
    {
        XlsxBook book{aside, folder, document, parseInstant(parameterOf(document, "data_as_of")).value_or(Instant{})};
        if (book.book() == nullptr)
            return failed;
        addCover(book, document);
        addCharts(book, document, picturesOf(document));
        for (const Table& table : document.tables)
            addTable(book, table);
        addData(book, document);
        written = book.close();
    }
    auto bytes = written ? platform::readFile(aside, mostBytes) : Result<std::string>{failed};
    std::error_code ignored;
    fs::remove(aside, ignored);
    return bytes;
}

}  // namespace holdfast::exchange
