// How long people waited for a service: each wait read from what happened to the person, and what a service may be
// expected to take from now on.
#pragma once

#include "domain/event.h"
#include "domain/need.h"
#include "report/survival.h"

#include <optional>
#include <span>
#include <vector>

namespace holdfast::report {

/// How a wait stands. Only `started` is a wait that ended; in every other way the person was lost from sight before the
/// service began, and how long it would have taken is not known.
enum class WaitState : std::uint8_t { waiting, started, refused, movedOn, withdrawn, died, closed };

/// From the day a leg was first sent to a service until that service began.
struct Wait {
    EventId sent;  ///< the referral that began it
    Need need = Need::mentalHealth;
    ServiceId service;
    Date from;                  ///< London days
    std::optional<Date> until;  ///< nothing while the person waits
    WaitState state = WaitState::waiting;
    friend bool operator==(const Wait&, const Wait&) = default;
};

/// Every wait of one person, in the order they began. `events` are those that count, in order; `refusals` are the
/// answers that turned the person away and were not overturned.
std::vector<Wait> waitsOf(std::span<const Event> events, std::span<const EventId> refusals);

/// Waits that began in the last two years count: long enough for a small service to have ten that ended and for most
/// of a long list to have come to an end, short enough to follow a service that has changed.
inline constexpr int recentMonths = 24;
Date recentSince(Date today);

/// Below so many waits that ended nothing is estimated: a median of a few is chance, and it could tell of a person.
inline constexpr int leastWaits = 10;

/// What may be expected of one service.
struct ExpectedWait {
    /// The times of the estimate; a time that nothing was followed far enough to tell is not there.
    struct Estimate {
        std::optional<int> median;
        std::optional<int> lower;  ///< a quarter of people started by then
        std::optional<int> upper;  ///< three quarters did
        int longest = 0;           ///< how long anybody was followed
        friend bool operator==(const Estimate&, const Estimate&) = default;
    };

    ServiceId service;
    Date since;                     ///< waits that began from this day on were counted
    int ended = 0;                  ///< how many of them ended with a start
    std::optional<Estimate> seen;   ///< from the service's own history; nothing below `leastWaits`
    std::optional<int> statedDays;  ///< what the service itself says
    friend bool operator==(const ExpectedWait&, const ExpectedWait&) = default;
};

ExpectedWait expectedWait(const ServiceId& service, std::optional<int> statedDays, Date since,
                          const Survival& survival);

}  // namespace holdfast::report

template <>
struct holdfast::Names<holdfast::report::WaitState> {
    static constexpr std::array<std::string_view, 7> list{"waiting",   "started", "refused", "moved_on",
                                                          "withdrawn", "died",    "closed"};
};
