#include "db/transaction.h"

namespace holdfast::db {

Transaction::Transaction(Connection& connection, Access access) : m_connection{connection}
{
    m_connection.begin(access);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_connection.rollback();
    } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): the connection is gone, and the transaction with it
    }
}

void Transaction::commit()
{
    m_connection.commit();
    m_open = false;
}

}  // namespace holdfast::db
