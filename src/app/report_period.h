// Whether a stretch of time is one that a report can be of.
#pragma once

#include "base/result.h"
#include "base/time.h"

namespace holdfast::app {

/// Both London days are included.
Result<Done> checkPeriod(Date from, Date to);

}  // namespace holdfast::app
