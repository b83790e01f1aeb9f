// SQLCipher's C API with owners and exceptions. Included by the sqlite_*.cpp files only.
#pragma once

#include "db/failure.h"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace holdfast::db {

struct CloseDatabase {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Which kind of trouble an extended result code is.
Failure::Kind kindOfSqlite(int code);

/// What the database says last. A message about our own SQL is kept whole; one met while a statement ran may quote a
/// value (a search text, a JSON path), so it is cut before the quotation.
enum class Met : bool { preparing, running };
[[noreturn]] void failSqlite(sqlite3* database, Met met);

/// The first 100 bytes of the file as they are on disk, through SQLite's own descriptor: closing another one would drop
/// the locks this process holds on the file.
std::string rawHeader(sqlite3* database);

}  // namespace holdfast::db
