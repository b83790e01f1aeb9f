#include "store/schema.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Table to its columns, each with what it may hold; only of tables that our own migrations make.
using Shape = std::map<std::string, std::set<std::string>>;

constexpr std::string_view sqliteShape = R"(
    SELECT t.name, c.name, replace(lower(c.type), 'blob', 'bytea'), c."notnull" OR c.pk > 0
    FROM sqlite_schema t
    CROSS JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%')";

constexpr std::string_view postgresShape = R"(
    SELECT table_name, column_name, CASE data_type WHEN 'bigint' THEN 'integer' ELSE data_type END,
           CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END
    FROM information_schema.columns
    WHERE table_schema = current_schema())";

constexpr std::string_view sqliteIndexes = R"(
    SELECT name
    FROM sqlite_schema
    WHERE type = 'index' AND sql IS NOT NULL)";

constexpr std::string_view postgresIndexes = R"(
    SELECT i.indexname
    FROM pg_indexes i
    WHERE i.schemaname = current_schema() AND i.indexname NOT LIKE '%_pkey')";

bool isOurs(const std::string& table)
{
    return !table.starts_with("schema_history") && !table.starts_with("store_commit") &&
           !table.starts_with("found_text");  // what each database keeps words in
}

Shape shapeOf(db::Connection& connection)
{
    Shape shape;
    connection.query(connection.dialect() == db::Dialect::sqlite ? sqliteShape : postgresShape, {},
                     [&](const db::Row& row) {
                         if (isOurs(row.text(0)))
                             shape[row.text(0)].insert(row.text(1) + " " + row.text(2) + " " + row.text(3));
                     });
    return shape;
}

std::set<std::string> indexesOf(db::Connection& connection)
{
    std::set<std::string> indexes;
    connection.query(connection.dialect() == db::Dialect::sqlite ? sqliteIndexes : postgresIndexes, {},
                     [&](const db::Row& row) {
                         if (isOurs(row.text(0)))
                             indexes.insert(row.text(0));
                     });
    return indexes;
}

}  // namespace

TEST_CASE("every store has the same tables, columns and indexes")
{
    std::optional<Shape> shape;
    std::set<std::string> indexes;
    for (const Backend& backend : stores()) {
        INFO(backend.name);
        const auto connection = backend.open();
        if (shape) {
            CHECK(shapeOf(*connection) == *shape);
            CHECK(indexesOf(*connection) == indexes);
        }
        shape = shapeOf(*connection);
        indexes = indexesOf(*connection);
        CHECK(shape->size() == 76);
        CHECK(indexes.size() > 15);
    }
}

TEST_CASE("every SQLite table is strict")
{
    const auto connection = stores().front().open();
    const auto loose = connection->list(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE "
        "'sqlite_%' AND name <> 'schema_history' AND name <> 'store_commit' AND name NOT LIKE 'found_text%'",
        {}, [](const db::Row& row) { return row.text(0); });
    CHECK(loose.empty());
}

TEST_CASE("text that looks like something else is kept as it is")
{
    ON_EVERY_STORE(connection);
    Person person = aPerson("007", "1e5", "null");
    person.postcode = "0123";
    addPerson(connection, person);

    const auto found = store::PersonRepository{connection}.find(PersonId{"007"});

    CHECK(found->givenName == "1e5");
    CHECK(found->familyName == "null");
    CHECK(found->postcode == "0123");
}
