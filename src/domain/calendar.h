// Working days and London time. England's bank holidays are computed; special days (coronations, moved days) are data.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdfast {

/// London is UTC+1 from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC (GCC 12 has no
/// time zones). The rule holds for 1996 onwards; before that it is applied all the same.
std::chrono::minutes londonOffset(Instant instant);

/// The calendar day in London at that instant.
Date londonDate(Instant instant);

/// The instant at which clocks in London show `timeOfDay` on `date`. In the lost hour of March: the moment of the
/// change; in the doubled hour of October: the first pass.
Instant londonInstant(Date date, std::chrono::minutes timeOfDay);

/// A day that is added to or taken from the computed bank holidays, with the reason in words.
struct SpecialDay {
    Date date;
    bool holiday = true;
    std::string name;
    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

/// England's bank holidays of that year by today's rules, in order: a holiday that falls on a weekend is its
/// substitute day, as the published lists have it. Special days are not in it.
std::vector<Date> computedBankHolidays(std::chrono::year year);

/// Monday to Friday less England bank holidays. Cheap to ask: one table look-up. The tables reach from 1850 to 2201,
/// which is every date that can be read; beyond them answers stop at the first or last working day.
class WorkingDays {
public:
    explicit WorkingDays(const std::vector<SpecialDay>& special = {});

    bool isBankHoliday(Date date) const;
    bool isWorkingDay(Date date) const;

    /// Due in `n` working days, n at least 1: counts from the day after `from` (London day), 17:00 London on the nth.
    Instant due(Instant from, int n) const;

    /// Working days d with from < d <= to (London days); negative when `to` lies before `from`.
    int between(Instant from, Instant to) const;

    friend bool operator==(const WorkingDays&, const WorkingDays&) = default;

private:
    std::int32_t workingDaysUpTo(Date date) const;

    std::vector<Date> m_holidays;           ///< ordered
    std::vector<std::int32_t> m_upTo;       ///< by day since the first: how many working days up to and with it
    std::vector<std::int32_t> m_dayAndBst;  ///< by working day: days since 1970 times two, plus one in summer time
};

}  // namespace holdfast
