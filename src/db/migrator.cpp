#include "db/migrator.h"

#include "db/transaction.h"

namespace holdfast::db {
namespace {

constexpr std::int64_t advisoryLock = 0x486f4c64'0001;  // the same number in every Holdfast

/// FNV-1a: enough to notice an edited file, and the same number on every machine.
std::int64_t fingerprint(std::string_view sql)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : sql)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash);
}

struct Applied {
    std::int64_t version;
    std::int64_t fingerprint;
};

std::vector<Applied> appliedTo(Connection& connection)
{
    const auto* exists = connection.dialect() == Dialect::sqlite
                             ? "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_history'"
                             : "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_history')";
    if (connection.first(exists, {}, [](const Row& row) { return row.integer(0); }).value_or(0) == 0)
        return {};
    return connection.list("SELECT version, fingerprint FROM schema_history ORDER BY version", {}, [](const Row& row) {
        return Applied{row.integer(0), row.integer(1)};
    });
}

void prepareHistory(Connection& connection)
{
    connection.execute("CREATE TABLE IF NOT EXISTS schema_history ("
                       "version BIGINT PRIMARY KEY, name TEXT NOT NULL, fingerprint BIGINT NOT NULL)");
    if (connection.dialect() == Dialect::sqlite) {
        // How many transactions were ever saved; anchor.h says what for.
        connection.execute("CREATE TABLE IF NOT EXISTS store_commit ("
                           "id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT");
        connection.execute("INSERT INTO store_commit (id, count) VALUES (1, 0) ON CONFLICT DO NOTHING");
    }
}

void markVersion(Connection& connection, std::int64_t version)
{
    if (connection.dialect() != Dialect::sqlite)
        return;
    connection.execute("PRAGMA application_id = " + std::to_string(applicationId));
    connection.execute("PRAGMA user_version = " + std::to_string(version));
}

/// A step may rebuild a table that others refer to, which SQLite only allows while references are not enforced; they
/// are all checked before the commit instead.
class ReferencesOff {
public:
    explicit ReferencesOff(Connection& connection) : m_connection{connection} { set("OFF"); }
    ~ReferencesOff()
    {
        try {
            set("ON");
        } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): the connection is gone
        }
    }
    ReferencesOff(const ReferencesOff&) = delete;
    ReferencesOff& operator=(const ReferencesOff&) = delete;

    void check()
    {
        if (m_connection.dialect() == Dialect::sqlite &&
            m_connection.first("PRAGMA foreign_key_check", {}, [](const Row&) { return true; }))
            throw Failure{Failure::Kind::constraint, "a step of the schema leaves a reference to nothing"};
    }

private:
    void set(const char* state)
    {
        if (m_connection.dialect() == Dialect::sqlite)
            m_connection.execute(std::string{"PRAGMA foreign_keys = "} + state);
    }

    Connection& m_connection;
};

}  // namespace

Result<std::span<const Migration>> pending(Connection& connection, std::span<const Migration> known)
{
    const auto applied = appliedTo(connection);
    if (applied.size() > known.size())
        return Error{ErrorCode::newerStore, "schema",
                     "it is at version " + std::to_string(applied.back().version) + ", this program knows " +
                         std::to_string(known.size())};
    for (std::size_t i = 0; i < applied.size(); ++i) {
        if (applied[i].version != known[i].version || applied[i].fingerprint != fingerprint(known[i].sql))
            return Error{ErrorCode::damaged, "schema", "its history differs at " + std::string{known[i].name}};
    }
    return known.subspan(applied.size());
}

Result<int> migrate(Connection& connection, std::span<const Migration> known)
{
    if (const auto steps = pending(connection, known); !steps || steps->empty())
        return steps ? Result<int>{0} : steps.error();

    ReferencesOff references{connection};
    Transaction transaction{connection, Access::write};
    if (connection.dialect() == Dialect::postgres)
        connection.query("SELECT pg_advisory_xact_lock($1)", {advisoryLock}, [](const Row&) {});
    const auto steps = pending(connection, known);  // another program may have run them while we waited
    if (!steps)
        return steps.error();

    prepareHistory(connection);
    for (const Migration& step : *steps) {
        connection.script(std::string{step.sql});
        connection.execute("INSERT INTO schema_history (version, name, fingerprint) VALUES ($1, $2, $3)",
                           {std::int64_t{step.version}, std::string{step.name}, fingerprint(step.sql)});
    }
    references.check();
    markVersion(connection, known.back().version);
    transaction.commit();
    return static_cast<int>(steps->size());
}

}  // namespace holdfast::db
