// Somebody decided that a record is kept longer than its rules ask for, or that none may go: an inquiry, a complaint.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace holdfast {

using RetentionKeepId = Id<struct RetentionKeepTag>;

struct RetentionLift {
    std::string reason;
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const RetentionLift&, const RetentionLift&) = default;
};

struct RetentionKeep {
    RetentionKeepId id;
    PersonId person;            ///< empty: every record
    std::optional<Date> until;  ///< the first day on which it no longer holds; nothing: until it is lifted
    std::string reason;
    WorkerId worker;
    Instant at;
    CommandId command;
    std::optional<RetentionLift> lifted{};

    bool holdsOn(Date day) const { return !lifted && (!until || day < *until); }
    friend bool operator==(const RetentionKeep&, const RetentionKeep&) = default;
};

}  // namespace holdfast
