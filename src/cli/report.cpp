#include "app/reports.h"
#include "cli/commands.h"
#include "cli/stores.h"

namespace holdfast::cli {
namespace {

Result<Date> dateOf(const Arguments& arguments, std::string_view option)
{
    const auto date = parseDate(arguments.get(option));
    if (!date)
        return unfit(arguments, option, "a date such as 2026-03-31");
    return *date;
}

Result<report::BounceQuery> queryOf(const Arguments& arguments)
{
    report::BounceQuery query;
    auto from = dateOf(arguments, "--from");
    if (!from)
        return std::move(from).error();
    auto to = dateOf(arguments, "--to");
    if (!to)
        return std::move(to).error();
    query.from = *from;
    query.to = *to;
    if (query.to < query.from)
        return unfit(arguments, "--to", "a day on or after --from");
    const std::string by = arguments.get("--by", "service");
    if (by == "service")
        query.by = report::GroupBy::service;
    else if (by == "reason")
        query.by = report::GroupBy::reason;
    else if (by == "month")
        query.by = report::GroupBy::month;
    else
        return unfit(arguments, "--by", "service, reason or month");
    return query;
}

}  // namespace

int reportCommand(const Arguments& arguments, Surroundings& around)
{
    const auto query = queryOf(arguments);
    if (!query)
        return complain(around.err, query.error());
    const std::string format = arguments.get("--format");
    if (format != "csv" && format != "json")
        return complain(around.err, unfit(arguments, "--format", "csv or json"));
    auto secret = passphraseFor(arguments, arguments.get("--store"));
    if (!secret)
        return complain(around.err, secret.error());
    auto opened = openFor(arguments, around, std::move(secret).value());
    if (!opened)
        return complain(around.err, inStore(arguments, opened.error()));
    app::Reports reports{*opened->workspace};
    const auto text =
        format == "csv" ? reports.bouncesCsv(opened->session, *query) : reports.bouncesJson(opened->session, *query);
    if (!text)
        return complain(around.err, inStore(arguments, text.error()));
    if (const auto written = writeOut(arguments.get("--out"), *text, around.out); !written)
        return complain(around.err, written.error());
    return exitDone;
}

}  // namespace holdfast::cli
