// What wait may be expected of a service, in words.
#pragma once

#include "report/waits.h"

#include <QString>

namespace holdfast::ui {

/// "Usually 63 days (half of people between 41 and 90 days; 14 waits ended since Nov 2024)". From too few waits that
/// ended, what the service says, and that it is the service who says it; else that it is not known.
QString expectedWaitWords(const report::ExpectedWait& expected);

/// The same in a few words: "usually 63 days", "service says 40 days"; empty when it is not known.
QString briefWaitWords(const report::ExpectedWait& expected);

/// The one of that service, if it was asked about.
const report::ExpectedWait* waitOf(const std::vector<report::ExpectedWait>& waits, const ServiceId& service);

}  // namespace holdfast::ui
