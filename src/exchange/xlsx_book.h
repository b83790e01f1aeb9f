// A workbook while it is written, and its looks. Only for document_xlsx.cpp and xlsx_charts.cpp.
#pragma once

#include "base/time.h"
#include "report/document.h"
#include "report/picture.h"

#include <xlsxwriter.h>

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

class XlsxBook {
public:
    /// `aside` is where the file grows, `folder` where its parts lie meanwhile. `made` stands in its properties.
    XlsxBook(const std::string& aside, std::string folder, const report::Document& document, Instant made);
    /// Closes what was not closed, for nobody to see.
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    struct Looks {
        lxw_format* title = nullptr;
        lxw_format* heading = nullptr;
        lxw_format* words = nullptr;  ///< wrapped
        lxw_format* caveat = nullptr;
        lxw_format* count = nullptr;
        lxw_format* decimal = nullptr;
        lxw_format* percent = nullptr;
        lxw_format* date = nullptr;
        lxw_format* month = nullptr;
        lxw_format* instant = nullptr;
        lxw_format* hidden = nullptr;
    };
    const Looks& looks() const { return m_looks; }
    lxw_workbook* book() { return m_book; }

    /// A sheet with the title and every caveat above; `row` becomes the first free one.
    lxw_worksheet* addSheet(const std::string& name, const std::string& title, lxw_row_t& row);

    /// Plain text, whatever a spreadsheet would make of it when somebody edits the cell.
    void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view words,
              lxw_format* look = nullptr);
    void cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const report::Cell& cell, report::ColumnKind kind);

    /// The rows as a table that can be sorted and filtered, its heads at `row`.
    void table(lxw_worksheet* sheet, lxw_row_t row, const std::string& name, std::vector<std::string> heads,
               std::size_t rows);

    /// False when it could not be written whole.
    bool close();

private:
    lxw_format* look(const char* format = nullptr);

    std::string m_folder;
    const report::Document& m_document;
    lxw_workbook* m_book = nullptr;
    Looks m_looks;
};

/// "2026-03" as the first day of that month.
std::optional<Date> monthOf(std::string_view text);
lxw_datetime datetimeOf(Date day);

/// A sheet of charts that a spreadsheet draws by itself, and one of the cells they are drawn from.
void addCharts(XlsxBook& book, const report::Document& document, const std::vector<report::Picture>& pictures);

}  // namespace holdfast::exchange
