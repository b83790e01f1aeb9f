#include "report/bounce_csv.h"

#include <array>
#include <cstdio>

namespace holdfast::report {
namespace {

constexpr std::string_view lineEnd = "\r\n";

bool startsFormula(std::string_view text)
{
    // A spreadsheet skips spaces, no-break ones too, before it looks for a formula; full-width signs count as well.
    for (;;) {
        if (text.starts_with(' '))
            text.remove_prefix(1);
        else if (text.starts_with("\xc2\xa0"))
            text.remove_prefix(2);
        else
            break;
    }
    if (text.empty())
        return false;
    constexpr std::string_view signs = "=+-@\t\r\n";
    constexpr std::array<std::string_view, 4> fullWidth{"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    if (signs.find(text.front()) != std::string_view::npos)
        return true;
    for (const std::string_view sign : fullWidth)
        if (text.starts_with(sign))
            return true;
    return false;
}

/// Quoted; every line of it that would be a formula is made text.
std::string quoted(std::string_view text)
{
    std::string cell = "\"";
    bool lineStarts = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (lineStarts && startsFormula(text.substr(i)))
            cell += '\'';
        lineStarts = text[i] == '\n' || text[i] == '\r';
        if (text[i] == '"')
            cell += '"';
        cell += text[i];
    }
    return cell + '"';
}

/// "19" or "19.5": a median of whole days is whole or a half.
std::string number(const std::optional<double>& value)
{
    if (!value)
        return {};
    std::array<char, 32> text{};
    const bool whole = *value == static_cast<double>(static_cast<long long>(*value));
    std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.1f", *value);
    return text.data();
}

void addRow(std::string& csv, const BounceGroup& row, bool withLegs)
{
    csv += quoted(row.key) + ',' + quoted(row.label) + ',';
    if (withLegs)
        csv += std::to_string(row.legs) + ',';
    for (const int count : {row.bounces, row.never, row.handover, row.soft, row.people})
        csv += std::to_string(count) + ',';
    csv += number(row.daysLostMedian) + ',' + std::to_string(row.challenged) + ',' + std::to_string(row.overturned) +
           ',' + quoted(row.commonReason);
    csv += lineEnd;
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
    if (!report.byReason.empty())
        total.commonReason = report.byReason.front().key;
    return total;
}

}  // namespace

std::string toCsv(const BounceReport& report)
{
    const bool withLegs = report.query.by == GroupBy::service;
    std::string csv{nameOf(report.query.by)};
    csv += ",label,";
    csv += withLegs ? "legs_sent," : "";
    csv += "bounces,never,handover,soft,people,days_lost_median,challenged,overturned,common_reason";
    csv += lineEnd;
    for (const BounceGroup& group : report.groups)
        addRow(csv, group, withLegs);
    addRow(csv, totalsOf(report), withLegs);
    return csv;
}

}  // namespace holdfast::report
