// Where everything of the bounce timeline stands, for one size and text size. No painting, no widget: easy to test.
#pragma once

#include "widgets/bounce_timeline.h"

#include <QPointF>
#include <QRectF>

namespace holdfast::ui {

struct TimelineLayout {
    enum class Label : std::uint8_t { full, oneLine, number };

    struct Mark {
        int index = 0;  ///< into TimelineData::bounces
        QPointF at;
        Lane lane = Lane::mentalHealth;
        bool afterHold = false;
        Label label = Label::full;
        QString words;    ///< in quotation marks when they were said; the number when there is no room
        QString service;  ///< "CMHT, 3 Feb"
        qreal labelX = 0;
        QPointF from;  ///< where the referral came from
        QPointF pill;  ///< centre of the days lost; null when there is no room
        QString lost;
    };
    struct Tick {
        qreal x = 0;
        QString text;
        bool strong = false;
        bool line = false;
    };

    bool compact = false;
    bool held = false;
    int firstDrawn = 0;
    int earlier = 0;  ///< how many are not drawn
    qreal left = 0;   ///< the first referral, or the last bounce that is not drawn
    qreal hold = 0;
    qreal today = 0;
    qreal mental = 0;  ///< y of the rails
    qreal substance = 0;
    qreal axis = 0;
    QPointF start;
    QList<Mark> marks;
    QList<Tick> ticks;

    qreal middle() const { return (mental + substance) / 2; }
    qreal rail(Lane lane) const { return lane == Lane::mentalHealth ? mental : substance; }
};

/// Marks touch the pointer this far from their centre, as drawn.
inline constexpr int markReach = 17;
inline constexpr int mostMarks = 8;

TimelineLayout layOut(const TimelineData& data, const Theme& theme, QSizeF size);

}  // namespace holdfast::ui
