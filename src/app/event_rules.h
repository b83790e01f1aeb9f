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

/// ErrorCode::invalid with `where` a pointer into the event ("/at", "/service", "/event").
Result<Done> checkEvent(const EventSurroundings& around, const Event& event);

}  // namespace holdfast::app
