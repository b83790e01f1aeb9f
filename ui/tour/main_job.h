// The main job, played through the real client by hand and eye: a joint assessment is finished and signed, one referral
// goes to both services, one of them refuses until the person is sober, the refusal is challenged and lets nobody go,
// and a supervisor exports the report that shows it.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace holdfast::ui {

class PracticeClient;

/// On a client that is already open. What was done and seen, a line each; pictures and `bounces.csv` go to `folder`.
/// An Error names the step that could not be done.
Result<std::vector<std::string>> playMainJob(PracticeClient& practice, const std::string& folder);

/// The same on a fresh practice caseload that is left in `folder`.
Result<std::vector<std::string>> playMainJob(const std::string& folder);

}  // namespace holdfast::ui
