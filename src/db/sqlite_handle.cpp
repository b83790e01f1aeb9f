#include "db/sqlite_handle.h"

#include <algorithm>
#include <array>
#include <string>

namespace holdfast::db {
namespace {

std::string withoutValues(std::string_view message)
{
    const auto cut = std::min(message.find(" near "), message.find(':'));
    return std::string{message.substr(0, cut)};
}

}  // namespace

Failure::Kind kindOfSqlite(int code)
{
    using enum Failure::Kind;
    switch (code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_SHMSIZE: return diskFull;       // RLIMIT_FSIZE and some full disks, not 13
    case SQLITE_READONLY_DIRECTORY: return readOnly;  // 1544
    case SQLITE_IOERR_CORRUPTFS: return damaged;
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_DELETE: return readOnly;
    default: break;
    }
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return busy;
    case SQLITE_CONSTRAINT: return constraint;
    case SQLITE_FULL: return diskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return readOnly;
    case SQLITE_CORRUPT: return damaged;
    case SQLITE_NOTADB: return notAStore;
    case SQLITE_IOERR: return unavailable;
    case SQLITE_INTERRUPT: return stopped;
    default: return other;
    }
}

void failSqlite(sqlite3* database, Met met)
{
    const int code = sqlite3_extended_errcode(database);
    const std::string_view message = sqlite3_errmsg(database);
    const bool mayQuote = met == Met::running && (code & 0xff) == SQLITE_ERROR;
    throw Failure{kindOfSqlite(code), mayQuote ? withoutValues(message) : std::string{message}, std::to_string(code)};
}

std::string rawHeader(sqlite3* database)
{
    sqlite3_file* file = nullptr;
    std::array<char, 100> bytes{};
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file->pMethods ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK || size == 0)
        return {};
    const auto length = static_cast<std::size_t>(std::min<sqlite3_int64>(size, bytes.size()));
    if (file->pMethods->xRead(file, bytes.data(), static_cast<int>(length), 0) != SQLITE_OK)
        return {};
    return std::string{bytes.data(), length};
}

}  // namespace holdfast::db
