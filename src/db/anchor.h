// The count of saved transactions, kept beside the store as well as in it. SQLite drops what it cannot read from the
// end of its journal without a word; a store that holds fewer saves than were recorded here has lost some.
//
// Two records in sectors of their own: `intent` is written before each COMMIT and `done` after it, each synced and
// sealed with a key of the store. A sound store satisfies done <= count <= intent.
#pragma once

#include "base/result.h"
#include "db/secret.h"

#include <cstdint>
#include <memory>
#include <string>

namespace holdfast::db {

class Anchor {
public:
    /// What the file says. A record that a power cut garbled is worked out from the other one.
    struct Record {
        std::int64_t done = 0;
        std::int64_t intent = 0;
    };

    virtual ~Anchor() = default;

    /// ErrorCode::notFound when there is no file, ErrorCode::damaged when neither record can be trusted.
    virtual Result<Record> read() const = 0;

    virtual Result<Done> intend(std::int64_t count) = 0;
    virtual Result<Done> complete(std::int64_t count) = 0;

    /// Starts anew from what the store holds.
    virtual Result<Done> reset(std::int64_t count) = 0;
};

std::string anchorPath(const std::string& storePath);

/// Where the newest entry of the audit is written down beside the store (app/audit_anchor.h).
std::string auditAnchorPath(const std::string& storePath);

/// The anchor beside `storePath`; nothing is opened or made before it is used. An empty key only guards against
/// accidents, which is what a store that is not encrypted can have.
std::unique_ptr<Anchor> anchorBeside(const std::string& storePath, Secret sealKey);

/// The half-sentence for a store whose count does not fit its record; empty when it fits.
std::string gapBetween(const Anchor::Record& record, std::int64_t count);

}  // namespace holdfast::db
