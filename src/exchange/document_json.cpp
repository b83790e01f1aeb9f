#include "exchange/document_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace holdfast::exchange {
namespace {

using report::Cell;
using report::Document;
using report::Table;
using Json = nlohmann::ordered_json;

class Writer {
public:
    explicit Writer(const Document& document) : m_document{document} {}

    std::string write()
    {
        head();
        totals();
        for (const char* id : {"groups", "by_service", "by_reason", "by_month", "flow"})
            if (const Table* table = m_document.table(id))
                rows(*table);
        m_json["parameters"] = Json::object();
        for (const auto& [key, value] : m_document.parameters)
            m_json["parameters"][key] = value;
        m_json["caveats"] = m_document.caveats;
        for (const Table& table : m_document.tables)
            if (!m_json.contains(table.id))
                rows(table);
        m_json["hidden"] = m_hidden;
        return m_json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

    std::string writeRows(const Table& table)
    {
        rows(table);
        return m_json[table.id].dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    std::string parameter(std::string_view key) const
    {
        const auto at = std::ranges::find(m_document.parameters, key, &std::pair<std::string, std::string>::first);
        return at == m_document.parameters.end() ? std::string{} : at->second;
    }

    Json orNull(std::string_view key) const
    {
        const std::string value = parameter(key);
        return value.empty() ? Json{} : Json(value);
    }

    void head()
    {
        const std::string policy = parameter("policy");
        const auto space = policy.find(' ');
        m_json = {{"report", "bounces"},
                  {"version", 1},
                  {"from", parameter("from")},
                  {"to", parameter("to")},
                  {"by", parameter("by")},
                  {"service", orNull("service")},
                  {"need", orNull("need")},
                  {"data_as_of", parameter("data_as_of")},
                  {"policy",
                   {{"id", policy.substr(0, space)},
                    {"version", space == std::string::npos ? "" : policy.substr(space + 1)}}}};
    }

    Json valueOf(const Cell& cell, const std::string& pointer)
    {
        if (const auto* words = std::get_if<std::string>(&cell))
            return *words;
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return *number;
        if (const auto* real = std::get_if<double>(&cell))
            return *real;
        if (const auto* day = std::get_if<Date>(&cell))
            return formatDate(*day);
        if (std::holds_alternative<report::Hidden>(cell))
            m_hidden.push_back(pointer);
        return {};
    }

    void totals()
    {
        Json values = Json::object();
        if (const Table* table = m_document.table("totals"))
            for (const auto& row : table->rows) {
                const auto& key = std::get<std::string>(row.front());
                values[key] = valueOf(row.back(), "/totals/" + key);
            }
        m_json["totals"] = std::move(values);
    }

    void rows(const Table& table)
    {
        Json list = Json::array();
        for (const auto& row : table.rows) {
            Json line = Json::object();
            for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
                const std::string& key = table.columns[i].key;
                line[key] = valueOf(row[i], "/" + table.id + "/" + std::to_string(list.size()) + "/" + key);
            }
            list.push_back(std::move(line));
        }
        m_json[table.id] = std::move(list);
    }

    const Document& m_document;
    Json m_json;
    std::vector<std::string> m_hidden;
};

}  // namespace

std::string writeTableJson(const Table& table)
{
    Document document;
    document.tables = {table};
    return Writer{document}.writeRows(table);
}

std::string writeDocumentJson(const Document& document)
{
    return Writer{document}.write();
}

}  // namespace holdfast::exchange
