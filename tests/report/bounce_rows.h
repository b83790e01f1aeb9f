// Rows for the tests of the bounce report.
#pragma once

#include "report/bounce_report.h"

namespace holdfast::test {

inline Date day(std::string_view text)
{
    return parseDate(text).value();
}

inline report::BounceRow bounceOn(std::string_view date, std::string service, std::string_view code,
                                  std::string_view person, int daysLost)
{
    report::BounceRow row;
    row.serviceName = "The " + service;
    row.service = std::move(service);
    row.code = ReasonCode{code};
    row.cls = code.starts_with('N')   ? BounceClass::never
              : code.starts_with('H') ? BounceClass::handover
                                      : BounceClass::soft;
    row.on = day(date);
    row.person = PersonId{person};
    row.daysLost = daysLost;
    return row;
}

/// Six bounces of three people in July and September 2025, and one the year before.
inline std::vector<report::BounceRow> someBounces()
{
    std::vector<report::BounceRow> rows{
        bounceOn("2024-10-01", "cmht", "N01", "p9", 1),    bounceOn("2025-07-01", "cmht", "N02", "p1", 10),
        bounceOn("2025-07-02", "cmht", "N02", "p2", 30),   bounceOn("2025-07-31", "lantern", "N05", "p1", 5),
        bounceOn("2025-09-30", "cmht", "H06", "p3", 20),   bounceOn("2025-09-01", "gp", "S01", "p1", 0),
        bounceOn("2025-09-02", "lantern", "S02", "p2", 8),
    };
    for (auto& row : rows) {
        const bool lantern = row.service == "lantern";
        row.need = lantern ? Need::substanceUse : Need::mentalHealth;
        row.pointsTo = row.service == "cmht" ? "lantern" : lantern ? "cmht" : "";
        row.challenged = row.cls == BounceClass::never;
        row.overturned = row.person == PersonId{"p1"} && row.challenged;
        row.substanceUseCited = row.code == ReasonCode{"N02"};
        row.mentalHealthCited = row.code == ReasonCode{"N05"} || row.code == ReasonCode{"N02"};
    }
    return rows;
}

inline report::BounceQuery summer(report::GroupBy by = report::GroupBy::service)
{
    report::BounceQuery query;
    query.from = day("2025-07-01");
    query.to = day("2025-09-30");
    query.by = by;
    return query;
}

}  // namespace holdfast::test
