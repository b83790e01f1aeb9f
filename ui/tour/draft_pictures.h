// Pictures of what is typed and not finished: the line beside an editor, earlier versions, and what was cut off.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Types into the joint assessment of one practice person; `draw` is called once for each picture.
void drawDrafts(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
