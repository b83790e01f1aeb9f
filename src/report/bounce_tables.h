// The tables of a bounce report that hold no protected count. Only for the makers of the document.
#pragma once

#include "report/document.h"
#include "report/full_report.h"

namespace holdfast::report {

inline Cell orNothing(const std::optional<double>& value)
{
    return value ? Cell{*value} : Cell{};
}

/// The quadrants of the national policy in their order, then those of a local one, then what was not recorded; each of the
/// first, and the last, with nought where nobody was.
std::vector<QuadrantCount> quadrantLines(const BounceReport& report);

/// How long people wait, for both needs; in whole hundredths where small numbers are hidden.
Table waitingTable(const MeasureReport& report, bool hides);

/// Most first, what is hidden last and by its key: the order of exact figures could tell what a hidden one lies between.
void orderAsShown(Table& table, std::string_view column);

/// Finer than any hiding can protect: for exact reports only, as the next.
Table groupMeasuresTable(const MeasureReport& report);
Table trainingTable(const MeasureReport& report);

}  // namespace holdfast::report
