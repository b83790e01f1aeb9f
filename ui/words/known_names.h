// The names a case knows, and those of workers who may be chosen and are not in it yet.
#pragma once

#include "app/cases.h"
#include "domain/worker.h"

namespace holdfast::ui {

inline app::NameBook withWorkers(app::NameBook names, const std::vector<Worker>& workers)
{
    for (const Worker& worker : workers)
        names.workers.emplace(worker.id, worker.name);
    return names;
}

}  // namespace holdfast::ui
