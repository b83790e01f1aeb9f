#include "reports/period.h"

#include "words/dates.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr unsigned middleOfMonth = 15;

Date firstOfMonth(Date day)
{
    const year_month_day parts{day};
    return Date{parts.year() / parts.month() / 1};
}

}  // namespace

std::vector<Period> usualPeriods(Date today)
{
    const Date thisMonth = firstOfMonth(today);
    const Date thisYear{year_month_day{today}.year() / January / 1};
    const Date endOfLastMonth = thisMonth - days{1};
    return {
        {Words::tr("This month"), thisMonth, today},
        {Words::tr("Last month"), addMonths(thisMonth, -1), endOfLastMonth},
        {Words::tr("Last three months"), addMonths(thisMonth, -3), endOfLastMonth},
        {Words::tr("This year"), thisYear, today},
        {Words::tr("Last twelve months"), addMonths(today, -12) + days{1}, today},
        {Words::tr("Last twelve whole months"), addMonths(thisMonth, -12), endOfLastMonth},
    };
}

Period wholeMonths(const Period& period, Date today)
{
    const Date endOfLastMonth = firstOfMonth(today) - days{1};
    const auto dayOf = [](Date day) { return static_cast<unsigned>(year_month_day{day}.day()); };
    const Date from =
        dayOf(period.from) <= middleOfMonth ? firstOfMonth(period.from) : addMonths(firstOfMonth(period.from), 1);
    Date to = addMonths(firstOfMonth(period.to), 1) - days{1};
    if (to != period.to && (to > endOfLastMonth || dayOf(period.to) <= middleOfMonth))
        to = firstOfMonth(period.to) - days{1};
    return {{}, std::min(from, firstOfMonth(to)), to};
}

QString periodWords(const Period& period)
{
    const QDate from = qtDate(period.from);
    const QDate to = qtDate(period.to);
    const QLocale english{QLocale::English, QLocale::UnitedKingdom};
    const QString start =
        english.toString(from, from.year() == to.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
    return Words::tr("%1 to %2").arg(start, english.toString(to, QStringLiteral("d MMM yyyy")));
}

}  // namespace holdfast::ui
