// The front door of the engine: a person's events in, the state of the case and what happens next out. Pure: the same
// policy, directory, person, events and now give the same bytes.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/person.h"
#include "engine/context.h"
#include "engine/snapshot.h"

#include <memory>
#include <span>
#include <vector>

namespace holdfast::engine {

/// Sentences are made only when asked for; rule ids and facts always are.
enum class Explain : std::uint8_t { no, yes };

/// A case that grows by one event at a time. Events come ordered by `at`; one that is refused changes nothing.
class Case {
public:
    Case(const Context& context, const PersonFacts& person);
    ~Case();
    Case(const Case& other);
    Case(Case&&) noexcept;
    Case& operator=(const Case&) = delete;
    Case& operator=(Case&&) = delete;

    /// Folds one event. An error's `where` is a JSON pointer inside the event ("/legs/0/service"); its code is `refused`
    /// when a rule forbids it (`detail` begins with the rule id) and `invalid` when the event cannot be.
    Result<Done> apply(const Event& event);

    /// The state as of `now`, which must not lie before the last event.
    Snapshot snapshot(Instant now, Explain explain) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Folds the whole list, with `entered_in_error` and `second_look` applied to the events they name, and returns the state
/// at `now`. An error's `where` begins with the position: "/events/2/reason".
Result<Snapshot> evaluate(const Context& context, const PersonFacts& person, std::span<const Event> events, Instant now,
                          Explain explain);

/// One snapshot for each event, as it stood right after it: what `holdfast replay` prints.
Result<std::vector<Snapshot>> replay(const Context& context, const PersonFacts& person, std::span<const Event> events,
                                     Explain explain);

}  // namespace holdfast::engine
