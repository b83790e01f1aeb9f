// The PostgreSQL server of the tests, named by HOLDFAST_TEST_POSTGRES.
#pragma once

#include "db/connection.h"

#include <memory>
#include <optional>
#include <string>

namespace holdfast::test {

/// Its connection string. Throws when there is none and HOLDFAST_REQUIRE_POSTGRES=1 says there must be.
std::optional<std::string> postgresConninfo();

/// A connection whose search path is an empty schema of its own; the schema goes when the test program ends.
std::unique_ptr<db::Connection> openFreshPostgres(const std::string& conninfo);

/// One more connection to the schema that `first` has.
std::unique_ptr<db::Connection> openSamePostgres(const std::string& conninfo, db::Connection& first);

}  // namespace holdfast::test
