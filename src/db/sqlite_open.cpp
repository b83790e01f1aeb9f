#include "db/sqlite_connection.h"

#include <sodium.h>

#include <array>
#include <filesystem>

namespace holdfast::db {
namespace {

constexpr int oldestLibrary = 3046000;

/// bookworm's own SQLCipher is SQLite 3.15, and plain SQLite takes a key and writes clear text without a word.
void proveLibrary(SqliteConnection& connection)
{
    if (sqlite3_libversion_number() < oldestLibrary)
        throw Failure{Failure::Kind::other, "SQLite is older than 3.46: this program was put together wrongly"};
    if (sqlite3_compileoption_used("TEMP_STORE=2") == 0)
        throw Failure{Failure::Kind::other, "SQLite would write temporary files in clear text"};
    if (connection.word("PRAGMA cipher_version").empty())
        throw Failure{Failure::Kind::other, "SQLite has no cipher: this program was put together wrongly"};
}

/// SQLCipher's raw key form: 64 hex digits of key and 32 of salt. A C call, never SQL text that a trace would show.
void giveKey(sqlite3* database, const StoreKey& key)
{
    const Secret pages = key.derived(Purpose::pages);
    constexpr std::string_view open = "x'";
    constexpr std::size_t digits = 96;
    Secret text{open.size() + digits + 2};
    char* const out = reinterpret_cast<char*>(text.bytes().data());
    std::copy(open.begin(), open.end(), out);
    sodium_bin2hex(out + 2, 65, pages.bytes().data(), pages.size());
    sodium_bin2hex(out + 66, 33, key.salt.data(), key.salt.size());
    out[98] = '\'';
    if (sqlite3_key_v2(database, "main", out, 99) != SQLITE_OK)
        failSqlite(database, Met::preparing);
}

void harden(sqlite3* database)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);  // ATTACH with an empty key would be a clear-text export
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
}

void configure(SqliteConnection& connection, const SqliteOpening& opening)
{
    connection.script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"
                      "PRAGMA recursive_triggers = ON;"  // a replacing insert must meet the append-only triggers
                      "PRAGMA secure_delete = ON;"       // what is deleted is overwritten, not only let go of
                      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL;"
                      "PRAGMA cache_size = -" +
                      std::to_string(opening.cacheKib));
}

/// A path as a file: URI, for the one parameter that cannot be given otherwise.
std::string immutableUri(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '?' || c == '#' || c == '%') {
            std::array<char, 4> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "%%%02X", static_cast<unsigned>(c));
            uri += escaped.data();
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

Database openHandle(const std::string& path, const SqliteOpening& opening)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= opening.immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= opening.create ? SQLITE_OPEN_CREATE : 0;
    flags |= opening.immutable ? SQLITE_OPEN_URI : 0;

    sqlite3* handle = nullptr;
    const std::string name = opening.immutable ? immutableUri(path) : path;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database{handle};
    if (!database)
        throw Failure{Failure::Kind::unavailable, "out of memory"};
    if (code != SQLITE_OK)
        failSqlite(handle, Met::preparing);
    sqlite3_busy_timeout(handle, static_cast<int>(opening.busyTimeout.count()));
    return database;
}

}  // namespace

std::unique_ptr<SqliteConnection> openSqlite(const std::string& path, const SqliteOpening& opening)
{
    Database database = openHandle(path, opening);
    sqlite3* const handle = database.get();
    auto connection = std::make_unique<SqliteConnection>(std::move(database));
    connection->foldOnClose(false);
    connection->script("PRAGMA cipher_log_level = NONE");  // it would print to standard error
    proveLibrary(*connection);
    if (opening.key)
        giveKey(handle, *opening.key);
    harden(handle);
    configure(*connection, opening);
    return connection;
}

std::optional<std::string> rawHeader(const std::string& path)
{
    try {
        const Database database = openHandle(path, {});
        return db::rawHeader(database.get());
    } catch (const Failure&) {
        return std::nullopt;
    }
}

bool hasPlainHeader(std::string_view bytes)
{
    constexpr std::string_view plain{"SQLite format 3\0", 16};  // with its NUL
    return bytes.starts_with(plain);
}

std::unique_ptr<Connection> openMemory()
{
    SqliteOpening opening;
    opening.create = true;
    return openSqlite(":memory:", opening);
}

}  // namespace holdfast::db
