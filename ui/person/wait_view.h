// Who waits for a service, how long so far, and how the lane says it.
#pragma once

#include "person/person_view.h"

namespace holdfast::ui {

/// The need is open and its service has not begun; a service that refused is not waited for.
bool isAwaited(const engine::NeedSnapshot& need);
/// The London day since which the person has waited for this service.
Date awaitedSince(const engine::Leg& leg);
/// What is known of the service's waits, when it was asked about.
const report::ExpectedWait* expectedFor(const CaseLens& lens, const engine::Leg& leg);
/// "18 days usually 63 days"; nothing where nobody waits.
std::optional<LaneCardData::Measure> waitMeasure(const CaseLens& lens, const engine::NeedSnapshot& need);

}  // namespace holdfast::ui
