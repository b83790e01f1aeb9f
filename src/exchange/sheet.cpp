#include "exchange/sheet.h"

#include <algorithm>
#include <cassert>

namespace holdfast::exchange {

Sheet::Sheet(std::string_view file, std::span<const std::string_view> columns)
    : m_file{file}, m_columns{columns}, m_cells(columns.size())
{
    for (const std::string_view column : columns)
        m_csv.text(column);
    m_csv.endRow();
}

Sheet& Sheet::set(std::string_view column, std::string value)
{
    const auto at = std::ranges::find(m_columns, column);
    assert(at != m_columns.end());
    m_cells[static_cast<std::size_t>(at - m_columns.begin())] = std::move(value);
    return *this;
}

void Sheet::endRow()
{
    for (std::string& cell : m_cells) {
        if (cell.empty())
            m_csv.empty();
        else
            m_csv.text(cell);
        cell.clear();
    }
    m_csv.endRow();
}

}  // namespace holdfast::exchange
