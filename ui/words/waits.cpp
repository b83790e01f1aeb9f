#include "words/waits.h"

#include "words/dates.h"
#include "words/numbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

using Estimate = report::ExpectedWait::Estimate;

QString dayCount(int days)
{
    return counted(days, Words::tr("%1 day"), Words::tr("%1 days"));
}

QString sinceWords(Date since)
{
    const QLocale english{QLocale::English, QLocale::UnitedKingdom};
    return english.toString(qtDate(since), QStringLiteral("MMM yyyy"));
}

QString usual(const Estimate& seen)
{
    if (!seen.median)
        return Words::tr("Usually longer than %1").arg(dayCount(seen.longest));
    return *seen.median == 0 ? Words::tr("Usually the same day") : Words::tr("Usually %1").arg(dayCount(*seen.median));
}

/// How far people are from one another, as far as it is known.
QString spread(const Estimate& seen)
{
    if (!seen.lower)
        return Words::tr("fewer than a quarter of people have started");
    if (!seen.median)
        return Words::tr("a quarter of people started within %1").arg(dayCount(*seen.lower));
    if (!seen.upper)
        return Words::tr("a quarter of people within %1, more than a quarter longer than %2")
            .arg(dayCount(*seen.lower), dayCount(seen.longest));
    if (*seen.lower == *seen.upper)
        return Words::tr("so it was for half of people or more");
    return Words::tr("half of people between %1 and %2").arg(*seen.lower).arg(dayCount(*seen.upper));
}

QString endedHere(const report::ExpectedWait& expected)
{
    const QString since = sinceWords(expected.since);
    if (expected.ended == 0)
        return Words::tr("Holdfast has seen no wait end here since %1").arg(since);
    return counted(expected.ended, Words::tr("Holdfast has seen 1 wait end here since %2"),
                   Words::tr("Holdfast has seen %1 waits end here since %2"))
        .replace(QStringLiteral("%2"), since);
}

}  // namespace

QString expectedWaitWords(const report::ExpectedWait& expected)
{
    if (expected.seen)
        return Words::tr("%1 (%2; %3 waits ended since %4)")
            .arg(usual(*expected.seen), spread(*expected.seen), QString::number(expected.ended),
                 sinceWords(expected.since));
    if (!expected.statedDays)
        return Words::tr("Not known: the service gives no figure, and %1").arg(endedHere(expected));
    if (*expected.statedDays == 0)
        return Words::tr("The service says there is no wait; %1").arg(endedHere(expected));
    return Words::tr("The service says about %1; %2").arg(dayCount(*expected.statedDays), endedHere(expected));
}

QString briefWaitWords(const report::ExpectedWait& expected)
{
    if (expected.seen) {
        QString words = usual(*expected.seen);
        words[0] = words[0].toLower();
        return words;
    }
    if (!expected.statedDays)
        return {};
    return *expected.statedDays == 0 ? Words::tr("service says no wait")
                                     : Words::tr("service says %1").arg(dayCount(*expected.statedDays));
}

const report::ExpectedWait* waitOf(const std::vector<report::ExpectedWait>& waits, const ServiceId& service)
{
    const auto found = std::ranges::find(waits, service, &report::ExpectedWait::service);
    return found == waits.end() ? nullptr : &*found;
}

}  // namespace holdfast::ui
