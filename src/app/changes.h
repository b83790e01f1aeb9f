// What a record changed: the difference between two snapshots of one case at the same instant.
#pragma once

#include "app/cases.h"

namespace holdfast::app {

std::vector<Change> changesBetween(const engine::Snapshot& before, const engine::Snapshot& after);

}  // namespace holdfast::app
