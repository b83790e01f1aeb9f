// Brings a database up to the schema this program needs, one numbered step at a time.
#pragma once

#include "base/result.h"
#include "db/connection.h"

#include <span>

namespace holdfast::db {

struct Migration {
    int version;            ///< 1, 2, 3, ... without a gap
    std::string_view name;  ///< the file it came from
    std::string_view sql;
};

/// The same steps written for each dialect.
struct Schema {
    std::span<const Migration> sqlite;
    std::span<const Migration> postgres;

    std::span<const Migration> of(Dialect dialect) const { return dialect == Dialect::sqlite ? sqlite : postgres; }
};

/// "HoLd": what a SQLite file of ours carries as application_id.
inline constexpr std::int64_t applicationId = 0x486f4c64;

/// The steps still to run, in order; writes nothing. ErrorCode::newerStore when the database is newer than this
/// program, ErrorCode::damaged when a step that already ran is not the one we know under that number.
Result<std::span<const Migration>> pending(Connection& connection, std::span<const Migration> known);

/// Runs what is pending in one transaction together with the rows that record it: all of it or nothing. Returns how
/// many steps ran; throws Failure when one cannot. On PostgreSQL two programs starting at once wait for each other.
/// For a store in a file use openStore(), which migrates a copy and swaps it in.
Result<int> migrate(Connection& connection, std::span<const Migration> known);

}  // namespace holdfast::db
