#include "db/migrator.h"

#include "support/postgres.h"

#include <array>

using namespace holdfast;
using namespace holdfast::db;

namespace {

constexpr std::array steps{
    Migration{1, "0001_pet", "CREATE TABLE pet (name TEXT PRIMARY KEY); INSERT INTO pet VALUES ('Rex')"},
    Migration{2, "0002_owner", "ALTER TABLE pet ADD COLUMN owner TEXT"},
};

/// An empty database of each kind, not migrated.
std::vector<std::unique_ptr<Connection>> empty()
{
    std::vector<std::unique_ptr<Connection>> all;
    all.push_back(openMemory());
    if (const auto conninfo = test::postgresConninfo())
        all.push_back(test::openFreshPostgres(*conninfo));
    return all;
}

}  // namespace

TEST_CASE("every pending step runs once")
{
    for (const auto& connection : empty()) {
        CHECK(migrate(*connection, steps).value() == 2);
        CHECK(migrate(*connection, steps).value() == 0);
        CHECK(connection->first("SELECT owner FROM pet", {}, [](const Row& row) { return row.isNull(0); }) == true);
    }
}

TEST_CASE("a step that fails undoes those before it in the same run")
{
    constexpr std::array broken{
        steps[0], Migration{2, "0002_bad", "ALTER TABLE pet ADD COLUMN owner TEXT; SELECT nonsense FROM pet"}};
    for (const auto& connection : empty()) {
        CHECK_THROWS_AS(migrate(*connection, broken), Failure);
        CHECK(migrate(*connection, steps).value() == 2);
    }
}

TEST_CASE("looking at what is pending writes nothing")
{
    const auto connection = openMemory();
    CHECK(pending(*connection, steps).value().size() == 2);
    CHECK(connection->first("SELECT count(*) FROM sqlite_schema", {}, [](const Row& r) { return r.integer(0); }) == 0);
}

TEST_CASE("a database from a newer program is refused, naming both versions")
{
    for (const auto& connection : empty()) {
        REQUIRE(migrate(*connection, steps));
        const auto older = migrate(*connection, std::span{steps}.first(1));
        REQUIRE_FALSE(older);
        CHECK(older.error().code == ErrorCode::newerStore);
        CHECK(older.error().detail == "it is at version 2, this program knows 1");
    }
}

TEST_CASE("a step edited after it ran is noticed")
{
    constexpr std::array edited{Migration{1, "0001_pet", "CREATE TABLE pet (nickname TEXT)"}, steps[1]};
    for (const auto& connection : empty()) {
        REQUIRE(migrate(*connection, steps));
        const auto again = migrate(*connection, edited);
        REQUIRE_FALSE(again);
        CHECK(again.error().code == ErrorCode::damaged);
    }
}

TEST_CASE("a SQLite database carries our mark and its version")
{
    const auto connection = openMemory();
    REQUIRE(migrate(*connection, steps));
    const auto number = [&](const char* sql) {
        return connection->first(sql, {}, [](const Row& row) { return row.integer(0); });
    };
    CHECK(number("PRAGMA application_id") == applicationId);
    CHECK(number("PRAGMA user_version") == 2);
    CHECK(number("PRAGMA foreign_keys") == 1);
}

TEST_CASE("a step may rebuild a table that others refer to, but not leave a reference to nothing")
{
    constexpr Migration base{1, "0001",
                             "CREATE TABLE owner (id INTEGER PRIMARY KEY);"
                             "CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id));"
                             "INSERT INTO owner VALUES (1); INSERT INTO pet VALUES (1, 1);"};
    constexpr Migration rebuild{2, "0002",
                                "CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO fresh (id) SELECT "
                                "id FROM owner; DROP TABLE owner; ALTER TABLE fresh RENAME TO owner;"};
    constexpr Migration careless{2, "0002", "DELETE FROM owner"};

    const auto good = openMemory();
    CHECK(migrate(*good, std::array{base, rebuild}).value() == 2);
    const auto bad = openMemory();
    CHECK_THROWS_AS(migrate(*bad, std::array{base, careless}), Failure);
}
