// Dates and times as people read them: "Thu 27 Nov, 17:30". London time, 24 hours; the year only when it is not this
// year, except for birth dates. Relative words are an addition, never alone.
#pragma once

#include "base/time.h"

#include <QDate>
#include <QString>

#include <optional>

namespace holdfast {
class WorkingDays;
}

namespace holdfast::ui {

QDate qtDate(Date date);
Date fromQt(QDate date);

QString dayWords(Date day, Date today);       ///< "Thu 27 Nov"
QString shortDayWords(Date day, Date today);  ///< "9 Jun"
QString monthWords(Date day, Date today);     ///< "June", or "June 2024" when it is another year
QString longDayWords(Date day);               ///< "Tuesday 18 November"
QString birthDateWords(Date day);             ///< "3 May 1991"

QString timeWords(Instant at);                 ///< "17:30"
QString momentWords(Instant at, Instant now);  ///< "Thu 27 Nov, 17:30", or "Today 17:30"
QString dueWords(Instant due, Instant now);    ///< the calendar date that is always shown: "Fri 14 Nov", "Today 17:00"
QString recordedWords(Instant at, Instant now);  ///< "Today 09:12", "Yesterday 16:40", "Fri 14 Nov, 11:05"

/// "in 48 min", "6 h 18 min left", "tomorrow", "in 2 days", "2 days overdue"; days are working days.
QString relativeWords(Instant due, Instant now, const WorkingDays& days);
QString overdueWords(int workingDays);  ///< "2 days overdue"

/// A day as people type it: "3/5/1991", "03 05 1991", "3 May 1991", "1991-05-03". The year has four digits.
std::optional<Date> readDay(const QString& text);
/// A day as an editor shows it again: "3 May 1991".
QString editDay(const std::optional<Date>& day);
/// A time of day as people type it: "9:30", "0930", "17.05", as minutes from midnight.
std::optional<int> readTime(const QString& text);

}  // namespace holdfast::ui
