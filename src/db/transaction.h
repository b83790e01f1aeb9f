// Rolls back unless told otherwise.
#pragma once

#include "db/connection.h"

namespace holdfast::db {

class Transaction {
public:
    /// A writer takes SQLite's lock at once, so that a busy store is met here and not half-way through; a reader
    /// sees one moment of the store until it ends.
    Transaction(Connection& connection, Access access);
    ~Transaction();

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

}  // namespace holdfast::db
