#include "exchange/bounce_csv.h"

#include "exchange/csv.h"

namespace holdfast::exchange {
namespace {

using report::BounceGroup;
using report::BounceReport;

/// Of a service also what was sent to it, and what went well there.
void writeRow(CsvWriter& csv, const BounceGroup& row, bool ofService)
{
    csv.text(row.key).text(row.label);
    if (ofService)
        csv.number(row.legs);
    for (const int count : {row.bounces, row.never, row.handover, row.soft, row.people})
        csv.number(count);
    if (row.daysLostMedian)
        csv.decimal(*row.daysLostMedian);
    else
        csv.empty();
    csv.number(row.challenged).number(row.overturned).text(row.commonReason);
    if (ofService)
        csv.number(row.wentWell).number(row.heldBoth);
    csv.endRow();
}

BounceGroup totalsOf(const BounceReport& report)
{
    BounceGroup total;
    total.key = "total";
    total.bounces = report.bounces;
    total.never = report.never;
    total.handover = report.handover;
    total.soft = report.soft;
    total.people = report.people;
    total.daysLostMedian = report.daysLostMedian;
    total.challenged = report.challenged;
    total.overturned = report.overturned;
    total.legs = report.legsSent;
    total.wentWell = report.wentWell;
    total.heldBoth = report.heldBoth;
    if (!report.byReason.empty())
        total.commonReason = report.byReason.front().key;
    return total;
}

}  // namespace

std::string writeBounceCsv(const BounceReport& report)
{
    const bool ofService = report.query.by == report::GroupBy::service;
    CsvWriter csv;
    csv.text(nameOf(report.query.by)).text("label");
    if (ofService)
        csv.text("legs_sent");
    for (const std::string_view column : {"bounces", "never", "handover", "soft", "people", "days_lost_median",
                                          "challenged", "overturned", "common_reason"})
        csv.text(column);
    if (ofService)
        csv.text("went_well").text("held_both");
    csv.endRow();
    for (const BounceGroup& group : report.groups)
        writeRow(csv, group, ofService);
    writeRow(csv, totalsOf(report), ofService);
    return csv.str();
}

}  // namespace holdfast::exchange
