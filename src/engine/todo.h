// What each thing to do is called, which rule asks for it, and the flag that stands while it is open.
#pragma once

#include "engine/rules.h"
#include "engine/state.h"

#include <optional>
#include <string_view>

namespace holdfast::engine {

struct TodoPlan {
    std::string_view what;  ///< empty for an action that an MDT worded itself
    RuleCode rule{};
    int level = 0;
    std::optional<Flag> flag;
};

TodoPlan planOf(TodoKind kind);

}  // namespace holdfast::engine
