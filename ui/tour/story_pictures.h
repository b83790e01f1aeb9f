// Pictures of the story that is told once, its passport and a handover pack, and of words that do not hurt.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Leaves everything as it was; `draw` is called once for each picture.
void drawStories(PracticeClient& practice, const std::function<void(const QString& name)>& draw);
void drawKindWords(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
