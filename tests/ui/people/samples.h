// Hand-made work and cases to draw and to test pages with. Every name is made up.
#pragma once

#include "app/cases.h"
#include "app/worklist.h"

namespace holdfast::test {

/// Tuesday 18 November 2025, 10:42 in London.
Instant sampleNow();
Instant on(int year, unsigned month, unsigned day, int hour = 12, int minute = 0);

/// One row in each group, and a few more.
app::Today sampleToday();

/// Five bounces between four teams, then held by both since 2 June.
app::CaseFile danisCase();
/// One need challenged, the other accepted.
app::CaseFile garethsCase();

}  // namespace holdfast::test
