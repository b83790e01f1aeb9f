// What happens next, who does it, and what stands out, as words.
#pragma once

#include "app/cases.h"
#include "engine/snapshot.h"

#include <QString>

#include <string_view>

namespace holdfast::ui {

/// The code of an action as people say it: "chase" is "Ask them again". An MDT action keeps its own words.
QString actionWords(std::string_view what);
/// The verb on the button that does it: "Ask again", "Log a call".
QString actionVerb(std::string_view what);
/// "Priya Raman", "Supervisor, Lantern Drug and Alcohol", "Duty worker".
QString ownerWords(const engine::Owner& owner, const app::NameBook& names);
/// A flag of the engine: "tennis" is "Sent back and forth".
QString flagWords(std::string_view flag);
/// "Step 2 of 5"; empty at level 0.
QString levelWords(int escalationLevel);

}  // namespace holdfast::ui
