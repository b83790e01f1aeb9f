// Rows put into a table many at a time: on a server each statement is a journey. Only for filling in bulk.
#pragma once

#include "db/connection.h"

#include <string>
#include <vector>

namespace holdfast::store {

class ManyRows {
public:
    /// `into` is a table with its columns: "note (id, text)". flush() must follow.
    ManyRows(db::Connection& connection, std::string into) : m_connection{connection}, m_into{std::move(into)} {}

    void add(std::vector<db::Value> values)
    {
        m_rows.push_back(std::move(values));
        if (m_rows.size() == (m_connection.dialect() == db::Dialect::sqlite ? inStatement : inJourney))
            flush();
    }

    void flush()
    {
        m_connection.insertMany(m_into, m_rows);
        m_rows.clear();
    }

private:
    static constexpr std::size_t inStatement = 100;
    static constexpr std::size_t inJourney = 1000;

    db::Connection& m_connection;
    std::string m_into;
    std::vector<std::vector<db::Value>> m_rows;
};

}  // namespace holdfast::store
