// The pages that reports are read from, in a store that is older than they are.
#pragma once

#include "base/result.h"

namespace holdfast::db {
class Connection;
}

namespace holdfast::app {

/// Once in the life of a store, and after a filling that did not come to its end.
Result<Done> buildReportPagesIfNeeded(db::Connection& connection);

}  // namespace holdfast::app
