// A statement put together from fixed fragments, with its parameters numbered as they come. Only for the .cpp files of
// this folder; no text from outside ever becomes part of a statement.
#pragma once

#include "db/connection.h"

namespace holdfast::store {

class SqlText {
public:
    /// Appends `fragment`; each '?' becomes the next $n and takes the next of `values`.
    SqlText& add(std::string_view fragment, db::Params values = {})
    {
        for (const char c : fragment) {
            if (c == '?')
                m_text += "$" + std::to_string(++m_count);
            else
                m_text += c;
        }
        m_values.insert(m_values.end(), values.begin(), values.end());
        return *this;
    }

    const std::string& text() const { return m_text; }
    db::Values values() const { return m_values; }

private:
    std::string m_text;
    std::vector<db::Value> m_values;
    std::size_t m_count = 0;
};

}  // namespace holdfast::store
