// The audit as somebody reads it: whether its entries hang together. What writes it is use_case.h.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/audit.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// An anchor that the trail is compared with.
struct AuditAnchorSeen {
    std::string file;
    AuditAnchor anchor;
};

struct AuditVerdict {
    AuditFindings findings;
    std::vector<AuditAnchorSeen> anchors;  ///< without one, entries cut off at the end are not noticed
    Instant at;
};

/// A check on its way; a value to hand back to Audit.
class AuditChecking {
public:
    ~AuditChecking();
    AuditChecking(const AuditChecking&) = delete;
    AuditChecking& operator=(const AuditChecking&) = delete;

    std::int64_t done() const;      ///< entries looked at
    std::int64_t expected() const;  ///< entries there were when it began

private:
    friend class Audit;
    struct Parts;
    explicit AuditChecking(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

class Audit {
public:
    explicit Audit(Workspace& workspace) : m_workspace{workspace} {}

    /// With the anchor beside the store and those in `anchorFiles`.
    Result<std::unique_ptr<AuditChecking>> beginCheck(const Session& session,
                                                      const std::vector<std::string>& anchorFiles);
    /// Looks at some thousands of entries; false when all were seen.
    Result<bool> goOn(const Session& session, AuditChecking& checking);
    Result<AuditVerdict> endCheck(const Session& session, AuditChecking& checking);
    /// All at once.
    Result<AuditVerdict> check(const Session& session, const std::vector<std::string>& anchorFiles);

    /// An anchor of all that is written by now, to be kept where nobody who can change the store can change it.
    Result<std::string> anchor(const Session& session);

    /// The latest time among the newest entries, where it lies further ahead of this computer's clock than two clocks may
    /// differ: this clock is behind now, or another was ahead then. Nothing while all is well. Says nothing of anybody, so
    /// whoever opens a store is told.
    Result<std::optional<Instant>> aheadOfClock();

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
