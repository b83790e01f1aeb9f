// How a need stands, as a state tag: the one mapping from leg states to tags, for lists and lanes.
#pragma once

#include "domain/need.h"
#include "widgets/tag.h"

#include <optional>

namespace holdfast::ui {

Lane laneOf(Need need);
Need needOf(Lane lane);

/// `silent`: its reply is late.
TagState legTagState(NeedStatus status, const std::optional<LegState>& leg, bool silent);
/// The word on the tag: "Accepted", "No reply", "No need found".
QString legTagText(NeedStatus status, const std::optional<LegState>& leg, bool silent);

}  // namespace holdfast::ui
