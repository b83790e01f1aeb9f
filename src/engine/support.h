// While a leg waits: how often somebody is in touch with the person, who, when next, and what to do if it gets worse.
#pragma once

#include "engine/context.h"
#include "engine/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::engine {

struct SupportPlan {
    NeedScope need = NeedScope::both;
    int everyWeeks = 0;
    Owner who;
    Instant nextBy;
    std::optional<Instant> lastAt;
    std::vector<std::string> ifWorse;  ///< sentences, in the order of doing
    friend bool operator==(const SupportPlan&, const SupportPlan&) = default;
};

/// Nothing when no leg waits.
std::optional<SupportPlan> supportPlan(const Context& context, const Snapshot& snapshot);

}  // namespace holdfast::engine
