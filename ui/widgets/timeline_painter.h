// Paints a laid-out bounce timeline.
#pragma once

#include "widgets/timeline_layout.h"

class QPainter;

namespace holdfast::ui {

/// `current` is the focused bounce (index into the data), -1 for none.
void paintTimeline(QPainter& painter, const Theme& theme, const TimelineData& data, const TimelineLayout& layout,
                   QSizeF size, int current);

}  // namespace holdfast::ui
