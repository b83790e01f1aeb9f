// Whether a stretch of time is one that a report can be of, and how the audit tells it.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <string>

namespace holdfast::app {

/// Both London days are included.
Result<Done> checkPeriod(Date from, Date to);

/// "2026-07-01 2026-09-30"
std::string periodWords(Date from, Date to);

}  // namespace holdfast::app
