// A record whose time is over, with something in every place where words are kept, and proposed for disposal: what the
// fault tests let go while the disk fails.
#pragma once

#include "fault/disk/points.h"

#include "domain/disposal.h"

namespace holdfast::test {

struct Ended {
    OfficeStore store;
    PersonId person;
    DisposalId disposal;

    Ended();
    db::Opened open() const;
};

/// Whoever confirms it, twenty-one years later, at the open store.
class Confirming {
public:
    Confirming(const Ended& of, std::unique_ptr<db::Connection> connection);

    /// The same command each time. An Error as well when the record is gone and the file could not be cleared of it.
    Result<Done> work();
    /// Whether the file is cleared of it, now or before.
    bool finishes();
    /// Whether `holdfast check` and `holdfast audit verify` find nothing.
    bool checksOut();
    db::Connection& connection() { return m_workspace->connection(); }

private:
    const Ended& m_of;
    ManualClock m_clock;
    SeededRandom m_random{1};
    std::unique_ptr<app::Workspace> m_workspace;
};

/// Whether the record is there to the last word or gone to the last word, as its disposal says, the search knows what there
/// is and nothing else, and the entries of the audit hang together.
bool agrees(db::Connection& connection, const Ended& of);

}  // namespace holdfast::test
