#include "store/bulk_fill.h"

#include "db/connection.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view sqliteIndexes = R"(
    SELECT name, sql
    FROM sqlite_schema
    WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' AND ($1 = '' OR tbl_name = $1)
    ORDER BY rowid)";

// The definition is asked for only of our own: pg_get_indexdef locks what it reads until the transaction ends, and a
// filter on it would lock every index of the database.
constexpr std::string_view postgresIndexes = R"(
    SELECT c.relname, pg_get_indexdef(c.oid)
    FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisunique
      AND ($1::text = '' OR i.indrelid = to_regclass($1::text))
    ORDER BY c.relname)";

// A role may say so for itself. An index of words is made several times as fast.
constexpr std::string_view moreMemory = "SET LOCAL maintenance_work_mem = '512MB'";

}  // namespace sql
}  // namespace

void BulkFill::begin(std::string_view table)
{
    const bool sqlite = m_connection.dialect() == db::Dialect::sqlite;
    std::vector<std::string> names;
    m_connection.query(sqlite ? sql::sqliteIndexes : sql::postgresIndexes, {std::string{table}},
                       [&](const db::Row& row) {
                           names.push_back(row.text(0));
                           m_indexes.push_back(row.text(1));
                       });
    for (const std::string& name : names)
        m_connection.script("DROP INDEX " + name);  // names of our own schema
}

void BulkFill::finish()
{
    if (!m_indexes.empty() && m_connection.dialect() == db::Dialect::postgres)
        m_connection.execute(sql::moreMemory);
    for (const std::string& index : m_indexes)
        m_connection.script(index);
    m_indexes.clear();
}

}  // namespace holdfast::store
