// A schema of two versions, for the tests that open, copy and bring stores up to date.
#pragma once

#include "db/store_file.h"

#include <array>
#include <span>

namespace holdfast::test {

inline constexpr std::array noteSteps{
    db::Migration{1, "0001_note", "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"},
    db::Migration{2, "0002_by", "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT ''"},
};
inline constexpr db::Schema today{std::span{noteSteps}.first(1), std::span{noteSteps}.first(1)};
inline constexpr db::Schema tomorrow{noteSteps, noteSteps};

inline std::int64_t notesIn(db::Connection& connection)
{
    return connection.first("SELECT count(*) FROM note", {}, [](const db::Row& row) { return row.integer(0); }).value();
}

}  // namespace holdfast::test
