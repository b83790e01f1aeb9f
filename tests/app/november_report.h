// A report with exact figures of the month in which the small store's days lie, and what it says of itself.
#pragma once

#include "app/report_rerun.h"
#include "report/document.h"

#include <algorithm>
#include <string>
#include <utility>

namespace holdfast::test {

inline app::ReportRequest exactNovember()
{
    app::ReportRequest request;
    request.query.from = Date{std::chrono::year{2026} / 11 / 1};
    request.query.to = Date{std::chrono::year{2026} / 11 / 30};
    request.rule = report::exactFigures;
    request.format = "json";
    return request;
}

inline app::ReportOrigin originOf(const report::Document& document)
{
    const auto of = [&](std::string_view key) {
        return std::ranges::find(document.parameters, key, &std::pair<std::string, std::string>::first)->second;
    };
    return {of("store"), std::stoll(of("events")), parseInstant(of("data_as_of")).value()};
}

}  // namespace holdfast::test
