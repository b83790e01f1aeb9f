// Draws every page of the practice caseload to PNG files: for looking at, for the documentation, for comparing.
#pragma once

#include "base/result.h"

#include <string>

namespace holdfast::ui {

/// One folder for each window: "1440x900", "1280x720", "text200". Returns how many pictures were drawn.
Result<int> drawPictures(const std::string& folder);

}  // namespace holdfast::ui
