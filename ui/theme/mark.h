// The mark: an H whose uprights are the two lanes and whose bar is a clasp.
#pragma once

#include <QWidget>

namespace holdfast::ui {

class Theme;

void paintMark(QPainter& painter, const Theme& theme, const QRectF& rect);
/// One colour, for print.
void paintMark(QPainter& painter, const QRectF& rect, const QColor& color);
/// For the window and the task bar.
QIcon markIcon(const Theme& theme);

}  // namespace holdfast::ui
