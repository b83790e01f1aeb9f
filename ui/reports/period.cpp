#include "reports/period.h"

#include "words/dates.h"

#include <QCoreApplication>
#include <QLocale>

namespace holdfast::ui {
namespace {

using namespace std::chrono;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

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
    };
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
