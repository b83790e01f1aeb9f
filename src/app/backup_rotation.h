// Which backups are kept: enough of the last days, weeks and months, and never fewer than a few.
#pragma once

#include "base/time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace holdfast::app {

/// The newest of each of so many days, weeks (from Monday) and months in London that have one, and the newest few whatever
/// their day. Ours; nothing national says how long.
struct Rotation {
    std::size_t newest = 3;
    std::size_t days = 7;
    std::size_t weeks = 5;
    std::size_t months = 12;
};

/// What one is kept as; one that is the newest of its day, week and month counts for the longest.
enum class KeptAs : std::uint8_t { newest, daily, weekly, monthly };

/// Those of `made` that are kept, and as what.
std::map<Instant, KeptAs> whyKept(std::vector<Instant> made, const Rotation& rotation = {});

/// Those of `made` that need not be kept, oldest first.
std::vector<Instant> notKept(std::vector<Instant> made, const Rotation& rotation = {});

/// The day from which the next copy drives out the last that may hold what was in the store until `then`, as long as one
/// is made at least every month: by then the months after it have theirs.
Date drivenOutFrom(Instant then, const Rotation& rotation = {});

}  // namespace holdfast::app
