// Putting very many people into an empty store. The indexes that only make reading quick are taken away first and built
// from everything at the end: that costs a fraction of keeping each of them in order row by row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class BulkFill {
public:
    explicit BulkFill(db::Connection& connection) : m_connection{connection} {}

    /// Needs an open transaction, as finish() does. Indexes that keep something unique stay. Of one table only when it
    /// is named.
    void begin(std::string_view table = {});

    /// Builds again what begin() took away; nothing when it was never called.
    void finish();

private:
    db::Connection& m_connection;
    std::vector<std::string> m_indexes;  ///< the statements that make them
};

}  // namespace holdfast::store
