// Somebody is away, and somebody else sees to their work on those days. Nobody's case changes hands by it.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace holdfast {

using CoverId = Id<struct CoverTag>;

struct Cover {
    CoverId id;
    WorkerId worker;  ///< who is away
    WorkerId by;      ///< who sees to their work
    Date from;
    Date to;  ///< the last day away
    std::string note;
    WorkerId arrangedBy;
    Instant arrangedAt;
    std::optional<Instant> endedAt;  ///< ended before its last day
    std::int64_t version = 0;

    bool includes(Date day) const { return !endedAt && from <= day && day <= to; }
    bool touches(Date first, Date last) const { return !endedAt && from <= last && first <= to; }

    friend bool operator==(const Cover&, const Cover&) = default;
};

}  // namespace holdfast
