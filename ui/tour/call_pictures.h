// Pictures of the call log: the choice over a person's tabs, and what it leaves in the lane.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Logs two calls about one practice person with keys; `draw` is called once for each picture.
void drawCalls(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
