// A store with a schema of its own for the fault tests: an account whose sum never changes, so that half a transaction
// shows, and a counter of acknowledged saves.
#pragma once

#include "db/store_file.h"
#include "support/temp_folder.h"

#include <memory>
#include <string>

namespace holdfast::test {

db::Schema tinySchema();       ///< version 1
db::Schema tinySchemaLater();  ///< version 2: every row is rewritten

struct TinyStore {
    TempFolder folder;
    db::StoreLocation location{db::StoreLocation::Kind::file, folder.file("store.holdfast")};
    db::NewEnvelope keys;
    const db::StoreKey* key;

    explicit TinyStore(bool encrypted = true);

    const std::string& path() const { return location.text; }
    db::Opened open(const db::Schema& schema = tinySchema(), const db::OpenOptions& options = {}) const;
};

/// One save: moves an amount, writes a line about it. All three rows or none.
void moveOnce(db::Connection& connection, std::int64_t number);

/// The same three rows without a transaction: the negative control.
void moveCarelessly(db::Connection& connection, std::int64_t number);

/// How many saves are there; -1 when one of them is there in part.
std::int64_t wholeSaves(db::Connection& connection);

}  // namespace holdfast::test
