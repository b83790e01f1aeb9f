// From the fold's state to the snapshot that screens, caches and `holdfast replay` read.
#pragma once

#include "domain/instrument.h"
#include "domain/person.h"
#include "engine/evaluate.h"
#include "engine/history.h"
#include "engine/state.h"

#include <span>

namespace holdfast::engine {

/// `state` was folded from `events` and has been brought forward to `now`.
Snapshot render(const Context& context, const PersonFacts& person, const State& state, std::span<const Event> events,
                const History& history, Instant now, Explain explain);

/// The latest score of each instrument, in the order in which they were first used.
std::vector<Score> scoresOf(const Context& context, const PersonFacts& person, std::span<const Event> events,
                            const History& history);

Score scoreOf(const Instrument& instrument, const InstrumentAnswers& answers, const PersonFacts& person, Instant at);

}  // namespace holdfast::engine
