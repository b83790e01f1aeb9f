#include "db/file_copy.h"

#include "base/platform.h"
#include "db/failure.h"

#include <filesystem>

namespace holdfast::db {
namespace {

namespace fs = std::filesystem;

bool copyToNew(SqliteConnection& source, const std::string& to, const StoreKey* key, const OnPages& onPages)
{
    if (const auto made = platform::writeFileAtomically(to, ""); !made)
        throw Failure{made.error().code == ErrorCode::diskFull ? Failure::Kind::diskFull : Failure::Kind::readOnly,
                      made.error().detail};
    SqliteOpening opening;
    opening.key = key;
    opening.create = true;
    const auto copy = openSqlite(to, opening);
    copy->foldOnClose(true);
    return source.copyInto(*copy, onPages);
}

/// Asks whether to go on for as long as it lives.
class Asked {
public:
    Asked(SqliteConnection& copy, const OnPages& onPages, Reading reading) : m_copy{copy}
    {
        if (!onPages)
            return;
        const std::int64_t all = copy.number("PRAGMA page_count");
        m_mayGoOn = [&onPages, all, done = reading == Reading::after ? all : 0] { return onPages(done, all); };
        m_copy.goOnWhile(m_mayGoOn);
    }
    ~Asked() { m_copy.goOnWhile({}); }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
    Asked(Asked&&) = delete;
    Asked& operator=(Asked&&) = delete;

    /// Before what cannot be stopped in the middle.
    void again() const
    {
        if (m_mayGoOn && !m_mayGoOn())
            throw Failure{Failure::Kind::stopped, "it was stopped"};
    }

private:
    SqliteConnection& m_copy;
    std::function<bool()> m_mayGoOn;
};

}  // namespace

void removeWithSidecars(const std::string& path)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(path + suffix, ignored);
}

std::unique_ptr<SqliteConnection> openAlone(const std::string& path, const SqliteOpening& opening)
{
    auto connection = openSqlite(path, opening);
    connection->foldOnClose(true);
    connection->script("PRAGMA locking_mode = EXCLUSIVE");
    connection->script("BEGIN IMMEDIATE; COMMIT");
    if (connection->word("PRAGMA journal_mode = DELETE") != "delete")
        throw Failure{Failure::Kind::busy, "another program has it open"};
    connection->script("BEGIN EXCLUSIVE; COMMIT");
    return connection;
}

bool makeCopy(SqliteConnection& source, const std::string& to, const StoreKey* key, const OnPages& onPages)
{
    removeWithSidecars(to);
    try {
        if (copyToNew(source, to, key, onPages))
            return true;
    } catch (const Failure&) {
        removeWithSidecars(to);
        throw;
    }
    removeWithSidecars(to);
    return false;
}

void checkPages(SqliteConnection& copy, bool encrypted, const std::string& sentence, const OnPages& onPages,
                Reading reading)
{
    const Asked asked{copy, onPages, reading};
    const auto any = [](const Row&) { return true; };
    const auto sealsHold = [&] {
        asked.again();  // SQLCipher reads on until the end
        return !copy.first("PRAGMA cipher_integrity_check", {}, any);
    };
    if (copy.word("PRAGMA integrity_check(1)") != "ok" || (encrypted && !sealsHold()) ||
        copy.first("PRAGMA foreign_key_check", {}, any))
        throw Failure{Failure::Kind::damaged, sentence};
}

std::string keepUnder(const std::string& kept, const std::string& path, SqliteConnection* open, const StoreKey* key)
{
    std::string name = kept;
    std::error_code problem;
    for (int n = 2; fs::exists(name, problem); ++n) {
        if (fs::equivalent(name, path, problem))
            return name;
        name = kept + "-" + std::to_string(n);
    }
    fs::create_hard_link(path, name, problem);
    if (!problem)
        return name;
    // A file system without links: a copy does as well.
    if (open)
        makeCopy(*open, name, key);
    else if (!fs::copy_file(path, name, problem))
        throw Failure{Failure::Kind::readOnly, "the old file cannot be kept; nothing was changed"};
    return name;
}

}  // namespace holdfast::db
