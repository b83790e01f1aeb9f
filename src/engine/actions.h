// What happens next, derived from the state at one instant: every open need has an action with an owner and a due time.
#pragma once

#include "domain/person.h"
#include "domain/policy.h"
#include "engine/context.h"
#include "engine/snapshot.h"
#include "engine/state.h"

#include <bitset>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::engine {

struct Action {
    NeedScope need = NeedScope::both;
    std::string_view what;  ///< a literal, or text of the policy or of an event; they outlive the action
    Owner owner;
    Instant due;
    Instant from;  ///< since when it is reckoned
    RuleCode rule{};
    int level = 0;
    const ServiceId* about = nullptr;  ///< the service it is about, in the state it was planned from
};

using Flags = std::bitset<Names<Flag>::list.size()>;

/// What the state says at an instant, for screens and for the sweep alike. Reuses its memory.
struct Outlook {
    std::vector<Action> actions;  ///< by due, need, rule
    Flags flags;

    bool has(Flag flag) const { return flags[static_cast<std::size_t>(flag)]; }
};

/// `state` has been brought forward to `now`. `events` are those it was folded from.
void lookAhead(const Context& context, const PersonFacts& person, const State& state, std::span<const Event> events,
               Instant now, Outlook& outlook);

/// "supervisor:lantern", "coordinator", "keyworker-1"
Owner ownerNamed(std::string_view text);
std::string textOf(const Owner& owner);

/// Who does what the holder owes: the supervisor of their service when they left, the duty desk when nobody holds.
Owner heldBy(const std::optional<HolderRecord>& holder);
Owner holderOf(const State& state, Need need);

/// The role in this case: the coordinator of the case is the worker a joint meeting chose, once it has.
Owner inRole(const State& state, OwnerRole role, const ServiceId& service = {});

/// What somebody who has left would own goes to the supervisor of their service.
Owner presentOwner(const State& state, const Owner& owner);

/// Who does a step, wherever it is shown: `rung.owner` is "holder" or a role.
Owner stepOwner(const State& state, const policy::Rung& rung, Need need);
/// The same for the step at `position` of a challenge, which may have been handed on to somebody.
Owner stepOwner(const State& state, const ChallengeRecord& challenge, const policy::Rung& rung, std::size_t position);

}  // namespace holdfast::engine
