// A saved definition of a report: the options of the command line, with a period that moves on by itself.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <map>
#include <string>
#include <string_view>

namespace holdfast::exchange {

/// Options by their names with the dashes, as the command line has them: {"--by", "reason"}. A switch holds "". `where` of
/// an error is a JSON pointer. Which values fit is for the command line to say, as if they had been typed.
Result<std::map<std::string, std::string>> readReportDefinition(std::string_view text);

/// Both London days are included.
struct Period {
    Date from;
    Date to;
    friend bool operator==(const Period&, const Period&) = default;
};

/// "last_month", "last_quarter", "last_12_months", "last_year", "last_financial_year": whole calendar months that were over
/// before `today`. Nothing for another word.
std::optional<Period> periodNamed(std::string_view word, Date today);

/// The words of periodNamed(), for a message.
std::string_view periodNames();

/// "bounces-2026-10.html" of "bounces-{period}.html"; {from} and {to} stand for the days.
std::string withPeriod(std::string pattern, const Period& period);

}  // namespace holdfast::exchange
