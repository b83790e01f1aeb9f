// Paints a report's picture: on the screen, on paper and into an image the same shapes, in the colours of a theme.
#pragma once

#include "report/picture.h"

#include <QByteArray>

class QColor;
class QPainter;
class QRectF;

namespace holdfast::ui {

class Theme;

QColor colorOf(report::Ink ink, const Theme& theme);

/// Into the middle of the place, as large as fits, without stretching it. The place is in the painter's units.
void paintDrawing(QPainter& painter, const report::Drawing& drawing, const QRectF& place, const Theme& theme);

/// As it goes into a file: in the light theme, and fine enough for paper. Empty when there is no room.
QByteArray pngOf(const report::Drawing& drawing);

}  // namespace holdfast::ui
