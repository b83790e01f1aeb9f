// Which events count, and as what: `entered_in_error` voids an event, `second_look` changes the class of an answer.
// Both reach back to the event they name, so they are settled before anything is folded.
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "engine/fold.h"

#include <optional>
#include <span>
#include <vector>

namespace holdfast::engine {

class History {
public:
    /// Refused when an event names one that does not come before it, or that is not an answer.
    static Result<History> read(std::span<const Event> events);

    bool hasCorrections() const { return m_any; }
    bool isVoid(std::size_t index) const { return m_any && m_void[index]; }
    std::optional<BounceClass> classOf(std::size_t index) const { return m_any ? m_class[index] : std::nullopt; }

private:
    bool m_any = false;
    std::vector<bool> m_void;
    std::vector<std::optional<BounceClass>> m_class;
};

/// Folds `events` onto `state`. After a correction, an event that has lost its ground is passed over and listed in
/// `withoutGround`; without one, it is an error with `where` = "/events/n/...".
Result<Done> foldAll(const Context& context, const PersonFacts& person, std::span<const Event> events,
                     const History& history, State& state);

/// "/events/2" before the pointer inside the event.
Error located(std::size_t index, Error error);

}  // namespace holdfast::engine
