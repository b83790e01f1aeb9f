#include "db/connection.h"

#include "db/transaction.h"
#include "support/backends.h"

#include <array>

using namespace holdfast;
using namespace holdfast::db;

namespace {

constexpr std::array sqliteSteps{Migration{1, "0001_pet",
                                           "CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                                           " weight REAL, picture BLOB, owner INTEGER REFERENCES pet (id)) STRICT"}};
constexpr std::array postgresSteps{
    Migration{1, "0001_pet",
              "CREATE TABLE pet (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, weight DOUBLE PRECISION,"
              " picture BYTEA, owner BIGINT REFERENCES pet (id))"}};

std::vector<test::Backend> all()
{
    return test::backends(sqliteSteps, postgresSteps);
}

std::int64_t countOf(Connection& connection)
{
    return connection.first("SELECT count(*) FROM pet", {}, [](const Row& row) { return row.integer(0); }).value();
}

constexpr const char* addPet = "INSERT INTO pet (id, name) VALUES ($1, $2)";

}  // namespace

TEST_CASE("every kind of value comes back as it was given")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        const std::string bytes{"\0\x01\xff'\\x", 7};
        connection->execute("INSERT INTO pet (id, name, weight, picture, owner) VALUES ($1, $2, $3, $4, $5)",
                            {std::int64_t{9007199254740993}, "O'Brien $1 \xc3\xa9", 0.1, Blob{bytes}, Value{}});

        const auto row = connection->first("SELECT id, name, weight, picture, owner FROM pet", {}, [](const Row& r) {
            return std::tuple{r.integer(0), r.text(1), r.real(2), r.blob(3), r.isNull(4), r.optionalText(4)};
        });

        CHECK(row == std::tuple{std::int64_t{9007199254740993}, std::string{"O'Brien $1 \xc3\xa9"}, 0.1, bytes, true,
                                std::optional<std::string>{}});
    }
}

TEST_CASE("a parameter may be used twice and in any order")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        connection->execute("INSERT INTO pet (name, weight, id, owner) VALUES ($2, $3, $1, $1)", {7, "Rex", 2.5});

        CHECK(connection->first("SELECT owner FROM pet WHERE id = $1 AND owner = $1", {7},
                                [](const Row& row) { return row.integer(0); }) == 7);
    }
}

TEST_CASE("a bulk insert takes a span of values and counts its rows")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        const std::vector<Value> values{1, "a", 2, "b", 3, "c"};

        CHECK(connection->execute("INSERT INTO pet (id, name) VALUES ($1, $2), ($3, $4), ($5, $6)", values) == 3);
        CHECK(connection->execute("DELETE FROM pet WHERE id = $1", {99}) == 0);
        CHECK(countOf(*connection) == 3);
    }
}

TEST_CASE("many rows go in at once, whatever they hold, and all of them or none")
{
    const std::string everyByte = [] {
        std::string bytes;
        for (int i = 0; i < 256; ++i)
            bytes += static_cast<char>(i);
        return bytes;
    }();
    const std::vector<std::string> names{"a\tb", "a\nb\r", "\\", "\\N", "\\.", "", "O'Brien \xc3\xa9", "\\x00", " "};
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        constexpr const char* into = "pet (id, name, weight, picture, owner)";
        std::vector<std::vector<Value>> rows;
        for (std::size_t i = 0; i < names.size(); ++i)
            rows.push_back({static_cast<std::int64_t>(i), names[i], 0.1, Blob{everyByte}, Value{}});
        connection->insertMany(into, rows);
        connection->insertMany(into, {});

        CHECK(connection->list("SELECT name FROM pet ORDER BY id", {}, [](const Row& row) { return row.text(0); }) ==
              names);
        CHECK(connection->first("SELECT weight FROM pet", {}, [](const Row& row) { return row.real(0); }) == 0.1);
        CHECK(connection->first("SELECT picture FROM pet", {}, [](const Row& row) { return row.blob(0); }) ==
              everyByte);
        CHECK(connection->first("SELECT owner FROM pet", {}, [](const Row& row) { return row.isNull(0); }) == true);

        try {
            connection->insertMany("pet (id, name)", {{100, "new"}, {101, "Canary"}, {102, "Canary"}});
            FAIL("the second Canary was taken");
        } catch (const Failure& failure) {
            CHECK(failure.isDuplicate());
            CHECK(std::string{failure.what()}.find("Canary") == std::string::npos);
        }
        CHECK_THROWS_AS(connection->insertMany("pet (id, name)", {{200, "x"}, {201, std::string{"a\0b", 3}}}), Failure);
        CHECK_THROWS_AS(connection->insertMany("pet (id, name)", {{200, "x"}, {201}}), Failure);
        CHECK_THROWS_AS(connection->insertMany("nothing (id)", {{200}}), Failure);
        CHECK(countOf(*connection) == static_cast<std::int64_t>(names.size()));
        connection->insertMany("pet (id, name)", {{300, "after all that"}});
        CHECK(countOf(*connection) == static_cast<std::int64_t>(names.size()) + 1);
    }
}

TEST_CASE("a visitor may run the statement that is being visited")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        for (int i = 1; i <= 3; ++i)
            connection->execute(addPet, {i, "pet " + std::to_string(i)});
        int seen = 0;
        constexpr const char* sql = "SELECT id FROM pet WHERE id >= $1 ORDER BY id";

        connection->query(sql, {1}, [&](const Row& outer) {
            connection->query(sql, {outer.integer(0)}, [&](const Row&) { ++seen; });
        });

        CHECK(seen == 3 + 2 + 1);
    }
}

TEST_CASE("many different statements do not pile up")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        for (int i = 0; i < 600; ++i)
            CHECK(connection->first("SELECT " + std::to_string(i), {}, [](const Row& r) { return r.integer(0); }) == i);
        CHECK(connection->first("SELECT 0", {}, [](const Row& row) { return row.integer(0); }) == 0);
    }
}

TEST_CASE("a rule of the schema is a constraint failure that quotes no value")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        connection->execute(addPet, {1, "Canary"});
        try {
            connection->execute(addPet, {2, "Canary"});
            FAIL("the second Canary was taken");
        } catch (const Failure& failure) {
            CHECK(failure.kind() == Failure::Kind::constraint);
            CHECK(failure.isDuplicate());
            CHECK(std::string{failure.what()}.find("Canary") == std::string::npos);
            CHECK(toError(failure, "pet").code == ErrorCode::conflict);
        }
        CHECK_THROWS_AS(connection->execute("INSERT INTO pet (id, name, owner) VALUES (5, 'x', 77)"), Failure);
    }
}

TEST_CASE("a value of the wrong kind is refused without being quoted")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        try {
            connection->execute(addPet, {"Canary", "Rex"});
            FAIL("text was taken for a number");
        } catch (const Failure& failure) {
            CHECK(std::string{failure.what()}.find("Canary") == std::string::npos);
        }
    }
}

TEST_CASE("a search text that cannot be read is not quoted")
{
    const auto connection = openMemory();
    connection->script("CREATE VIRTUAL TABLE note USING fts5 (body)");
    for (const char* text : {"\"Canary", "Canary:x", "AND Canary", "Canary ("}) {
        INFO(text);
        try {
            connection->query("SELECT body FROM note WHERE note MATCH $1", {text}, [](const Row&) {});
            FAIL("it was read");
        } catch (const Failure& failure) {
            CHECK(std::string{failure.what()}.find("Canary") == std::string::npos);
        }
    }
}

TEST_CASE("text with a NUL, a missing parameter and a second statement are refused")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        CHECK_THROWS_AS(connection->execute(addPet, {1, std::string{"a\0b", 3}}), Failure);
        CHECK_THROWS_AS(connection->execute(addPet, {1}), Failure);
        CHECK_THROWS_AS(connection->execute("DELETE FROM pet; DELETE FROM pet"), Failure);
        CHECK(countOf(*connection) == 0);
    }
}

TEST_CASE("a transaction that is not committed leaves nothing")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        {
            Transaction transaction{*connection, Access::write};
            connection->execute(addPet, {1, "gone"});
        }
        CHECK(countOf(*connection) == 0);
        {
            Transaction transaction{*connection, Access::write};
            connection->execute(addPet, {2, "kept"});
            transaction.commit();
        }
        CHECK(countOf(*connection) == 1);
    }
}

TEST_CASE("a transaction in which something failed cannot be committed by mistake")
{
    for (const auto& backend : all()) {
        INFO(backend.name);
        const auto connection = backend.open();
        Transaction transaction{*connection, Access::write};
        connection->execute(addPet, {1, "first"});
        CHECK_THROWS_AS(connection->execute(addPet, {1, "second"}), Failure);
        if (connection->dialect() == Dialect::postgres)
            CHECK_THROWS_AS(transaction.commit(), Failure);
        else
            CHECK_NOTHROW(transaction.commit());  // SQLite undoes the statement only; the caller decides
    }
}

TEST_CASE("references are enforced and text searching works")
{
    const auto connection = openMemory();
    CHECK(connection->first("PRAGMA foreign_keys", {}, [](const Row& row) { return row.integer(0); }) == 1);
    CHECK(connection->first("PRAGMA temp_store", {}, [](const Row& row) { return row.integer(0); }) == 2);
    CHECK(connection->first("PRAGMA trusted_schema", {}, [](const Row& row) { return row.integer(0); }) == 0);
    CHECK(connection->first("PRAGMA synchronous", {}, [](const Row& row) { return row.integer(0); }) == 2);
}

TEST_CASE("nothing can be attached, so nothing can be exported in clear text by a slip")
{
    const auto connection = openMemory();
    CHECK_THROWS_AS(connection->script("ATTACH ':memory:' AS other KEY ''"), Failure);
}
