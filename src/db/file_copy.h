// What bringing up to date, backing up and restoring share: a store's file copied page by page, checked, and set aside.
// Only for the .cpp files of this folder.
#pragma once

#include "db/backup.h"
#include "db/sqlite_connection.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace holdfast::db {

/// What lies beside a store and belongs to it, besides SQLite's own files.
inline constexpr std::array<std::string_view, 4> besideStore{".keys-a", ".keys-b", ".anchor", ".audit-anchor"};

/// The file and what SQLite left beside it.
void removeWithSidecars(const std::string& path);

/// Alone with the file, its journal folded in and gone: a journal left behind would be taken for the new file's. Throws
/// Failure::Kind::busy when another program has it open.
std::unique_ptr<SqliteConnection> openAlone(const std::string& path, const SqliteOpening& opening);

/// Copies every page to a new file `to`, private from its first byte, and closes it. False when it was stopped. Then, as when
/// it throws, there is no such file.
bool makeCopy(SqliteConnection& source, const std::string& to, const StoreKey* key, const OnPages& onPages = {});

/// Whether pages are read before they are copied, or after.
enum class Reading : std::uint8_t { before, after };

/// Pages, their seals and references; throws with that sentence when something is wrong, and Failure::Kind::stopped when
/// `onPages` says no. It is asked now and then, with no page copied or all of them.
void checkPages(SqliteConnection& copy, bool encrypted, const std::string& sentence, const OnPages& onPages = {},
                Reading reading = Reading::after);

/// Gives the file a second name, `kept` or `kept`-2 ..., and answers it. After an earlier attempt that was cut off it may
/// have one already.
std::string keepUnder(const std::string& kept, const std::string& path, SqliteConnection* open, const StoreKey* key);

}  // namespace holdfast::db
