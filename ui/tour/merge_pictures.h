// Pictures of two records of one person, side by side and joined.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Takes the records apart again when it is done; `draw` is called once for each picture.
void drawMerge(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
