// The calls between us and the services of a person's open legs, as recorded: how many, how many answered, when. A
// written reply is no call. No widgets.
#pragma once

#include "person/person_view.h"

#include <vector>

namespace holdfast::ui {

struct CallTry {
    Instant at;
    ContactDirection direction = ContactDirection::out;
    ContactOutcome outcome = ContactOutcome::noAnswer;
    WorkerId by;
    friend bool operator==(const CallTry&, const CallTry&) = default;
};

/// One service that somebody may have to ring, with every call since it was asked.
struct CallTally {
    ServiceId service;
    std::vector<Need> needs;     ///< whose legs are with it
    std::vector<CallTry> tries;  ///< the latest last; what was entered in error is left out
    int rung = 0;
    int answered = 0;  ///< of those
    int theyRang = 0;
};

/// The services of the open legs, each once; the one that is being chased first, the worker's own last.
std::vector<CallTally> callsOf(const CaseLens& lens, const ServiceId& own = {});

/// "Rung 3 times, never answered; they rang once. Last Today 10:42."; "Not rung yet" when there was no call.
QString tallyWords(const CallTally& tally, Instant now);
/// "Today 10:42, nobody answered, Priya Raman"
QString tryWords(const CallTry& call, Instant now, const app::NameBook& names);
/// "Rang Lantern, nobody answered"
QString callWords(const event::Contact& call, const QString& service);
/// For the lane of this need: its service's calls in one line; empty when there was none.
QString laneCalls(const CaseLens& lens, Need need);

}  // namespace holdfast::ui
