// The stretches of time a report is asked for, and what they are called.
#pragma once

#include "base/time.h"

#include <QString>

#include <vector>

namespace holdfast::ui {

struct Period {
    QString name;  ///< "Last month"; empty for days of one's own
    Date from;
    Date to;  ///< both included
    friend bool operator==(const Period&, const Period&) = default;
};

/// This month, last month, last three whole months, this year, twelve months up to today, twelve whole months; as of a
/// London day.
std::vector<Period> usualPeriods(Date today);

/// The whole calendar months nearest to it that have ended by today: what a report with small numbers hidden is of.
Period wholeMonths(const Period& period, Date today);

/// "1 Jul to 30 Sep 2026"
QString periodWords(const Period& period);

}  // namespace holdfast::ui
