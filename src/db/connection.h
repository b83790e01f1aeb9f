// One way to talk to SQLite (SQLCipher) and PostgreSQL. No cursor leaves this interface: rows are visited, so every
// statement is reset when the call returns, whatever happens inside it. Visitors may run other statements.
//
// Parameters are written $1, $2, ... in both dialects. Failures are thrown as db::Failure.
#pragma once

#include "db/failure.h"
#include "db/secret.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace holdfast::db {

class StoreCopier;

enum class Dialect : std::uint8_t { sqlite, postgres };
enum class Access : std::uint8_t { read, write };

/// Bytes that are not text: BLOB in SQLite, BYTEA in PostgreSQL.
struct Blob {
    std::string bytes;
    friend bool operator==(const Blob&, const Blob&) = default;
};

using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
using Params = std::initializer_list<Value>;
using Values = std::span<const Value>;

/// The row being visited; gone when the visitor returns.
class Row {
public:
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;  ///< 0 for NULL; PostgreSQL's true and false are 1 and 0
    virtual double real(int column) const = 0;
    virtual std::string_view view(int column) const = 0;  ///< text without a copy, valid while the row is visited
    virtual std::string blob(int column) const = 0;

    std::string text(int column) const { return std::string{view(column)}; }
    std::optional<std::string> optionalText(int column) const;

protected:
    ~Row() = default;
};

using Visit = std::function<void(const Row&)>;

class Connection {
public:
    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;

    /// Runs one statement and returns how many rows it changed.
    std::int64_t execute(std::string_view sql, Params params = {}) { return run(sql, asValues(params)); }
    std::int64_t execute(std::string_view sql, Values values) { return run(sql, values); }

    /// Runs one statement and visits each row.
    void query(std::string_view sql, Params params, const Visit& visit) { ask(sql, asValues(params), visit); }
    void query(std::string_view sql, Values values, const Visit& visit) { ask(sql, values, visit); }

    /// Puts rows into a table: "note (id, text)". On a server in one journey.
    virtual void insertMany(std::string_view into, const std::vector<std::vector<Value>>& rows);

    /// Runs many statements, as a migration holds them. Triggers and functions are welcome.
    virtual void script(const std::string& sql) = 0;

    /// Lets the planner look at what the tables hold now; worth it after a large import.
    void updateStatistics();

    /// Takes what deleted rows have left behind out of the store's files, outside a transaction. False when something may be
    /// left there for now: somebody else has the store open, or it is too large.
    virtual bool clearDeleted() { return false; }

    /// Nothing when a server keeps the store: its keeper copies it.
    virtual std::shared_ptr<const StoreCopier> copier() const { return nullptr; }

    /// What the audit of this store is chained with. Empty until somebody gives it: who opens an encrypted store does.
    const Secret& auditKey() const { return m_auditKey; }
    void useAuditKey(Secret key) { m_auditKey = std::move(key); }

    /// The first row mapped, or nothing.
    template <class Map>
    auto first(std::string_view sql, Params params, Map map)
    {
        return first(sql, asValues(params), std::move(map));
    }
    template <class Map>
    auto first(std::string_view sql, Values values, Map map)
    {
        std::optional<std::invoke_result_t<Map, const Row&>> found;
        ask(sql, values, [&](const Row& row) {
            if (!found)
                found = map(row);
        });
        return found;
    }

    /// Every row mapped.
    template <class Map>
    auto list(std::string_view sql, Params params, Map map)
    {
        return list(sql, asValues(params), std::move(map));
    }
    template <class Map>
    auto list(std::string_view sql, Values values, Map map)
    {
        std::vector<std::invoke_result_t<Map, const Row&>> all;
        ask(sql, values, [&](const Row& row) { all.push_back(map(row)); });
        return all;
    }

protected:
    friend class Transaction;

    static Values asValues(Params params) { return {params.begin(), params.size()}; }

    virtual std::int64_t run(std::string_view sql, Values values) = 0;
    virtual void ask(std::string_view sql, Values values, const Visit& visit) = 0;

    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    virtual void rollback() = 0;

private:
    Secret m_auditKey;
};

/// Stands in the place of a connection that was closed and will be opened again: whatever is asked of it fails with
/// Failure::Kind::unavailable.
std::unique_ptr<Connection> closedConnection(Dialect dialect);

/// A database in memory, for tests and previews. Not migrated.
std::unique_ptr<Connection> openMemory();

/// A server named by a libpq connection string or URI; what StoreLocation checks first is not checked here, but
/// a server that is not on this machine is only spoken to through TLS. Not migrated.
std::unique_ptr<Connection> openPostgres(const std::string& conninfo);

}  // namespace holdfast::db
