// A store as it was when so many events had been recorded, made anew in memory: for counting an old report again.
#pragma once

#include "base/time.h"
#include "store/disposal_repository.h"

#include <cstdint>
#include <memory>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct StoreAsAt {
    std::unique_ptr<db::Connection> connection;  ///< what the events say is still to be read into its case caches
    std::int64_t events = 0;                     ///< in it
    std::int64_t missing = 0;                    ///< no longer in the store, though the report had counted them
    DisposedCounts disposed{};                   ///< of records that were disposed of after the report had counted them
    std::int64_t alike =
        0;  ///< recorded in the same instant as the last of them, and in it although the report had not
};

/// The first `events` events by when they were recorded, those of records that were disposed of counted with them, with joins, carers' calls and retellings as they were at that
/// instant. Details of people, services and workers are not kept from before, so they are as they are now.
StoreAsAt openAsAt(db::Connection& store, std::int64_t events, Instant at);

}  // namespace holdfast::store
