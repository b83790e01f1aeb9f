#include "app/worker_change.h"

#include <algorithm>

namespace holdfast::app {

std::vector<event::WorkerChanged> changesOfWorker(const engine::Snapshot& now, const WorkerId& from,
                                                  const std::optional<WorkerId>& to)
{
    const auto holds = [&](Need need) {
        const auto& holder = now.needs[need].holder;
        return holder && holder->worker == from;
    };
    std::vector<event::WorkerChanged> changes;
    for (const Need need : allNeeds) {
        if (!holds(need))
            continue;
        const ServiceId& service = now.needs[need].holder->service;
        const bool both = holds(other(need)) && now.needs[other(need)].holder->service == service;
        const event::WorkerChanged change{service, to, both ? std::nullopt : std::optional{need}};
        if (std::ranges::find(changes, change) == changes.end())
            changes.push_back(change);
    }
    return changes;
}

std::vector<Submission> submissionsOf(std::vector<event::WorkerChanged> changes, Instant at, const std::string& words)
{
    std::vector<Submission> submissions;
    for (event::WorkerChanged& change : changes) {
        Submission& submission = submissions.emplace_back();
        submission.at = at;
        submission.body = std::move(change);
        submission.words = words;
    }
    return submissions;
}

}  // namespace holdfast::app
