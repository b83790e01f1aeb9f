// What a screen reader finds in the timeline: a list with one item for each bounce.
#pragma once

namespace holdfast::ui {

/// Safe to call more than once.
void installTimelineAccessibility();

}  // namespace holdfast::ui
