#include "db/connection.h"

namespace holdfast::db {

std::optional<std::string> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{text(column)};
}

void Connection::insertMany(std::string_view into, const std::vector<std::vector<Value>>& rows)
{
    if (rows.empty())
        return;
    std::string sql = "INSERT INTO " + std::string{into} + " VALUES ";
    std::vector<Value> values;
    for (const auto& row : rows) {
        sql += values.empty() ? "(" : ", (";
        for (std::size_t i = 0; i < row.size(); ++i) {
            values.push_back(row[i]);
            sql += (i == 0 ? "$" : ", $") + std::to_string(values.size());
        }
        sql += ')';
    }
    execute(sql, Values{values});
}

void Connection::updateStatistics()
{
    if (dialect() == Dialect::sqlite)
        return script("ANALYZE");
    // Without names PostgreSQL looks at every table of every schema of the database, and locks them all the while.
    const auto tables =
        list("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename", {},
             [](const Row& row) { return row.text(0); });
    for (const std::string& table : tables)
        script("ANALYZE " + table);
}

}  // namespace holdfast::db
