// One use case, one transaction. The only place where a storage exception becomes an Error.
#pragma once

#include "base/result.h"
#include "db/transaction.h"

#include <type_traits>

namespace holdfast::app {

/// How often a use case is tried again when another writer got in the way.
inline constexpr int attempts = 3;

/// Runs `work` in a transaction; commits when its Result is a value, rolls back when it is an error. `work` may run
/// more than once and must start from what it reads.
template <class Work>
auto inTransaction(db::Connection& connection, db::Access access, Work work) -> std::invoke_result_t<Work>
{
    for (int attempt = 1;; ++attempt) {
        try {
            db::Transaction transaction{connection, access};
            auto result = work();
            if (result)
                transaction.commit();
            return result;
        } catch (const db::Failure& failure) {
            if (failure.kind() == db::Failure::Kind::busy && attempt < attempts)
                continue;
            return db::toError(failure, "store");
        }
    }
}

}  // namespace holdfast::app
