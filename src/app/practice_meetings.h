// Finished joint meetings of the practice caseload, one for each decision that a story tells: with who was there, what was
// decided and its minutes. What happens next is in the story already; nothing here adds to it.
#pragma once

#include "app/practice_pen.h"

namespace holdfast::app {

struct Entry;

class PracticeMeetingWriter {
public:
    PracticeMeetingWriter(Workspace& workspace, std::uint64_t seed, Date asOf, Instant now,
                          const std::vector<Worker>& workers);

    /// Needs an open transaction, and the person's history in the store.
    Result<Done> write(const PersonId& person);

private:
    Result<Done> writeOne(const PersonId& person, const Entry& entry, const CommandId& command);

    Workspace& m_workspace;
    PracticePen m_pen;
};

}  // namespace holdfast::app
