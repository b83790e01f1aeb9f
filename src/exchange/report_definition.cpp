#include "exchange/report_definition.h"

#include "exchange/json_input.h"

#include <array>

namespace holdfast::exchange {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 14> texts{"period",   "from",  "to",     "by",       "service",
                                                 "need",     "team",  "area",   "age_band", "compare",
                                                 "suppress", "round", "format", "out"};

Date firstOf(year_month month)
{
    return Date{month / 1};
}

Period monthsOf(year_month first, int count)
{
    return {firstOf(first), firstOf(first + months{count}) - std::chrono::days{1}};
}

std::string optionNamed(std::string_view key)
{
    std::string option = "--" + std::string{key};
    for (char& c : option)
        c = c == '_' ? '-' : c;
    return option;
}

void replaceAll(std::string& text, std::string_view what, const std::string& by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

Result<std::map<std::string, std::string>> readReportDefinition(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        in.allowOnly({"report", "bom"}, texts);
        if (in.at("report").someText(40) != "bounces")
            in.at("report").failCode("\"bounces\"");
        std::map<std::string, std::string> options;
        for (const std::string_view key : texts)
            if (const auto value = in.find(key))
                options[optionNamed(key)] = value->someText(1000);
        if (const auto mark = in.find("bom"); mark && mark->boolean())
            options["--bom"] = {};
        return options;
    });
}

std::optional<Period> periodNamed(std::string_view word, Date today)
{
    const year_month_day day{today};
    const year_month month = day.year() / day.month();
    const auto since = [&](unsigned first) { return static_cast<int>(static_cast<unsigned>(day.month()) - first); };
    if (word == "last_month")
        return monthsOf(month - months{1}, 1);
    if (word == "last_quarter")
        return monthsOf(month - months{since(1) % 3 + 3}, 3);
    if (word == "last_12_months")
        return monthsOf(month - months{12}, 12);
    if (word == "last_year")
        return monthsOf((day.year() - std::chrono::years{1}) / 1, 12);
    if (word == "last_financial_year")
        return monthsOf((day.year() - std::chrono::years{since(4) < 0 ? 2 : 1}) / 4, 12);
    return std::nullopt;
}

std::string_view periodNames()
{
    return "last_month, last_quarter, last_12_months, last_year or last_financial_year";
}

std::string withPeriod(std::string pattern, const Period& period)
{
    const std::string first = formatDate(period.from).substr(0, 7);
    const std::string last = formatDate(period.to).substr(0, 7);
    replaceAll(pattern, "{from}", formatDate(period.from));
    replaceAll(pattern, "{to}", formatDate(period.to));
    replaceAll(pattern, "{period}", first == last ? first : first + "_" + last);
    return pattern;
}

}  // namespace holdfast::exchange
