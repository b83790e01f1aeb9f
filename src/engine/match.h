// Whether a service is for this person at all: age, area, need. A mismatch is shown and flagged, never refused.
#pragma once

#include "domain/person.h"
#include "domain/service.h"

#include <optional>

namespace holdfast::engine {

/// Nothing when the facts to decide it are not recorded.
std::optional<bool> fitsAge(const Service& service, const PersonFacts& person, Date on);
std::optional<bool> fitsArea(const Service& service, const PersonFacts& person);
bool takesNeed(const Service& service, Need need);

/// "SG1" of "sg1 1aa"; empty when it is not a postcode that says where.
std::string outwardOf(std::string_view postcode);
/// "SG" of "SG1"
std::string_view areaOf(std::string_view outward);

bool isMismatch(const Service& service, const PersonFacts& person, Need need, Date on);

}  // namespace holdfast::engine
