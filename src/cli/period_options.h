// The days between which a command counts or exports, read from --from and --to.
#pragma once

#include "base/time.h"
#include "cli/run.h"

namespace holdfast::cli {

/// Both London days are included.
struct DaysAsked {
    Date from;
    Date to;
};

Result<DaysAsked> daysAsked(const Arguments& arguments);

}  // namespace holdfast::cli
