// The parts of the table of measures, by chapter. Only for measure.cpp.
#pragma once

#include "report/measure.h"

namespace holdfast::report {

std::span<const Measure> bounceMeasures();
std::span<const Measure> careMeasures();

inline Figure counted(int part)
{
    return {part};
}
inline Figure shareOf(const Tally::Part& part)
{
    return {part.part, part.whole};
}

/// Days until the first help, those who wait still counted as long as they have (Kaplan-Meier).
Figure untilHelp(const std::vector<Followed>& followed);

}  // namespace holdfast::report
