// The policies that the store keeps, as a book the engine decides by; with the sign-offs of their citations.
#pragma once

#include "base/result.h"
#include "domain/policy_book.h"

namespace holdfast::db {
class Connection;
}
namespace holdfast::store {
struct PolicyRow;
}

namespace holdfast::app {

struct Shelf {
    PolicyBook book;
    std::int64_t stamp = 0;  ///< of what the store said when it was read
};

/// What the store says now. ErrorCode::damaged when a policy cannot be read.
Result<Shelf> readShelf(db::Connection& connection);

/// The same in transactions of its own, when a store is opened: one that knows no policy yet begins with the shipped one,
/// in force since ever, and a newer shipped one is put on the shelf for somebody to put in force.
Result<Shelf> firstShelf(db::Connection& connection, Instant now);

std::int64_t policyStamp(db::Connection& connection);

Result<Policy> policyOf(const store::PolicyRow& row);

}  // namespace holdfast::app
