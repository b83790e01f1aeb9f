#include "app/reports.h"
#include "cli/commands.h"
#include "cli/stores.h"
#include "exchange/document_files.h"
#include "report/bounce_document.h"
#include "report/measure.h"

#include <algorithm>
#include <ostream>

namespace holdfast::cli {
namespace {

Result<Date> dateOf(const Arguments& arguments, std::string_view option)
{
    const auto date = parseDate(arguments.get(option));
    if (!date)
        return unfit(arguments, option, "a date such as 2026-03-31");
    return *date;
}

/// "service, reason, month"
template <class Enum>
std::string namesOf()
{
    std::string list;
    for (const std::string_view name : Names<Enum>::list)
        list += (list.empty() ? "" : ", ") + std::string{name};
    return list;
}

/// The enumerator of that name; nothing when the option is not given.
template <class Enum>
Result<std::optional<Enum>> choiceOf(const Arguments& arguments, std::string_view option)
{
    if (!arguments.has(option))
        return std::optional<Enum>{};
    const auto found = named<Enum>(arguments.get(option));
    if (!found)
        return unfit(arguments, option, namesOf<Enum>());
    return found;
}

Result<Done> readPeriod(const Arguments& arguments, report::MeasureQuery& query)
{
    const auto from = dateOf(arguments, "--from");
    if (!from)
        return from.error();
    const auto to = dateOf(arguments, "--to");
    if (!to)
        return to.error();
    query.from = *from;
    query.to = *to;
    if (query.to < query.from)
        return unfit(arguments, "--to", "a day on or after --from");
    return Done{};
}

Result<Done> readChoice(const Arguments& arguments, report::MeasureQuery& query)
{
    const auto by = choiceOf<report::Dimension>(arguments, "--by");
    if (!by)
        return by.error();
    query.by = by->value_or(report::Dimension::service);
    const auto need = choiceOf<Need>(arguments, "--need");
    if (!need)
        return need.error();
    query.need = *need;
    const auto age = choiceOf<report::AgeBand>(arguments, "--age-band");
    if (!age)
        return age.error();
    query.ageBand = *age;
    const std::string service = arguments.get("--service");
    if (!ServiceId::fits(service))
        return unfit(arguments, "--service", "the id of a service");
    if (!service.empty())
        query.service = ServiceId{service};
    query.team = arguments.get("--team");
    query.area = arguments.get("--area");
    std::ranges::transform(query.area, query.area.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return Done{};
}

Result<Done> readRule(const Arguments& arguments, report::DisclosureRule& rule)
{
    const std::string suppress = arguments.get("--suppress", "5");
    const std::string round = arguments.get("--round", suppress == "none" ? "none" : "5");
    if (suppress != "5" && suppress != "7" && suppress != "none")
        return unfit(arguments, "--suppress", "5, 7 or none");
    if (round != "5" && round != "none")
        return unfit(arguments, "--round", "5 or none");
    rule = report::exactFigures;
    if (suppress != "none") {
        rule.threshold = suppress == "5" ? 5 : 7;
        rule.secondary = true;
    }
    rule.rounding = round == "5" ? 5 : 1;
    return Done{};
}

Result<app::ReportRequest> requestOf(const Arguments& arguments)
{
    app::ReportRequest request;
    if (auto period = readPeriod(arguments, request.query); !period)
        return std::move(period).error();
    if (auto choice = readChoice(arguments, request.query); !choice)
        return std::move(choice).error();
    if (auto rule = readRule(arguments, request.rule); !rule)
        return std::move(rule).error();
    if (arguments.has("--compare") && arguments.get("--compare") != "previous")
        return unfit(arguments, "--compare", "previous");
    request.comparePrevious = arguments.has("--compare");
    request.format = arguments.get("--format");
    if (request.format != "csv" && request.format != "json" && request.format != "html")
        return unfit(arguments, "--format", "csv, json or html");
    if (arguments.has("--bom") && request.format != "csv")
        return Error{ErrorCode::invalid, "--bom", "is for --format csv only"};
    return request;
}

std::string fileOf(const report::Document& document, const Arguments& arguments)
{
    const std::string format = arguments.get("--format");
    if (format == "csv")
        return exchange::writeDocumentCsv(document, arguments.has("--bom"));
    return format == "json" ? exchange::writeDocumentJson(document) : exchange::writeDocumentHtml(document);
}

int listMeasures(const Arguments& arguments, Surroundings& around)
{
    const std::string format = arguments.get("--format", "text");
    if (format != "text" && format != "json")
        return complain(around.err, unfit(arguments, "--format", "text or json"));
    if (format == "json") {
        around.out << exchange::writeTableJson(report::definitionsTable());
        return exitDone;
    }
    for (const report::Measure& each : report::measures()) {
        around.out << each.id << ": " << each.title << '\n';
        if (!each.definition.empty())
            around.out << "    " << each.definition << '\n';
        around.out << "    Counted: " << each.part << '\n';
        if (!each.whole.empty())
            around.out << "    Of: " << each.whole << '\n';
        around.out << "    Source: " << each.source << " (" << nameOf(each.certainty) << ")\n";
    }
    return exitDone;
}

}  // namespace

int reportCommand(const Arguments& arguments, Surroundings& around)
{
    if (arguments.operands.front() == "list")
        return listMeasures(arguments, around);
    const auto request = requestOf(arguments);
    if (!request)
        return complain(around.err, request.error());
    auto secret = passphraseFor(arguments, arguments.get("--store"));
    if (!secret)
        return complain(around.err, secret.error());
    auto opened = openFor(arguments, around, std::move(secret).value());
    if (!opened)
        return complain(around.err, inStore(arguments, opened.error()));
    const auto document = app::Reports{*opened->workspace}.bounceDocument(opened->session, *request);
    if (!document) {
        Error error = document.error();
        if (error.where == "to")
            error.where = "--to";
        return complain(around.err, inStore(arguments, std::move(error)));
    }
    if (const auto written = writeOut(arguments.get("--out"), fileOf(*document, arguments), around.out); !written)
        return complain(around.err, written.error());
    return exitDone;
}

}  // namespace holdfast::cli
