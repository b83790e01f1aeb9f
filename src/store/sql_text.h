// A statement put together from fixed fragments, with its parameters numbered as they come. Only for the .cpp files of
// this folder; no text from outside ever becomes part of a statement.
#pragma once

#include "base/id.h"
#include "db/connection.h"
#include "store/unseen.h"

#include <string>
#include <vector>

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

    /// The same; '@' becomes a parameter for each of `people`: "WHERE person IN (@)".
    SqlText& addOf(std::string_view fragment, const std::vector<PersonId>& people, db::Params values = {})
    {
        const auto* next = values.begin();
        for (const char c : fragment) {
            if (c == '@') {
                for (std::size_t i = 0; i < people.size(); ++i) {
                    m_text += (i == 0 ? "$" : ", $") + std::to_string(++m_count);
                    m_values.emplace_back(people[i].str());
                }
            } else if (c == '?') {
                m_text += "$" + std::to_string(++m_count);
                m_values.push_back(*next++);
            } else {
                m_text += c;
            }
        }
        return *this;
    }

    /// Leaves out whom the reader may not see: `fragment` is " AND x.person NOT IN (@)".
    SqlText& without(const Unseen& unseen, std::string_view fragment)
    {
        return unseen.empty() ? *this : addOf(fragment, unseen.people());
    }

    const std::string& text() const { return m_text; }
    db::Values values() const { return m_values; }

private:
    std::string m_text;
    std::vector<db::Value> m_values;
    std::size_t m_count = 0;
};

}  // namespace holdfast::store
