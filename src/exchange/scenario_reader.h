// Scenario files (engine.md section 7): a directory, a person, a history, and what is expected of it.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/instrument.h"
#include "domain/person.h"
#include "domain/service.h"
#include "exchange/expectation.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

struct Scenario {
    std::string title;
    std::string policy = "england";  ///< unless it names another
    Directory directory;
    PersonFacts person;
    std::vector<Event> events;  ///< ids "#1", "#2", ... by position; in the order of time
    std::vector<Expectation> expectations;
};

/// The scenario, or an error whose `where` is a JSON pointer. `isReason` says whether a policy knows a reason code; it
/// is given the name of the policy that the scenario asks for.
Result<Scenario> readScenario(std::string_view text, const InstrumentSet& instruments,
                              const std::function<bool(std::string_view policy, const ReasonCode&)>& isReason);

}  // namespace holdfast::exchange
