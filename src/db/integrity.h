// The full check of a store: every page, every index, every reference, every recorded save. Minutes on a large store,
// so it belongs to `holdfast check`, not to opening.
#pragma once

#include "base/result.h"
#include "db/store_file.h"

#include <string>
#include <vector>

namespace holdfast::db {

struct Finding {
    std::string check;   ///< "pages", "seals", "references", "recent saves", "keys", "schema"
    std::string detail;  ///< page, table or count; never a person's data
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct IntegrityReport {
    std::vector<std::string> passed;  ///< names of the checks that found nothing
    std::vector<Finding> findings;
    bool ok() const noexcept { return findings.empty(); }
};

/// Works beside a client that has the store open. An Error when the store cannot be opened at all.
Result<IntegrityReport> checkIntegrity(const StoreLocation& location, const StoreKey* key, const Schema& schema);

}  // namespace holdfast::db
