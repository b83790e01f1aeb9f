// Pictures of the bounce report: its parts, what a measure is, the cases behind a figure, and the way out.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// As a supervisor; `draw` is called once for each picture.
void drawReports(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
