#include "db/connection.h"

namespace holdfast::db {

std::optional<std::string> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{text(column)};
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
