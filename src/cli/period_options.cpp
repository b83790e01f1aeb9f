#include "cli/period_options.h"

namespace holdfast::cli {
namespace {

Result<Date> dayOf(const Arguments& arguments, std::string_view option)
{
    const auto day = parseDate(arguments.get(option));
    if (!day)
        return unfit(arguments, option, "a date such as 2026-03-31");
    return *day;
}

}  // namespace

Result<DaysAsked> daysAsked(const Arguments& arguments)
{
    const auto from = dayOf(arguments, "--from");
    if (!from)
        return from.error();
    const auto to = dayOf(arguments, "--to");
    if (!to)
        return to.error();
    if (*to < *from)
        return unfit(arguments, "--to", "a day on or after --from");
    return DaysAsked{*from, *to};
}

}  // namespace holdfast::cli
