#include "cli/tools.h"

#include "base/platform.h"
#include "exchange/calendar_reader.h"
#include "exchange/instrument_reader.h"
#include "exchange/json_value.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"

namespace holdfast::cli {

Result<Tools> shippedTools()
{
    auto policy = exchange::readPolicy(exchange::shippedPolicy());
    if (!policy)
        return std::move(policy).error();
    auto instruments = exchange::readInstruments(exchange::shippedInstruments());
    if (!instruments)
        return std::move(instruments).error();
    auto special = exchange::readCalendar(exchange::shippedCalendar());
    if (!special)
        return std::move(special).error();
    for (const SpecialDay& day : policy->specialDays)
        special.value().push_back(day);
    WorkingDays days{*special};
    return Tools{*std::move(policy), *std::move(instruments), std::move(days)};
}

Result<std::string> readInput(const std::string& file)
{
    auto text = platform::readFile(file, exchange::maxJsonBytes);
    if (!text)
        return Error{ErrorCode::invalid, file, "expected a readable file of at most 5 MB: " + text.error().detail};
    return text;
}

Error inFile(const std::string& file, Error error)
{
    error.where = error.where.empty() ? file : file + ": " + error.where;
    return error;
}

}  // namespace holdfast::cli
