// A snapshot as the rows that lists and reports read. The one place that makes them, for recording, the sweep, the check
// and the practice caseload alike, so that a rebuilt cache cannot differ from a kept one.
#pragma once

#include "app/history.h"
#include "engine/snapshot.h"
#include "store/case_cache.h"

namespace holdfast::app {

/// Folds the history as of `now` and makes the rows. The error is the engine's.
Result<store::CaseCacheRows> cacheRows(const engine::Context& context, const Person& person, const History& history,
                                       Instant now);

/// The same from a fold that was made already: `today` at `now`, `tomorrow` a day later (to see what still runs).
store::CaseCacheRows cacheRowsOf(const engine::Context& context, const Person& person, const History& history,
                                 const engine::Snapshot& today, const engine::Snapshot& tomorrow);

}  // namespace holdfast::app
