#include "words/dates.h"

#include "domain/calendar.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTime>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// English until there are translations, with three letters for each short month.
const QLocale& locale()
{
    static const QLocale plain = QLocale::c();
    return plain;
}

QString withYear(Date day, Date today, const QString& short_, const QString& full)
{
    return locale().toString(qtDate(day), qtDate(day).year() == qtDate(today).year() ? short_ : full);
}

bool fourDigitYear(int year)
{
    return year >= 1850 && year <= 2200;
}

}  // namespace

QDate qtDate(Date date)
{
    return QDate{1970, 1, 1}.addDays(toDays(date));
}

Date fromQt(QDate date)
{
    return dateFromDays(QDate{1970, 1, 1}.daysTo(date));
}

QString dayWords(Date day, Date today)
{
    return withYear(day, today, QStringLiteral("ddd d MMM"), QStringLiteral("ddd d MMM yyyy"));
}

QString shortDayWords(Date day, Date today)
{
    return withYear(day, today, QStringLiteral("d MMM"), QStringLiteral("d MMM yyyy"));
}

QString monthWords(Date day, Date today)
{
    return withYear(day, today, QStringLiteral("MMMM"), QStringLiteral("MMMM yyyy"));
}

QString longDayWords(Date day)
{
    return locale().toString(qtDate(day), QStringLiteral("dddd d MMMM"));
}

QString birthDateWords(Date day)
{
    return locale().toString(qtDate(day), QStringLiteral("d MMMM yyyy"));
}

QString timeWords(Instant at)
{
    const auto local = at + londonOffset(at);
    const auto sinceMidnight = local - std::chrono::floor<std::chrono::days>(local);
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(sinceMidnight).count();
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(millis)).toString(QStringLiteral("HH:mm"));
}

QString momentWords(Instant at, Instant now)
{
    if (londonDate(at) == londonDate(now))
        return Words::tr("Today %1").arg(timeWords(at));
    return Words::tr("%1, %2").arg(dayWords(londonDate(at), londonDate(now)), timeWords(at));
}

QString dueWords(Instant due, Instant now)
{
    if (londonDate(due) == londonDate(now))
        return Words::tr("Today %1").arg(timeWords(due));
    return dayWords(londonDate(due), londonDate(now));
}

QString recordedWords(Instant at, Instant now)
{
    if (londonDate(now) - londonDate(at) == std::chrono::days{1})
        return Words::tr("Yesterday %1").arg(timeWords(at));
    return momentWords(at, now);
}

QString overdueWords(int workingDays)
{
    return workingDays == 1 ? Words::tr("1 day overdue") : Words::tr("%1 days overdue").arg(workingDays);
}

QString relativeWords(Instant due, Instant now, const WorkingDays& days)
{
    using namespace std::chrono;
    if (due < now) {
        const int late = days.between(due, now);
        if (late > 0)
            return overdueWords(late);
        const auto minutesLate = duration_cast<minutes>(now - due).count();
        if (minutesLate < 60)
            return Words::tr("%1 min overdue").arg(minutesLate);
        return Words::tr("%1 h overdue").arg(minutesLate / 60);
    }
    if (londonDate(due) == londonDate(now)) {
        const auto left = duration_cast<minutes>(due - now).count();
        return left < 60 ? Words::tr("in %1 min").arg(left)
                         : Words::tr("%1 h %2 min left").arg(left / 60).arg(left % 60);
    }
    if (londonDate(due) - londonDate(now) == std::chrono::days{1})
        return Words::tr("tomorrow");
    const int left = days.between(now, due);
    return left == 1 ? Words::tr("in 1 working day") : Words::tr("in %1 working days").arg(left);
}

std::optional<Date> readDay(const QString& text)
{
    QString tidy = text.simplified();
    static const QRegularExpression longSeptember{QStringLiteral("\\bSept\\b"),
                                                  QRegularExpression::CaseInsensitiveOption};
    tidy.replace(longSeptember, QStringLiteral("Sep"));
    static const QRegularExpression numbers{QStringLiteral("^(\\d{1,2})[ /.-](\\d{1,2})[ /.-](\\d{4})$")};
    static const QRegularExpression iso{QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$")};
    QDate day;
    if (const auto match = numbers.match(tidy); match.hasMatch())
        day = QDate{match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()};
    else if (const auto isoMatch = iso.match(tidy); isoMatch.hasMatch())
        day = QDate{isoMatch.captured(1).toInt(), isoMatch.captured(2).toInt(), isoMatch.captured(3).toInt()};
    for (const auto* format : {"d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy"})
        if (!day.isValid())
            day = locale().toDate(tidy, QString::fromLatin1(format));
    if (!day.isValid() || !fourDigitYear(day.year()))
        return std::nullopt;
    return fromQt(day);
}

QString editDay(const std::optional<Date>& day)
{
    return day ? locale().toString(qtDate(*day), QStringLiteral("d MMM yyyy")) : QString{};
}

std::optional<int> readTime(const QString& text)
{
    static const QRegularExpression pattern{QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})$")};
    const auto match = pattern.match(text.simplified());
    if (!match.hasMatch())
        return std::nullopt;
    const int hours = match.captured(1).toInt();
    const int minutes = match.captured(2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return hours * 60 + minutes;
}

}  // namespace holdfast::ui
