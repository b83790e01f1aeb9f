// Events as CSV tables whose columns keep their names (docs/export-events.md). One row an event, and further tables for
// what an event has several of.
#pragma once

#include "domain/event.h"
#include "exchange/sheet.h"

#include <array>

namespace holdfast {
class PolicyBook;
}

namespace holdfast::exchange {

/// An event with what is kept beside it.
struct KeptEvent {
    const Event& event;
    std::string_view person;
    std::int64_t sequence = 0;  ///< among those kept under that id
    std::string_view author;
    std::string_view policy;  ///< "england 2026.1": under which it was decided
    std::string_view channel;
    std::string_view toldBy;
    std::string_view whyNotChallenged;
};

class EventSheets {
public:
    /// Of doors that the policies do not name, a pseudonymous export says only that they are another one.
    EventSheets(const Naming& naming, const PolicyBook& policies);

    void add(const KeptEvent& kept);

    std::array<Sheet*, 5> all() { return {&m_events, &m_legs, &m_needs, &m_items, &m_actions}; }

private:
    friend class EventCells;

    const Naming& m_naming;
    const PolicyBook& m_policies;
    Sheet m_events;
    Sheet m_legs;
    Sheet m_needs;
    Sheet m_items;
    Sheet m_actions;
};

}  // namespace holdfast::exchange
