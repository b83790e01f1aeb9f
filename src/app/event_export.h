// The raw events of a period as a folder of CSV files, for whoever wants to count for themselves (docs/export-events.md).
#pragma once

#include "app/session.h"
#include "app/workspace.h"

namespace holdfast::app {

struct EventExportRequest {
    Date from;  ///< London days, both included
    Date to;
    std::string folder;         ///< new, or empty
    bool pseudonymous = false;  ///< nobody can be looked up by it, and what they said stays here
};

struct EventExported {
    std::int64_t people = 0;
    std::int64_t events = 0;
    friend bool operator==(const EventExported&, const EventExported&) = default;
};

class EventExport {
public:
    explicit EventExport(Workspace& workspace) : m_workspace{workspace} {}

    /// One moment of the store, written aside and put in its place when the audit knows of it. Memory does not grow with
    /// the store.
    Result<EventExported> write(const Session& session, const EventExportRequest& request);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
