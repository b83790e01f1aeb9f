#include "store/report_words.h"

#include "store/columns.h"
#include "store/sql_text.h"

#include <set>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view all = "SELECT id, word FROM report_word";
constexpr std::string_view some = "SELECT id, word FROM report_word WHERE word IN (";
constexpr std::string_view one = "SELECT id FROM report_word WHERE word = $1";
constexpr std::string_view insert = "INSERT INTO report_word (word) VALUES ($1) ON CONFLICT (word) DO NOTHING";

}  // namespace sql

constexpr std::size_t mostAtOnce = 200;

}  // namespace

void ReportWords::add(std::uint32_t number, std::string_view word)
{
    const auto known = m_numbers.emplace(word, number).first;
    if (m_words.size() <= number)
        m_words.resize(number + 1);
    m_words[number] = known->first;
}

void ReportWords::load()
{
    m_connection.query(sql::all, {},
                       [this](const db::Row& row) { add(static_cast<std::uint32_t>(row.integer(0)), row.view(1)); });
}

void ReportWords::learn(const std::function<void(const std::function<void(std::string_view)>&)>& say)
{
    std::set<std::string, std::less<>> asked;  // in order, so that two who learn the same never wait for each other
    say([&](std::string_view word) {
        if (!word.empty() && !m_numbers.contains(word))
            asked.emplace(word);
    });
    if (asked.empty())
        return;
    if (asked.size() <= mostAtOnce) {
        SqlText text;
        text.add(sql::some);
        for (const std::string& word : asked)
            text.add(word == *asked.begin() ? "?" : ", ?", {word});
        text.add(")");
        m_connection.query(text.text(), text.values(), [this](const db::Row& row) {
            add(static_cast<std::uint32_t>(row.integer(0)), row.view(1));
        });
    }
    for (const std::string& word : asked)
        numberOf(word);
}

std::uint32_t ReportWords::numberOf(std::string_view word)
{
    if (word.empty())
        return 0;
    const auto known = m_numbers.find(word);
    if (known != m_numbers.end())
        return known->second;
    const std::string text{word};
    m_connection.execute(sql::insert, {text});
    const auto number = m_connection.first(
        sql::one, {text}, [](const db::Row& row) { return static_cast<std::uint32_t>(row.integer(0)); });
    if (!number)
        throw db::Failure{db::Failure::Kind::other, "a word of the report was not kept"};
    add(*number, word);
    return *number;
}

std::string_view ReportWords::wordOf(std::uint32_t number) const
{
    // A number without a word is one that another transaction took and gave up.
    if (number >= m_words.size() || (number != 0 && m_words[number].empty()))
        throw db::Failure{db::Failure::Kind::damaged, "a page of the report names no word"};
    return m_words[number];
}

}  // namespace holdfast::store
