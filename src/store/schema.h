// The migrations this program ships, for each dialect.
#pragma once

#include "db/migrator.h"

namespace holdfast::store {

db::Schema schema();

/// The steps of one dialect.
std::span<const db::Migration> migrations(db::Dialect dialect);

}  // namespace holdfast::store
