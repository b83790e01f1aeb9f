// What may be recorded at all, before the engine is asked: who may do it, when it may have happened, and that everything
// it names exists.
#pragma once

#include "app/access.h"
#include "app/history.h"
#include "domain/service.h"

#include <functional>

namespace holdfast::app {

/// The permission that recording such an event asks for.
Action actionFor(const EventBody& body);

/// Whether it still has a meaning once the person has died.
bool mayFollowDeath(const EventBody& body);

/// How far a clock of another machine may run ahead.
inline constexpr std::chrono::minutes futureTolerance{5};

struct EventSurroundings {
    const Person& person;
    const History& history;
    const Directory& directory;
    const Policy& policy;
    const InstrumentSet& instruments;
    Instant now;
    std::function<bool(const WorkerId&)> isWorker;
};

/// ErrorCode::invalid with `where` a pointer into the event ("/at", "/service", "/event"); ErrorCode::refused for what
/// has no meaning after the person died. Kept histories are not asked: an old file still opens.
Result<Done> checkEvent(const EventSurroundings& around, const Event& event);

}  // namespace holdfast::app
