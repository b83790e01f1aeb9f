// The tables of a bounce report that hold no protected count. Only for the makers of the document.
#pragma once

#include "report/document.h"
#include "report/full_report.h"

namespace holdfast::report {

inline Cell orNothing(const std::optional<double>& value)
{
    return value ? Cell{*value} : Cell{};
}

/// Finer than any hiding can protect: for exact reports only, as the next.
Table groupMeasuresTable(const MeasureReport& report);
Table trainingTable(const MeasureReport& report);

}  // namespace holdfast::report
