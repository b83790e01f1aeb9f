// An empty, migrated database of each kind the machine has: SQLite in memory, an encrypted SQLite file, and
// PostgreSQL when HOLDFAST_TEST_POSTGRES holds a connection string (in a schema of its own for each case).
// HOLDFAST_REQUIRE_POSTGRES=1 makes a missing server an error, so that CI cannot skip it by accident.
#pragma once

#include "db/migrator.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace holdfast::test {

struct Backend {
    std::string name;  ///< "sqlite", "encrypted" or "postgres"
    std::function<std::unique_ptr<db::Connection>()> open;
};

std::vector<Backend> backends(std::span<const db::Migration> sqlite, std::span<const db::Migration> postgres);

}  // namespace holdfast::test
