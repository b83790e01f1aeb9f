// A SQLite file or memory database behind db::Connection, and how one is opened safely.
#pragma once

#include "db/anchor.h"
#include "db/connection.h"
#include "db/envelope.h"
#include "db/sqlite_handle.h"

#include <chrono>
#include <functional>
#include <list>
#include <optional>
#include <vector>

namespace holdfast::db {

struct SqliteOpening {
    const StoreKey* key = nullptr;
    bool create = false;
    bool immutable = false;  ///< for read-only media, where neither a journal nor a lock can be made
    std::chrono::milliseconds busyTimeout{5000};
    std::int64_t cacheKib = std::int64_t{64} * 1024;
};

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(Database database) : m_database{std::move(database)} {}

    Dialect dialect() const override { return Dialect::sqlite; }
    void script(const std::string& sql) override;

    /// A single value: a pragma or a count.
    std::int64_t number(std::string_view sql);
    std::string word(std::string_view sql);

    /// From now on each saved transaction is counted in the store and beside it.
    void countWith(std::unique_ptr<Anchor> anchor) { m_anchor = std::move(anchor); }

    bool clearDeleted() override;
    /// From here on all that was saved stands in the file itself, which may be put elsewhere without its journal. Throws:
    /// what closing does of this by itself fails in silence.
    void fold();

    std::shared_ptr<const StoreCopier> copier() const override { return m_copier; }
    void copyWith(std::shared_ptr<const StoreCopier> copier) { m_copier = std::move(copier); }

    /// Whether the last connection to close may fold the WAL into the file. Off until the store has been found sound.
    void foldOnClose(bool allowed);

    /// Asked now and then while a statement runs: when it answers false, the statement fails with Failure::Kind::stopped.
    /// Nothing: it is not asked any more.
    void goOnWhile(std::function<bool()> mayGoOn);

    bool isReadOnly() const { return sqlite3_db_readonly(m_database.get(), "main") == 1; }

    /// The first bytes as they are on disk.
    std::string rawHeader();

    /// Copies every page into `target`, which must be empty; both are encrypted or neither is. `onPages` is told how many pages
    /// of how many were copied; when it answers false, so does this.
    bool copyInto(SqliteConnection& target, const std::function<bool(std::int64_t, std::int64_t)>& onPages = {});

protected:
    std::int64_t run(std::string_view sql, Values values) override;
    void ask(std::string_view sql, Values values, const Visit& visit) override;
    void begin(Access access) override;
    void commit() override;
    void rollback() override;

private:
    struct Prepared {
        std::string sql;
        Statement statement;
        std::vector<int> places;  ///< SQLite's index of $1, $2, ...
    };
    class Lease;

    std::list<Prepared> take(std::string_view sql);
    Prepared prepare(std::string_view sql);
    [[noreturn]] void fail(Met met);

    Database m_database;
    std::list<Prepared> m_cache;  // the latest first; finalized before the database closes
    std::unique_ptr<Anchor> m_anchor;
    std::shared_ptr<const StoreCopier> m_copier;
    std::function<bool()> m_mayGoOn;
    Access m_access = Access::read;
    std::int64_t m_changesAtBegin = 0;
    bool m_syncFailed = false;
};

/// Opens `path` (":memory:" too) after proving that the library is the one we need. The journal is left as it is.
std::unique_ptr<SqliteConnection> openSqlite(const std::string& path, const SqliteOpening& opening);

/// The first bytes as they are on disk, read through SQLite so that its locks on the file survive the closing.
std::optional<std::string> rawHeader(const std::string& path);

/// "SQLite format 3" and its NUL: how a file that is not encrypted begins.
bool hasPlainHeader(std::string_view bytes);

}  // namespace holdfast::db
