// Many rows in one journey: COPY, in its text form. Included by postgres_*.cpp only.
#pragma once

#include "db/connection.h"
#include "db/postgres_session.h"

namespace holdfast::db {

/// `into` is a table with its columns. All rows or none, as with one statement.
void copyRows(PGconn* session, std::string_view into, const std::vector<std::vector<Value>>& rows);

}  // namespace holdfast::db
