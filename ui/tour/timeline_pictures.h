// Pictures of the timeline of a whole case.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawTimeline(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
