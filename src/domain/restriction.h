// A record that only the workers named for it may see, and how somebody else opens it in an emergency.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using EmergencyId = Id<struct EmergencyTag>;

/// Ours: long enough for an urgent call and the note of it, and it can be opened again for another reason.
inline constexpr std::chrono::minutes emergencyLasts{60};

/// Two, so that somebody is there when the other is away.
inline constexpr std::size_t fewestNamed = 2;

/// One decision about who may see a record; the newest holds.
struct Restriction {
    PersonId person;
    std::int64_t number = 0;  ///< 1, 2, 3 ... of this person
    bool restricted = true;   ///< false: lifted
    std::vector<WorkerId> named;
    std::string reason;
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const Restriction&, const Restriction&) = default;
};

/// Somebody who is not named opened a restricted record.
struct Emergency {
    EmergencyId id;
    PersonId person;
    WorkerId worker;
    std::string reason;
    Instant openedAt;
    Instant until;
    CommandId command;
    std::optional<Instant> endedAt;  ///< given back before its time

    /// A clock that was set back does not open it again.
    bool isOpenAt(Instant now) const { return !endedAt && openedAt <= now && now < until; }
    friend bool operator==(const Emergency&, const Emergency&) = default;
};

/// What a supervisor made of it.
struct EmergencyReview {
    EmergencyId emergency;
    WorkerId worker;
    std::string note;
    Instant at;
    CommandId command;
    friend bool operator==(const EmergencyReview&, const EmergencyReview&) = default;
};

}  // namespace holdfast
