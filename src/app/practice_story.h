// The people who are always in the practice caseload: their written events as values, with real dates.
#pragma once

#include "app/practice_world.h"
#include "domain/calendar.h"
#include "domain/event.h"
#include "exchange/event_json.h"

namespace holdfast::app {

/// Something that is going to be recorded. Until ids are given its id is "#n", the 1-based position in what was written;
/// empty for what was put between later.
struct Planned {
    Event event;
    std::optional<PerNeed<bool>> silent;  ///< from here on, whether that need's service says nothing of its own accord
    WorkerId author;
    std::string channel;
    std::string toldBy;
};

/// A day so many days from `asOf`, moved back to a working day unless any day will do.
Date practiceDay(const WorkingDays& days, Date asOf, int offset, bool anyDay);

Result<std::vector<Planned>> plannedStory(const PracticeStory& story, const WorkingDays& days, Date asOf,
                                          const exchange::Known& known);

}  // namespace holdfast::app
