// Everyday replies of services, put between the events of an invented history: without them every clock would run out.
#pragma once

#include "app/practice_story.h"
#include "base/random.h"
#include "domain/policy.h"

namespace holdfast::app {

struct ReplyContext {
    const Policy& policy;
    const WorkingDays& days;
    const std::vector<std::string>& notes;
    Random& random;
    Instant now;
};

/// The same events with an acknowledgement or a call shortly before each clock would run out, except where a service is
/// meant to keep silent.
std::vector<Planned> withReplies(const ReplyContext& context, std::vector<Planned> planned);

}  // namespace holdfast::app
