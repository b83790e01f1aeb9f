#include "fault/tiny_store.h"

#include "db/transaction.h"

#include <array>

namespace holdfast::test {
namespace {

using db::Migration;

constexpr std::array steps{
    Migration{1, "0001_account",
              "CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT;"
              "INSERT INTO account VALUES (1, 1000000), (2, 0);"
              "CREATE TABLE line (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"},
    Migration{2, "0002_rewrite",
              "ALTER TABLE line ADD COLUMN length INTEGER NOT NULL DEFAULT 0;"
              "UPDATE line SET length = length(body);"
              "CREATE TABLE fresh (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT) STRICT;"
              "INSERT INTO fresh (id, amount) SELECT id, amount FROM account;"
              "DROP TABLE account; ALTER TABLE fresh RENAME TO account;"},
};

std::int64_t numberFrom(db::Connection& connection, const char* sql)
{
    return connection.first(sql, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

void writeRows(db::Connection& connection, std::int64_t number)
{
    connection.execute("UPDATE account SET amount = amount - 1 WHERE id = 1");
    connection.execute("INSERT INTO line (id, body) VALUES ($1, $2)", {number, std::string(200, 'n')});
    connection.execute("UPDATE account SET amount = amount + 1 WHERE id = 2");
}

}  // namespace

db::Schema tinySchema()
{
    return {std::span{steps}.first(1), {}};
}

db::Schema tinySchemaLater()
{
    return {steps, {}};
}

TinyStore::TinyStore(bool encrypted)
    : keys{db::createEnvelope({"w", "w"}, db::Secret::copyOf("four plain lanterns wander"), db::smallCost).value()},
      key{encrypted ? &keys.key : nullptr}
{
    const auto made =
        encrypted ? db::createEncrypted(path(), keys, tinySchema()) : db::createPlain(path(), tinySchema());
    if (!made)
        throw std::runtime_error{made.error().detail};
}

db::Opened TinyStore::open(const db::Schema& schema, const db::OpenOptions& options) const
{
    return db::openStore(location, key, schema, options);
}

void moveOnce(db::Connection& connection, std::int64_t number)
{
    db::Transaction transaction{connection, db::Access::write};
    writeRows(connection, number);
    transaction.commit();
}

void moveCarelessly(db::Connection& connection, std::int64_t number)
{
    writeRows(connection, number);
}

std::int64_t wholeSaves(db::Connection& connection)
{
    const auto sum = numberFrom(connection, "SELECT sum(amount) FROM account");
    const auto moved = numberFrom(connection, "SELECT amount FROM account WHERE id = 2");
    const auto lines = numberFrom(connection, "SELECT count(*) FROM line");
    return sum == 1000000 && moved == lines ? lines : -1;
}

}  // namespace holdfast::test
