// Whether the entries of the audit are still those that were written, in their order, and which are not. Goes in steps,
// so that somebody may watch and stop it.
#pragma once

#include "domain/audit.h"
#include "store/audit_trail.h"

namespace holdfast::store {

class AuditCheck {
public:
    /// Anchors must have been read before the first step, for entries may be added all the while.
    AuditCheck(db::Connection& connection, std::vector<AuditAnchor> anchors);

    /// Looks at the next entries, at most `rows`; false when there were none left.
    bool step(int rows);

    std::int64_t entriesSoFar() const { return m_entries; }
    /// After the last step.
    AuditFindings findings();

private:
    /// An entry whose link does not fit.
    struct Suspect {
        AuditRow row;
        std::string mac;
        std::string computed;
        std::string previous;
        bool loose;  ///< the entry before it is gone or a suspect itself
    };

    struct AnchorSeen {
        AuditAnchor anchor;
        bool seen = false;  ///< an entry has its link
    };

    void take(const AuditRow& row, const std::string& mac);
    bool foundRenumbered(const AuditRow& row, const std::string& mac);
    void suspect(Suspect found);
    void find(AuditFault::Kind kind, std::int64_t first, std::int64_t last);
    void explainSuspects();
    void explain(const Suspect& found);
    std::optional<std::int64_t> placeOf(const Suspect& found) const;
    void endAtAnchors();

    AuditTrail m_trail;
    std::vector<AnchorSeen> m_anchors;
    std::int64_t m_entries = 0;
    std::int64_t m_last = 0;
    std::int64_t m_numberGiven = 0;
    std::int64_t m_shift = 0;  ///< what to add to a number for the one that the entry was written under
    std::vector<std::int64_t> m_shifts{0};
    std::string m_mac;
    std::optional<AuditAnchor> m_newest;
    bool m_loose = false;
    std::int64_t m_suspectCount = 0;
    std::vector<Suspect> m_suspects;
    AuditFindings m_found;
};

}  // namespace holdfast::store
