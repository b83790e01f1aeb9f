// The data files that are built into the program.
#pragma once

#include "base/result.h"
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/policy.h"

#include <span>
#include <string_view>

namespace holdfast::exchange {

std::string_view shippedCalendar();                      ///< resources/calendar/england.json
std::string_view shippedPolicy();                        ///< resources/policy/england.json
std::span<const std::string_view> shippedInstruments();  ///< resources/instruments/*.json, in display order

/// What the engine works with where nobody has changed it.
struct Shipped {
    Policy policy;
    InstrumentSet instruments;
    WorkingDays days;
};

Result<Shipped> readShipped();

/// With the special days of the built-in calendar and of the policy.
Result<WorkingDays> workingDaysUnder(const Policy& policy);

}  // namespace holdfast::exchange
