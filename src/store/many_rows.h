// Rows put into a table many at a time: on a server each statement is a journey. Only for filling in bulk.
#pragma once

#include "store/sql_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace holdfast::store {

class ManyRows {
public:
    /// `insert` is "INSERT INTO ... VALUES ", `row` one row with a '?' for each value: "(?, ?)". flush() must follow.
    ManyRows(db::Connection& connection, std::string_view insert, std::string_view row, std::string_view end = {})
        : m_connection{connection}, m_insert{insert}, m_row{row}, m_end{end}
    {}

    void add(std::vector<db::Value> values)
    {
        m_rows.push_back(std::move(values));
        if (m_rows.size() == atOnce)
            flush();
    }

    void flush()
    {
        if (m_rows.empty())
            return;
        std::string text{m_insert};
        std::vector<db::Value> values;
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            text += i == 0 ? "" : ", ";
            for (const char c : m_row)
                text += c == '?' ? "$" + std::to_string(++count) : std::string(1, c);
            std::ranges::move(m_rows[i], std::back_inserter(values));
        }
        m_connection.execute(text + std::string{m_end}, db::Values{values});
        m_rows.clear();
    }

private:
    static constexpr std::size_t atOnce = 100;

    db::Connection& m_connection;
    std::string_view m_insert;
    std::string_view m_row;
    std::string_view m_end;
    std::vector<std::vector<db::Value>> m_rows;
};

}  // namespace holdfast::store
