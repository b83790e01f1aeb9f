// Two records of one person, joined into one and taken apart again. No row moves: a merge says that the rows under both ids
// make up the record of the one that is kept.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"
#include "domain/person.h"
#include "domain/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using MergeId = Id<struct MergeTag>;

/// Who goes on holding a need that was open in one record and that the other one's events would have closed.
struct Reopening {
    Need need = Need::mentalHealth;
    ServiceId service;
    WorkerId worker;
    friend bool operator==(const Reopening&, const Reopening&) = default;
};

/// What it takes for two histories to go on as one. Both are read in the order of time; what was said in one record cannot
/// let go of a need that the other holds.
struct Joining {
    bool uneven = false;            ///< an event has no ground beside the other record's: it is passed over, and seen
    std::vector<EventId> setAside;  ///< answers about a need that is over in their own record; they stay readable
    std::vector<Reopening> reopened;
    friend bool operator==(const Joining&, const Joining&) = default;
};

struct PersonMerge {
    MergeId id;
    PersonId kept;
    PersonId merged;
    std::string reason;
    std::string despite;  ///< why it is the same person although number or date of birth differ
    Joining joining;
    std::int64_t keptVersion = 0;   ///< of the kept person's details, that day
    std::int64_t mergedEvents = 0;  ///< how many the merged record had
    WorkerId worker;
    Role role = Role::keyworker;
    ServiceId service;
    Instant at;
    CommandId command;
    friend bool operator==(const PersonMerge&, const PersonMerge&) = default;
};

struct PersonUnmerge {
    MergeId merge;
    std::string reason;
    bool uneven =
        false;  ///< something written since has no ground without the other record: it is passed over, and seen
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const PersonUnmerge&, const PersonUnmerge&) = default;
};

/// A merge with what became of it.
struct MergeRecord {
    PersonMerge merge;
    std::optional<PersonUnmerge> undone;
    friend bool operator==(const MergeRecord&, const MergeRecord&) = default;
};

/// The kept details as they are read until somebody saves them: what they leave empty comes from the other record, alerts
/// of both are shown, and the more careful way of reaching somebody wins.
Person filledFrom(Person kept, const Person& merged);

/// Longest reason, in bytes.
inline constexpr std::size_t longestMergeReason = 1000;

}  // namespace holdfast
