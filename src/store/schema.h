// The migrations this program ships, for each dialect.
#pragma once

#include "db/migrator.h"

#include <span>

namespace holdfast::store {

std::span<const db::Migration> migrations(db::Dialect dialect);

}  // namespace holdfast::store
