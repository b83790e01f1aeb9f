// Events as JSON, in the vocabulary of engine.md sections 4a and 7. Scenario files and the store's `body` column use
// this one spelling.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/instrument.h"
#include "domain/service.h"

#include <functional>
#include <string>
#include <string_view>

namespace holdfast::exchange {

class JsonIn;

/// What an event may speak of. A part that is not there is not checked.
struct Known {
    const Directory* directory = nullptr;
    const InstrumentSet* instruments = nullptr;
    std::function<bool(const ReasonCode&)> isReason;
};

/// The event as a compact, canonical JSON object with `at` and `type`; not its id and recordedAt. An event that another
/// one refers to is written as its position when its id is "#n", otherwise as its id.
std::string writeEventBody(const Event& event);

/// The event in `text`, under the given id. Errors point into `text`: "/reason".
Result<Event> readEvent(std::string_view text, const EventId& id, Instant recordedAt, const Known& known = {});

/// For readers of larger documents: throws a Complaint (json_input.h). `recordedAt` becomes `at`.
Event eventOf(const JsonIn& in, const EventId& id, const Known& known);

}  // namespace holdfast::exchange
