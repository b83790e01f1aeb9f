// Anchors of the audit as text, sealed with the key of the trail: beside the store, in a file elsewhere, on paper.
#pragma once

#include "base/result.h"
#include "domain/audit.h"

#include <string>
#include <string_view>

namespace holdfast::db {
class Connection;
}

namespace holdfast::app {

/// A few lines with a name each, as docs/audit.md shows them.
std::string anchorText(db::Connection& connection, const AuditAnchor& anchor);

/// ErrorCode::invalid, with `where` the line, for a text that is not an anchor, that was changed, or of another store.
Result<AuditAnchor> readAnchorText(db::Connection& connection, std::string_view text);

/// The anchor that is kept beside a store's file. One that the trail no longer fits is evidence and is left alone.
class AuditAnchorFile {
public:
    AuditAnchorFile(db::Connection& connection, std::string path);

    const std::string& path() const { return m_path; }
    /// ErrorCode::notFound when there is none yet.
    Result<AuditAnchor> read() const;
    /// Writes down the newest entry. Not within a transaction.
    Result<Done> renew() const;

private:
    db::Connection& m_connection;
    std::string m_path;
};

}  // namespace holdfast::app
