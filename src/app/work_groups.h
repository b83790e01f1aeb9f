// Where an action stands on Today and whose list it is on. The one place that decides it.
#pragma once

#include "app/worklist.h"
#include "store/case_cache.h"

#include <string>
#include <vector>

namespace holdfast::app {

/// "worker", "coordinator", ... as owners are written in caches and files.
std::string_view ownerRoleName(engine::OwnerRole role);
engine::OwnerRole ownerRoleNamed(std::string_view name);

inline constexpr int groupsOfToday = static_cast<int>(WorkGroup::unanswered) + 1;
/// The group number of what is not on anybody's list yet: a check-in that is not due for days.
inline constexpr int groupLater = groupsOfToday;

WorkGroup groupOf(const engine::NextAction& action);

/// Whether an action of that group is on the list already: check-ins are from two working days before they are due.
bool isOnToday(WorkGroup group, Instant due, Instant now, const WorkingDays& days);

/// The list of the one who must act. An action of a role without a service belongs to the service that holds the need;
/// a crisis is on the list of everyone in that service.
std::string deskFor(const engine::NextAction& action, WorkGroup group, const ServiceId& holdingService);

/// One visit sees to a person's safety, whichever needs raised it: on each list the follow-ups of one person become the
/// one that is due first, about both needs when they were about different ones.
void joinSafetyFollowUps(std::vector<store::ActionCache>& actions);

/// The lists a worker reads as their own.
std::vector<std::string> desksOf(const Worker& worker);

}  // namespace holdfast::app
