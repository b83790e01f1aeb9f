// Where everything of the case picture stands, and painting it: the same on the screen and on paper.
#pragma once

#include "theme/tokens.h"
#include "timeline/case_picture.h"

#include <QFont>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace holdfast::ui {

class Theme;

/// The stretch of time that is shown.
struct TimeWindow {
    Instant from;
    Instant to;

    Instant::duration length() const { return to - from; }
    friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

/// Marks of one strand that would lie on one another; one of them stands for itself.
struct MarkGroup {
    QPointF at;
    Strand strand = Strand::both;
    std::vector<std::size_t> marks;  ///< indexes, oldest first
    bool bounced = false;
    bool joined = false;
};

struct ChartLayout {
    TimeWindow window;
    QRectF area;                    ///< where time runs
    QRectF scores;                  ///< the axis from nought to the highest score; empty when nothing was scored
    std::vector<MarkGroup> groups;  ///< by time

    qreal x(Instant at) const;
    Instant instantAt(qreal x) const;
};

ChartLayout layOutChart(const CasePicture& picture, const TimeWindow& window, const Theme& theme, QSizeF size);

/// With the plain sign for every character: a PDF's words can be copied and searched.
QFont chartFont(const Theme& theme, Type type, int weight = 400);

/// `current` is the group that has the focus, -1 for none.
void paintChart(QPainter& painter, const Theme& theme, const CasePicture& picture, const ChartLayout& layout,
                int current);

}  // namespace holdfast::ui
