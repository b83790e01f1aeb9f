// Pictures of what comes before an open store: first run, the recovery key, unlocking, and who is working. Drawn by
// making a real encrypted store through its pages.
#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

class QWidget;

namespace holdfast::ui {

class Theme;

/// Draws a widget as `name` in every size; false when a picture could not be written.
using DrawEverySize = std::function<bool(QWidget& widget, const QString& name)>;

/// `folder` takes the store for as long as it is drawn.
Result<Done> drawStart(Theme& theme, const std::string& folder, const DrawEverySize& draw);

}  // namespace holdfast::ui
