// The whole store as lines of text in one fixed order, the same for the same content on SQLite and on PostgreSQL.
// Leaves out when commands ran and caches were made, and facts about the store itself.
#pragma once

#include <functional>
#include <string_view>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// Each line is "table<TAB>value<TAB>value..." without a line end; tabs, line ends and backslashes in values are
/// escaped, and NULL is \N. Feed the lines to a hash.
void dump(db::Connection& connection, const std::function<void(std::string_view line)>& line);

}  // namespace holdfast::store
