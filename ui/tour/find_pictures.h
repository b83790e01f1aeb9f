// Pictures of the search over everything, and of somebody who may be here already.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Types into the box as a worker does; `draw` is called once for each picture.
void drawFind(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
