#include "db/sqlite_connection.h"

#include <algorithm>

namespace holdfast::db {
namespace {

constexpr std::size_t cacheLimit = 128;  // statements; a program of ours has fewer, a mistake may have more

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : m_statement{statement} {}

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    std::string_view view(int column) const override { return bytes(sqlite3_column_text(m_statement, column), column); }
    std::string blob(int column) const override
    {
        return std::string{bytes(sqlite3_column_blob(m_statement, column), column)};
    }

private:
    std::string_view bytes(const void* start, int column) const
    {
        const auto length = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
        return start ? std::string_view{static_cast<const char*>(start), length} : std::string_view{};
    }

    sqlite3_stmt* m_statement;
};

struct Binder {
    sqlite3_stmt* statement;
    int index;

    // The values outlive the statement's run, so SQLite need not copy them.
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t whole) const { return sqlite3_bind_int64(statement, index, whole); }
    int operator()(double real) const { return sqlite3_bind_double(statement, index, real); }
    int operator()(const std::string& text) const
    {
        return sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const Blob& blob) const
    {
        return sqlite3_bind_blob64(statement, index, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
    }
};

void bind(sqlite3_stmt* statement, const std::vector<int>& places, Values values)
{
    if (places.size() != values.size())
        throw Failure{Failure::Kind::other, "wrong number of parameters"};

    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&values[i]); text && text->find('\0') != std::string::npos)
            throw Failure{Failure::Kind::other, "text holds a NUL"};  // PostgreSQL cannot keep it either
        if (std::visit(Binder{statement, places[i]}, values[i]) != SQLITE_OK)
            throw Failure{Failure::Kind::other, "cannot bind $" + std::to_string(i + 1)};
    }
}

}  // namespace

/// A statement taken out of the cache while it runs, so that a visitor may run the same text again. Goes back clean on
/// every way out.
class SqliteConnection::Lease {
public:
    Lease(SqliteConnection& owner, std::string_view sql) : m_owner{owner}, m_held{owner.take(sql)} {}
    ~Lease()
    {
        sqlite3_reset(statement());
        sqlite3_clear_bindings(statement());
        m_owner.m_cache.splice(m_owner.m_cache.begin(), m_held);
        if (m_owner.m_cache.size() > cacheLimit)
            m_owner.m_cache.pop_back();
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    sqlite3_stmt* statement() const { return m_held.front().statement.get(); }
    const std::vector<int>& places() const { return m_held.front().places; }

private:
    SqliteConnection& m_owner;
    std::list<Prepared> m_held;  // one node, spliced out and in: a bulk load allocates nothing here
};

void SqliteConnection::goOnWhile(std::function<bool()> mayGoOn)
{
    constexpr int steps = 1'000;  // of SQLite's machine: less than a millisecond, but for pages that must be decrypted
    m_mayGoOn = std::move(mayGoOn);
    sqlite3_progress_handler(
        m_database.get(), m_mayGoOn ? steps : 0,
        [](void* asked) { return (*static_cast<std::function<bool()>*>(asked))() ? 0 : 1; }, &m_mayGoOn);
}

void SqliteConnection::fail(Met met)
{
    const int code = sqlite3_extended_errcode(m_database.get());
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
        m_syncFailed = true;
    failSqlite(m_database.get(), met);
}

std::list<SqliteConnection::Prepared> SqliteConnection::take(std::string_view sql)
{
    std::list<Prepared> held;
    const auto known = std::ranges::find(m_cache, sql, &Prepared::sql);
    if (known != m_cache.end())
        held.splice(held.begin(), m_cache, known);
    else
        held.push_back(prepare(sql));
    return held;
}

SqliteConnection::Prepared SqliteConnection::prepare(std::string_view sql)
{
    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made,
                           &rest) != SQLITE_OK)
        fail(Met::preparing);
    Prepared prepared{std::string{sql}, Statement{made}, {}};
    const std::string_view after{rest, static_cast<std::size_t>(sql.data() + sql.size() - rest)};
    if (!made || after.find_first_not_of(" \t\r\n;") != std::string_view::npos)
        throw Failure{Failure::Kind::other, "expected exactly one statement"};

    const int count = sqlite3_bind_parameter_count(made);
    for (int number = 1; number <= count; ++number) {
        const int place = sqlite3_bind_parameter_index(made, ("$" + std::to_string(number)).c_str());
        if (place == 0)
            throw Failure{Failure::Kind::other, "parameters must be $1, $2, ... without a gap"};
        prepared.places.push_back(place);
    }
    return prepared;
}

std::int64_t SqliteConnection::run(std::string_view sql, Values values)
{
    const std::int64_t before = sqlite3_total_changes64(m_database.get());
    ask(sql, values, [](const Row&) {});
    return sqlite3_total_changes64(m_database.get()) == before ? 0 : sqlite3_changes64(m_database.get());
}

void SqliteConnection::ask(std::string_view sql, Values values, const Visit& visit)
{
    const Lease lease{*this, sql};
    bind(lease.statement(), lease.places(), values);

    const SqliteRow row{lease.statement()};
    int code = SQLITE_OK;
    while ((code = sqlite3_step(lease.statement())) == SQLITE_ROW)
        visit(row);
    if (code != SQLITE_DONE)
        fail(Met::running);
}

void SqliteConnection::script(const std::string& sql)
{
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(Met::preparing);
}

std::int64_t SqliteConnection::number(std::string_view sql)
{
    return first(sql, {}, [](const Row& row) { return row.integer(0); }).value_or(0);
}

std::string SqliteConnection::word(std::string_view sql)
{
    return first(sql, {}, [](const Row& row) { return row.text(0); }).value_or("");
}

void SqliteConnection::foldOnClose(bool allowed)
{
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allowed ? 0 : 1, nullptr);
}

std::string SqliteConnection::rawHeader()
{
    return db::rawHeader(m_database.get());
}

bool SqliteConnection::copyInto(SqliteConnection& target,
                                const std::function<bool(std::int64_t, std::int64_t)>& onPages)
{
    constexpr int pagesAtOnce = 128;
    sqlite3* to = target.m_database.get();
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", m_database.get(), "main");
    if (!backup)
        failSqlite(to, Met::preparing);
    bool goOn = true;
    for (int step = SQLITE_OK; goOn && step == SQLITE_OK;) {
        step = sqlite3_backup_step(backup, onPages ? pagesAtOnce : -1);
        const int of = sqlite3_backup_pagecount(backup);
        if (onPages && (step == SQLITE_OK || step == SQLITE_DONE))
            goOn = onPages(of - sqlite3_backup_remaining(backup), of);
    }
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        failSqlite(to, Met::preparing);
    return goOn;
}

bool SqliteConnection::clearDeleted()
{
    // What was deleted is overwritten at once (secure_delete), but rows that once moved to another page may have left a
    // copy behind. A file is written anew through memory, so one that is too large for that is not.
    constexpr std::int64_t mostBytes = std::int64_t{1} << 30;
    const bool small = number("PRAGMA page_count") * number("PRAGMA page_size") <= mostBytes;
    const int attached = sqlite3_limit(m_database.get(), SQLITE_LIMIT_ATTACHED, small ? 1 : 0);
    bool done = small;
    try {
        if (small)
            script("VACUUM");  // attaches its own database in memory
        fold();                // the journal holds pages as they were
    } catch (const Failure&) {
        done = false;
    }
    sqlite3_limit(m_database.get(), SQLITE_LIMIT_ATTACHED, attached);
    return done;
}

void SqliteConnection::fold()
{
    if (number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        throw Failure{Failure::Kind::busy, "another program has it open"};
}

void SqliteConnection::begin(Access access)
{
    // A failed fsync may have dropped pages that look written; only a new opening, with its checks, can tell.
    if (access == Access::write && m_syncFailed)
        throw Failure{Failure::Kind::unavailable,
                      "the disk failed to confirm a save; close the store and open it again"};
    // A file that was removed or put elsewhere goes on taking writes that nobody will ever read.
    int hasMoved = 0;
    if (access == Access::write &&
        sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK && hasMoved != 0)
        throw Failure{Failure::Kind::unavailable, "the file is no longer where it was opened"};
    run(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED", {});
    m_access = access;
    m_changesAtBegin = sqlite3_total_changes64(m_database.get());
}

void SqliteConnection::commit()
{
    const bool changed = m_access == Access::write && sqlite3_total_changes64(m_database.get()) != m_changesAtBegin;
    if (!m_anchor || !changed) {
        run("COMMIT", {});
        return;
    }
    const std::int64_t count = number("UPDATE store_commit SET count = count + 1 RETURNING count");
    if (const auto intended = m_anchor->intend(count); !intended) {
        const bool full = intended.error().code == ErrorCode::diskFull;
        throw Failure{full ? Failure::Kind::diskFull : Failure::Kind::unavailable, intended.error().detail};
    }
    run("COMMIT", {});
    // The save is safe whatever becomes of its second record, and the next one writes it again.
    (void)m_anchor->complete(count);
}

void SqliteConnection::rollback()
{
    if (sqlite3_get_autocommit(m_database.get()) == 0)  // a full disk may have rolled it back already
        run("ROLLBACK", {});
}

}  // namespace holdfast::db
