// The client without a display: the main job played through, or every page drawn.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace holdfast::ui {

enum class Show : std::uint8_t { mainJob, everyPage };

/// What was done, a line each: for the terminal.
Result<std::vector<std::string>> runTour(int argc, char** argv, const std::string& folder, Show show);

}  // namespace holdfast::ui
