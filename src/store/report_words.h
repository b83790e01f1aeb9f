// The texts of report pages by their numbers. Only for report_pages.cpp.
#pragma once

#include "store/report_code.h"

#include <functional>
#include <map>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class ReportWords final : public WordNumbers {
public:
    explicit ReportWords(db::Connection& connection) : m_connection{connection} {}

    /// All there are: for reading, and for writing much.
    void load();

    /// Those that `say` names, in one question; what is new gets its number.
    void learn(const std::function<void(const std::function<void(std::string_view)>&)>& say);

    std::uint32_t numberOf(std::string_view word) override;
    std::string_view wordOf(std::uint32_t number) const override;

private:
    void add(std::uint32_t number, std::string_view word);

    db::Connection& m_connection;
    std::map<std::string, std::uint32_t, std::less<>> m_numbers;
    std::vector<std::string_view> m_words{std::string_view{}};  ///< by number; they live in m_numbers
};

}  // namespace holdfast::store
