#include "cli/report_request.h"

#include "cli/input_file.h"
#include "cli/period_options.h"
#include "exchange/report_definition.h"

#include <algorithm>
#include <array>

namespace holdfast::cli {
namespace {

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

/// Typed options win over those of the file; a period that was typed wins over any of the file's.
Result<Arguments> withDefinition(Arguments arguments)
{
    const std::string file = arguments.get("--definition");
    const auto text = readInput(file);
    if (!text)
        return text.error();
    const auto saved = exchange::readReportDefinition(*text);
    if (!saved)
        return inFile(file, saved.error());
    const bool typed = arguments.has("--period") || arguments.has("--from") || arguments.has("--to");
    for (const auto& [option, value] : *saved)
        if (!typed || (option != "--period" && option != "--from" && option != "--to"))
            arguments.options.try_emplace(option, value);
    return arguments;
}

}  // namespace

Result<Arguments> completed(Arguments arguments, const Clock& clock)
{
    if (arguments.has("--definition")) {
        auto merged = withDefinition(std::move(arguments));
        if (!merged)
            return merged;
        arguments = *std::move(merged);
    }
    if (arguments.has("--period")) {
        if (arguments.has("--from") || arguments.has("--to"))
            return Error{ErrorCode::invalid, "--period", "says the days; leave out --from and --to"};
        const auto period = exchange::periodNamed(arguments.get("--period"), londonDate(clock.now()));
        if (!period)
            return unfit(arguments, "--period", exchange::periodNames());
        arguments.options["--from"] = formatDate(period->from);
        arguments.options["--to"] = formatDate(period->to);
    }
    for (const std::string_view needed : {"--from", "--to", "--format", "--out"})
        if (!arguments.has(needed))
            return Error{ErrorCode::invalid, std::string{needed}, "is missing; see holdfast --help"};
    const auto from = parseDate(arguments.get("--from"));
    const auto to = parseDate(arguments.get("--to"));
    if (from && to)
        arguments.options["--out"] = exchange::withPeriod(arguments.get("--out"), {*from, *to});
    return arguments;
}

Result<app::ReportRequest> reportRequest(const Arguments& arguments)
{
    app::ReportRequest request;
    const auto days = daysAsked(arguments);
    if (!days)
        return days.error();
    request.query.from = days->from;
    request.query.to = days->to;
    if (auto choice = readChoice(arguments, request.query); !choice)
        return std::move(choice).error();
    if (auto rule = readRule(arguments, request.rule); !rule)
        return std::move(rule).error();
    if (arguments.has("--compare") && arguments.get("--compare") != "previous")
        return unfit(arguments, "--compare", "previous");
    request.comparePrevious = arguments.has("--compare");
    request.format = arguments.get("--format");
    if (arguments.has("--bom") && request.format != "csv")
        return Error{ErrorCode::invalid, "--bom", "is for --format csv only"};
    return request;
}

Arguments reportArguments(const std::map<std::string, std::string>& parameters, const std::string& format)
{
    constexpr std::array<std::string_view, 11> keys{"from", "to",       "by",      "service",  "need", "team",
                                                    "area", "age_band", "compare", "suppress", "round"};
    Arguments arguments;
    arguments.verb = Verb::reportBounces;
    for (const std::string_view key : keys) {
        const auto at = parameters.find(std::string{key});
        if (at == parameters.end() || at->second.empty())
            continue;
        std::string option = "--" + std::string{key};
        std::ranges::replace(option, '_', '-');
        arguments.options[std::move(option)] = at->second;
    }
    arguments.options["--format"] = format;
    return arguments;
}

}  // namespace holdfast::cli
