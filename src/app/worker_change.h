// What happened to each need that a worker holds when somebody else takes over from them, or nobody yet.
#pragma once

#include "app/recorder.h"

namespace holdfast::app {

/// One event for each service in which `from` holds a need of this person; a need that another worker of the same
/// service holds is left alone. `to` empty: nobody is named yet. Empty when `from` holds nothing.
std::vector<event::WorkerChanged> changesOfWorker(const engine::Snapshot& now, const WorkerId& from,
                                                  const std::optional<WorkerId>& to);

/// The same as things to record at `at`, with the words of the one who records it.
std::vector<Submission> submissionsOf(std::vector<event::WorkerChanged> changes, Instant at, const std::string& words);

}  // namespace holdfast::app
