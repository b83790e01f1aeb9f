// Making the index that notes, letters and events are found by: in a store that is older than it, after much was written
// at once, and when `holdfast check --rebuild` asks for it.
#pragma once

#include "base/result.h"

#include <string>

namespace holdfast::db {
class Connection;
}

namespace holdfast::app {

/// The words of a letter as it was kept (exchange/letter_json.h); none when it cannot be read.
std::string wordsOfLetter(const std::string& source);

/// Everything again. In an open transaction.
void buildFound(db::Connection& connection);

/// Once in the life of a store: what was there before the index.
Result<Done> buildFoundIfNeeded(db::Connection& connection);

}  // namespace holdfast::app
