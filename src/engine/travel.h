// How far it is from where a person lives to a service, how that is known, and why it is not.
#pragma once

#include "engine/assess.h"

namespace holdfast::engine {

// Ours (certainty I): domain.md says that long travel and being recognised near home keep people away, and gives no miles.
inline constexpr int farAway = 15 * mile;    ///< from here a distance earns no points
inline constexpr int nearHome = 3 * mile;    ///< closer than this is near home
inline constexpr int awayEnough = 6 * mile;  ///< from here being further from home earns no more

struct Travel {
    std::string home;                  ///< outward code, empty when not recorded
    std::string there;                 ///< outward code of the service, empty when not recorded
    std::optional<Distance> distance;  ///< typed, else reckoned, else nothing
    std::string sentence;              ///< what the distance is and how it is known, or why it is not and what to do

    bool sameDistrict() const { return !home.empty() && home == there; }
};

/// A typed distance wins. Else from the middle of the person's postcode district to the service's own coordinates, or to
/// the middle of its district.
Travel travelTo(const Context& context, const PersonFacts& person, const Service& service);

}  // namespace holdfast::engine
