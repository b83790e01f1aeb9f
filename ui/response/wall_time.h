// What the clocks in London show, as a date and time editor holds it, and back.
#pragma once

#include "domain/calendar.h"
#include "words/dates.h"

#include <QDateTime>

namespace holdfast::ui {

inline QDateTime wallTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at + londonOffset(at)), Qt::UTC);
}

inline Instant instantOf(const QDateTime& wall)
{
    const auto ofDay = std::chrono::milliseconds{wall.time().msecsSinceStartOfDay()};
    return londonInstant(fromQt(wall.date()), std::chrono::floor<std::chrono::minutes>(ofDay));
}

}  // namespace holdfast::ui
